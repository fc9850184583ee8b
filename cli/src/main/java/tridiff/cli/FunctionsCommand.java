package tridiff.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tridiff.compare.Grid;
import tridiff.compare.language.Messages;
import tridiff.expr.Binary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Unary;
import tridiff.expr.text.Printer;
import tridiff.wengert.Expressions;

/** Lists the functions and their derivatives, as they stand in the table. */
@Command(
        name = "functions",
        header = {
            "Lists the functions and the rules by which they are differentiated.",
            "",
            "Example:",
            "  tridiff functions",
            ""
        },
        description = {
            "Lists the functions that expressions may use, with the rules by which they are differentiated.",
            ""
        },
        mixinStandardHelpOptions = true)
final class FunctionsCommand implements Callable<Integer> {

    private static final List<String> NOTATION = List.of(
            "operators  + - * / ^ (also **), comparisons < <= > >= == != with value 1 or 0, if(condition, a, b)",
            "loops      sum(i, 1, 9, i*x), prod(i, 1, 9, x - i), iterate(9, y, x, 4*y*(1-y)): y after 9 steps from x",
            "constants  pi (also π), e",
            "products   2x, 2(x+1), (a)(b), 2sin(x); -x^2 is -(x^2); sin x is sin(x)");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Messages say = LanguageArgument.of(spec.commandLine());
        var rows = new ArrayList<List<String>>();
        for (Operation f : FunctionTable.standard().rows()) {
            List<String> aliases = FunctionTable.standard().aliases(f);
            String about = aliases.isEmpty() || f.about().contains("also:")
                    ? f.about()
                    : f.about() + " (also: " + String.join(", ", aliases) + ")";
            rows.add(List.of(f.symbol(), rule(f), about));
        }
        out.print(new Grid("", List.of("FUNCTION", "DERIVATIVE", "ABOUT"), rows).in(Grid.Format.TEXT, say));
        out.println();
        NOTATION.forEach(line -> out.println(say.translated(line)));
        return 0;
    }

    private static String rule(Operation f) {
        Expressions k = Expressions.ALGEBRA;
        Expr x = Expr.variable("x");
        Expr y = Expr.variable("y");
        if (f instanceof Unary unary) {
            return Printer.PLAIN.print(unary.derivative(k, x, k.apply(unary, x)));
        }
        Binary binary = (Binary) f;
        Expr z = k.apply(binary, x, y);
        return Printer.PLAIN.print(binary.partialX(k, x, y, z)) + "; "
                + Printer.PLAIN.print(binary.partialY(k, x, y, z));
    }
}
