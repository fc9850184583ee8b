package tridiff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tridiff.charts.ExpressionSizeChart;
import tridiff.charts.Picture;
import tridiff.charts.StepSizeChart;
import tridiff.compare.Comparer;
import tridiff.compare.OrderSweep;
import tridiff.compare.StepSweep;
import tridiff.expr.Expr;

/** Draws pictures of one function at one point. */
@Command(
        name = "charts",
        header = {
            "Draws pictures of one function at one point.",
            "",
            "Examples:",
            "  tridiff charts 'sin(x)/x' --at x=1 -o pictures",
            "  tridiff charts 'x*sin(x*y)' --at x=1,y=2 --wrt y --order 4",
            ""
        },
        description = {
            "Draws the error of differences against their step (step-size.png), and the sizes of the",
            "derivatives' formulas against their order (expression-size.png).",
            ""
        },
        mixinStandardHelpOptions = true)
final class ChartsCommand implements Callable<Integer> {

    private static final double LEAST_STEP = 1e-17;
    private static final int STEPS_PER_DECADE = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExpressionArgument expression;

    @Mixin
    private PointArgument point;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder for the pictures; made if it is not there (default: the current one).")
    private Path folder = Path.of("");

    @Option(
            names = {"-n", "--order"},
            paramLabel = "N",
            description = "The highest order of derivative to measure (default: ${DEFAULT-VALUE}).")
    private int order = 6;

    @Override
    public Integer call() {
        if (order < 0) {
            throw Failure.of(Failure.USAGE, "--order must not be negative", "");
        }
        Expr f = expression.read(point.coordinates().keySet()).expr();
        pictures(f).forEach(this::write);
        return 0;
    }

    private Map<String, Picture> pictures(Expr f) {
        List<Expr.Var> variables = f.variables();
        double[] values = point.values(variables);
        if (variables.isEmpty()) {
            throw Failure.of(
                    Failure.USAGE, "there is no variable to differentiate by", "the expression has no variables");
        }
        Expr.Var by = point.wanted(variables).get(0);
        try {
            var pictures = new LinkedHashMap<String, Picture>();
            var steps = StepSweep.of(f, variables, values, by, LEAST_STEP, 1, STEPS_PER_DECADE);
            pictures.put("step-size.png", StepSizeChart.of(steps));
            pictures.put("expression-size.png", ExpressionSizeChart.of(OrderSweep.of(f, by, order)));
            return pictures;
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        }
    }

    private void write(String name, Picture picture) {
        Path file = folder.resolve(name);
        try {
            if (!folder.toString().isEmpty()) {
                Files.createDirectories(folder);
            }
            picture.writeTo(file);
            spec.commandLine().getOut().println(file);
        } catch (IOException e) {
            throw Failure.of(
                    Failure.OUTPUT, "cannot write " + file + ": " + e.getMessage(), "choose another folder with -o");
        }
    }
}
