package tridiff.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tridiff.charts.GraphPicture;
import tridiff.cli.input.FunctionCommand;
import tridiff.cli.output.Failure;
import tridiff.cli.output.FileEnding;
import tridiff.compare.table.Table;
import tridiff.compare.trace.ComputationGraph;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.said.Saying;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;

/** The graph of a computation. */
@Command(
        name = "graph",
        header = {
            "Draws the computation graph of a function or of its derivative.",
            "",
            "Examples:",
            "  tridiff graph '(a+b)*(b+1)' --at a=2,b=1 -o graph.svg",
            "  tridiff graph 'log(x1) + x1*x2 - sin(x2)' --at x1=2,x2=5 --format text",
            "  tridiff graph 'sin(x)^2' --of df --format dot | dot -Tpdf > graph.pdf",
            ""
        },
        description = {
            "A box for each value, from the inputs to the result. With --at, boxes have values and adjoints (the",
            "derivative of the result by that value), and edges the partial derivatives that lead from one to the other;",
            "without it, edges have the rules. Of a large graph, what is nearest to the result is shown.",
            ""
        })
final class GraphCommand extends FunctionCommand {

    private static final int MOST_SHOWN = 1000;
    private static final int MOST_LINES = 1_000_000;

    enum Format {
        SVG,
        DOT,
        TEXT
    }

    private static final Map<String, Format> ENDINGS =
            new TreeMap<>(Map.of("svg", Format.SVG, "dot", Format.DOT, "gv", Format.DOT, "txt", Format.TEXT));

    enum Of {
        F,
        DF
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            description = "svg, dot or text (default: svg, or what the ending of the file says).")
    private Format form;

    @Option(names = "--of", paramLabel = "WHAT", description = "f, or df for its derivative (default: f).")
    private Of of = Of.F;

    @Option(names = "--max-nodes", paramLabel = "N", description = "Most nodes to show (default: ${DEFAULT-VALUE}).")
    private int most = ComputationGraph.USUAL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write (default: standard output).")
    private Path file;

    @Override
    public Integer call() {
        if (most < 1 || most > MOST_SHOWN) {
            throw Failure.usage(Said.of("cli.usage.range", "--max-nodes", "1", MOST_SHOWN));
        }
        Format written = FileEnding.form(file, ENDINGS, form, Format.SVG);
        Expr f = parsed().expr();
        List<Expr.Var> variables = f.variables();
        double[] x = point.coordinates().isEmpty() && !variables.isEmpty() ? null : point.values(variables);
        Expr shown = of == Of.F ? f : derivative(f);
        var list = WengertList.of(shown, variables);
        if (list.size() > MOST_LINES) {
            throw Failure.of(Failure.LIMIT, Said.of("cli.limit.graph", list.size(), MOST_LINES));
        }
        var graph = graph(list, x);
        Language say = language();
        print(
                switch (written) {
                    case SVG -> GraphPicture.svg(graph, say);
                    case DOT -> graph.dot();
                    case TEXT -> graph.table().in(Table.Format.TEXT, say);
                });
        if (x != null) {
            out().flush();
            DerivativeCheck.require(shown, variables, x, variables);
        }
        return 0;
    }

    private ComputationGraph graph(WengertList list, double[] x) {
        try {
            return ComputationGraph.of(list, x, most);
        } catch (Refusal e) {
            throw Failure.of(Failure.LIMIT, Saying.of(e), Said.of("cli.help.graph.values"));
        }
    }

    private Expr derivative(Expr f) {
        List<Expr.Var> wanted = point.wanted(f.variables());
        if (wanted.size() != 1) {
            throw Failure.notOne(wanted, "cli.usage.which", "cli.help.wrt");
        }
        try {
            return SymbolicDerivative.simplified().derivative(f, wanted.get(0));
        } catch (Refusal e) {
            throw Failure.of(
                    Failure.LIMIT, Said.of("cli.limit.formula.none", Saying.of(e)), Said.of("cli.help.graph.of"));
        }
    }

    private void print(String text) {
        if (file == null) {
            out().print(text);
        } else {
            write(file, text);
        }
    }
}
