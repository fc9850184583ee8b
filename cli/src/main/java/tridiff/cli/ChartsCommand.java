package tridiff.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws pictures of one function at one point. */
@Command(
        name = "charts",
        header = {
            "Draws pictures of one function at one point.",
            "",
            "Example:",
            "  tridiff charts 'sin(x)/x' --at x=1 -o pictures",
            ""
        },
        description = {
            "Draws the error of differences against their step, and the sizes of the derivatives' formulas.",
            ""
        },
        mixinStandardHelpOptions = true)
final class ChartsCommand implements Callable<Integer> {

    @Mixin
    private ExpressionArgument expression;

    @Mixin
    private PointArgument point;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder for the pictures; made if it is not there (default: .).")
    private Path folder = Path.of(".");

    @Override
    public Integer call() {
        throw Failure.of(Failure.LIMIT, "no pictures yet of " + expression.text() + point.coordinates() + folder, "");
    }
}
