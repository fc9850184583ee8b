package tridiff.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tridiff.compare.Care;
import tridiff.compare.CostSweep;
import tridiff.compare.Family;

/** What gradients cost as the number of variables grows. */
@Command(
        name = "cost",
        header = {
            "Measures the cost of gradients against the number of variables.",
            "",
            "Examples:",
            "  tridiff sweep cost",
            "  tridiff sweep cost product --from 1 --to 10000",
            "  tridiff sweep cost helmholtz --to 200 --careful -o cost.csv",
            ""
        },
        description = {
            "Prints the operations and the time of one gradient by each method over those of f, and the",
            "exponents with which they grow: differences like the number of variables, forward mode like the",
            "number of variables that an operation depends on, reverse mode not at all.",
            ""
        },
        mixinStandardHelpOptions = true)
final class SweepCostCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FAMILY",
            arity = "0..1",
            defaultValue = "helmholtz",
            converter = ExpressionArgument.Unprotect.class,
            description = "helmholtz or product (default: ${DEFAULT-VALUE}).")
    private String family;

    @Option(names = "--from", paramLabel = "A", description = "The first number of variables (default: 1).")
    private int from = 1;

    @Option(names = "--to", paramLabel = "B", description = "The last one (default: ${DEFAULT-VALUE}).")
    private int to = 100;

    @Option(
            names = {"-m", "--methods"},
            split = ",",
            paramLabel = "ID",
            description = "Methods by id or pattern.")
    private List<String> methods = CostSweep.USUAL;

    @Option(names = "--careful", description = "Take times of byte code, after a longer warm-up.")
    private boolean careful;

    @Mixin
    private OutputArgument output;

    @Override
    public Integer call() {
        Family members = Family.named(family, Family.By.VARS)
                .orElseThrow(() -> Failure.of(
                        Failure.USAGE,
                        "there is no family '" + family + "' of functions of n variables",
                        "families: "
                                + Family.builtIn(Family.By.VARS).stream()
                                        .map(Family::name)
                                        .collect(Collectors.joining(", "))));
        if (from < 1 || to > MOST || from > to) {
            throw Failure.of(
                    Failure.USAGE, "the numbers must run from 1 or more up to " + MOST + " or less", "--from and --to");
        }
        List<String> ids = MethodsArgument.matching(methods);
        CostSweep sweep;
        try (var progress = new Progress(spec.commandLine(), "sweep", CostSweep.count(from, to))) {
            sweep = CostSweep.of(members, from, to, ids, careful ? Care.CAREFUL : Care.QUICK, progress);
        }
        if (sweep.costs().isEmpty()) {
            throw Failure.of(
                    Failure.LIMIT, sweep.stop().orElse("nothing could be measured"), "begin with a smaller --from");
        }
        output.write(sweep, spec.commandLine().getOut());
        return 0;
    }
}
