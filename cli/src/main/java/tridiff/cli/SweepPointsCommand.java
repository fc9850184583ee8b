package tridiff.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tridiff.cli.input.FunctionCommand;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.input.PointArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.OutputArgument;
import tridiff.cli.output.Progress;
import tridiff.compare.Comparer;
import tridiff.compare.sweep.PointSweep;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;

/** The errors of all methods over many points of one variable. */
@Command(
        name = "x",
        header = {
            "Measures the errors over many points of one variable.",
            "",
            "Examples:",
            "  tridiff sweep x 'sin(x)/x' --from 1e-3 --to 10 --log",
            "  tridiff sweep x 'x^y' --wrt y --at x=2 --from 0 --to 5 --points 500 --format json",
            ""
        },
        description = {
            "Prints for each method median, 95 %% and maximum of its error in ulps, the worst point as a",
            "command to look at it again, and the regions where there is no derivative.",
            ""
        })
final class SweepPointsCommand extends FunctionCommand {

    private static final int MOST_POINTS = 1_000_000;

    /** By then code is warm, and the time of all points is known to about a factor of two. */
    private static final double FORESEEN_SECONDS = 10;

    private static final double FAR_BEYOND = 2;

    @Mixin
    private MethodsArgument methods;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "A",
            description = "One end of the range; may be a formula such as -pi.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "B", description = "The other end.")
    private String to;

    @Option(names = "--log", description = "Spread the points evenly over magnitudes.")
    private boolean logarithmic;

    @Option(names = "--points", paramLabel = "N", description = "How many points (default: ${DEFAULT-VALUE}).")
    private int points = 2000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the places of the points in their cells (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--max-seconds",
            paramLabel = "N",
            description = "Longest time (default: ${DEFAULT-VALUE}); what will take much longer is not gone on with.")
    private int maxSeconds = 600;

    @Mixin
    private OutputArgument output;

    @Override
    public Integer call() {
        Parser.Parsed parsed = expression.read(java.util.Set.of());
        List<Expr.Var> variables = parsed.expr().variables();
        Expr.Var by = running(variables);
        PointSweep.Range range = range();
        double[] values = point.values(variables, by, range.from());
        var question = new Comparer.Question(
                expression.text(), parsed.expr(), variables, values, List.of(by), methods.ids(), parsed.notes());
        PointSweep sweep;
        long start = System.nanoTime();
        try (var progress = new Progress(commandLine(), "sweep", points)) {
            sweep = PointSweep.of(question, by, range, done -> {
                progress.accept(done);
                requireTime(done, (System.nanoTime() - start) / 1e9);
            });
        }
        output.write(sweep.readWith(expression.options()), out());
        return 0;
    }

    /** Said when it can be foreseen, and not after an hour. */
    private void requireTime(int done, double seconds) {
        double all = seconds / done * points;
        boolean foreseen = seconds > FORESEEN_SECONDS && all > FAR_BEYOND * maxSeconds;
        if (seconds > maxSeconds || foreseen) {
            throw Failure.of(
                    Failure.LIMIT,
                    Said.of("cli.usage.foreseen", points, Math.round(Math.max(all, seconds)), maxSeconds),
                    Said.of("cli.help.limit.points"));
        }
    }

    private Expr.Var running(List<Expr.Var> variables) {
        List<Expr.Var> wanted = point.wanted(variables);
        if (wanted.size() != 1) {
            throw Failure.notOne(variables, "cli.usage.runs", "cli.help.wrt.at");
        }
        return wanted.get(0);
    }

    private PointSweep.Range range() {
        double a = PointArgument.number("--from", from);
        double b = PointArgument.number("--to", to);
        if (a >= b) {
            throw Failure.usage(Said.of("cli.usage.less"));
        }
        if (logarithmic && !(a * Math.signum(b) > 0)) {
            throw Failure.usage(Said.of("cli.usage.log"), Said.of("expr.help.example", "--from 1e-9 --to 10"));
        }
        if (points < 1 || points > MOST_POINTS) {
            throw Failure.usage(Said.of("cli.usage.range", "--points", "1", MOST_POINTS));
        }
        return new PointSweep.Range(a, b, logarithmic, points, seed);
    }
}
