package tridiff.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tridiff.cli.input.FunctionCommand;
import tridiff.cli.output.Failure;
import tridiff.compare.table.Table;
import tridiff.compare.trace.Trace;
import tridiff.compare.trace.TraceTables;
import tridiff.expr.Expr;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;

/** What the two modes of automatic differentiation do, line by line. */
@Command(
        name = "trace",
        header = {
            "Shows what forward and reverse mode do, operation by operation.",
            "",
            "Examples:",
            "  tridiff trace 'log(x1) + x1*x2 - sin(x2)' --at x1=2,x2=5",
            "  tridiff trace 'x*y + sin(x)' --at x=2,y=3 --mode reverse --format latex",
            ""
        },
        description = {
            "Prints the evaluation trace: the values v1, v2, … with the operations that they come from; their",
            "tangents with the rule used on each line; and the adjoints in the order of the steps back, where",
            "~v2 is the derivative of the result by v2.",
            ""
        })
final class TraceCommand extends FunctionCommand {

    enum Mode {
        FORWARD,
        REVERSE,
        BOTH
    }

    @Option(names = "--mode", description = "forward, reverse or both (default: both).")
    private Mode mode = Mode.BOTH;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text, latex, markdown, html or csv (default: text).")
    private Table.Format format = Table.Format.TEXT;

    @Override
    public Integer call() {
        Parser.Parsed parsed = parsed();
        List<Expr.Var> variables = parsed.expr().variables();
        double[] x = point.values(variables);
        List<Integer> directions =
                point.wanted(variables).stream().map(variables::indexOf).toList();
        if (directions.isEmpty()) {
            throw Failure.noVariable();
        }
        var list = WengertList.of(parsed.expr(), variables);
        Trace trace;
        try {
            trace = Trace.of(list, x, directions);
        } catch (IllegalInput e) {
            throw list.hasLoops()
                    ? Failure.usage(e.said(), Said.of("cli.help.trace.loops"))
                    : Failure.of(Failure.LIMIT, e.said(), Said.of("cli.help.trace.large"));
        }
        PrintWriter out = out();
        boolean latex = format == Table.Format.LATEX;
        if (mode != Mode.REVERSE) {
            out.print(shown(TraceTables.forward(trace, latex)));
        }
        if (mode == Mode.BOTH) {
            out.println();
        }
        if (mode != Mode.FORWARD) {
            out.print(shown(TraceTables.reverse(trace, latex)));
        }
        out.flush();
        DerivativeCheck.require(parsed.expr(), variables, x, point.wanted(variables));
        return 0;
    }

    private String shown(Table table) {
        return table.in(format, language());
    }
}
