package tridiff.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets one thing run and measures all methods along it. */
@Command(
        name = "sweep",
        header = {
            "Measures all methods while one thing runs.",
            "",
            "Examples:",
            "  tridiff sweep x 'sin(x)/x' --from 1e-3 --to 10 --log",
            "  tridiff sweep x 'x^y' --wrt y --at x=2 --from 0 --to 5 --points 500 --format json",
            "  tridiff sweep h 'exp(sin(x))/(1+x^2)' --at x=0.7 -o v-curve.svg",
            "  tridiff sweep depth 'sin(x*f)' --to 12",
            "  tridiff sweep order tanh --to 6",
            "  tridiff sweep vars helmholtz --to 100",
            ""
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            SweepPointsCommand.class,
            SweepStepsCommand.class,
            SweepSizesCommand.Depth.class,
            SweepSizesCommand.Order.class,
            SweepVariablesCommand.class
        })
final class SweepCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Without saying what runs, shows what can. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
