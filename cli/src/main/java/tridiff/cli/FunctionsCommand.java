package tridiff.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import tridiff.cli.output.PrintingCommand;
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
import tridiff.expr.text.Parser;
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
        })
final class FunctionsCommand extends PrintingCommand {

    private static final List<Said> NOTATION = List.of(
            Said.of("cli.functions.operators"),
            Said.of("cli.functions.loops"),
            Said.of("cli.functions.definitions"),
            Said.of("cli.functions.constants"),
            Said.of("cli.functions.products"));

    @Override
    public Integer call() {
        PrintWriter out = out();
        Language say = language();
        out.print(Table.of(
                        FunctionTable.standard().rows(),
                        Column.left("cli.functions.function").of(f -> Cell.name(f.symbol())),
                        Column.left("cli.functions.derivative").of(f -> Cell.name(rule(f))),
                        Column.left("cli.functions.about").of(f -> Cell.text(about(f))))
                .in(Table.Format.TEXT, say));
        out.println();
        out.print(Table.of(
                        Parser.shorthands(),
                        Column.left("cli.functions.function").of(Cell::name),
                        Column.left("cli.functions.meaning").of(f -> Cell.name(Printer.PLAIN.print(Parser.parse(f)))))
                .in(Table.Format.TEXT, say));
        out.println();
        NOTATION.forEach(line -> out.println(line.in(say)));
        return 0;
    }

    private static Said about(Operation f) {
        List<String> aliases = FunctionTable.standard().aliases(f);
        return aliases.isEmpty() ? f.about() : Said.of("expr.functions.also", f.about(), String.join(", ", aliases));
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
