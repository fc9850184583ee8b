package tridiff.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tridiff.cli.output.LanguageArgument;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.Binary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Unary;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
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

    private static final List<Column> COLUMNS = List.of(
            Column.left("cli.functions.function"),
            Column.left("cli.functions.derivative"),
            Column.left("cli.functions.about"));

    private static final List<Said> NOTATION = List.of(
            Said.of("cli.functions.operators"),
            Said.of("cli.functions.loops"),
            Said.of("cli.functions.constants"),
            Said.of("cli.functions.products"));

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Language say = LanguageArgument.of(spec.commandLine());
        var rows = new ArrayList<List<Cell>>();
        for (Operation f : FunctionTable.standard().rows()) {
            List<String> aliases = FunctionTable.standard().aliases(f);
            Said about = aliases.isEmpty()
                    ? f.about()
                    : Said.of("expr.functions.also", f.about(), String.join(", ", aliases));
            rows.add(List.of(Cell.name(f.symbol()), Cell.name(rule(f)), Cell.text(about)));
        }
        out.print(new Table(COLUMNS, rows).in(Table.Format.TEXT, say));
        out.println();
        NOTATION.forEach(line -> out.println(line.in(say)));
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
