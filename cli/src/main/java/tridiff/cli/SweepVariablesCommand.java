package tridiff.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.OutputArgument;
import tridiff.cli.output.PrintingCommand;
import tridiff.cli.output.Progress;
import tridiff.compare.ComparisonReport;
import tridiff.compare.sweep.CostSweep;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.compare.sweep.SizeSweep;
import tridiff.compare.sweep.VariableSweep;
import tridiff.compare.time.TimingMode;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** What gradients cost, and how large their formulas become, as the number of variables grows. */
@Command(
        name = "vars",
        header = {
            "Measures gradients of functions of more and more variables.",
            "",
            "Examples:",
            "  tridiff sweep vars",
            "  tridiff sweep vars product --from 1 --to 10000",
            "  tridiff sweep vars product --only sizes -o product.png",
            "  tridiff sweep vars helmholtz --to 200 --careful -o cost.csv",
            ""
        },
        description = {
            "Prints the operations and the time of one gradient by each method over those of f, and the",
            "exponents with which they grow: differences, and forward mode with one direction after the other",
            "(autodiff.directional), like the number of variables, reverse mode not at all. autodiff.forward",
            "leaves out tangents that are always 0: it grows like the number of variables that an operation",
            "depends on. Then prints the sizes of the partial derivatives' formulas, as far as they can be",
            "written.",
            ""
        })
final class SweepVariablesCommand extends PrintingCommand {

    /** What is measured. */
    enum Part {
        COSTS,
        SIZES
    }

    private static final int MOST = 100_000;

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
    private List<String> methods = List.of();

    @Option(names = "--only", paramLabel = "PART", description = "costs or sizes (default: both).")
    private Part only;

    @Option(names = "--careful", description = "Take times of byte code, after a longer warm-up.")
    private boolean careful;

    @Mixin
    private OutputArgument output;

    @Override
    public Integer call() {
        FunctionFamily members = FunctionFamily.named(family, FunctionFamily.By.VARS)
                .orElseThrow(() -> Failure.usage(
                        Said.of("cli.usage.family", family),
                        Said.of("cli.help.families", SweepSizesCommand.names(FunctionFamily.By.VARS))));
        if (from < 1 || to > MOST || from > to) {
            throw Failure.usage(Said.of("cli.usage.numbers", "1", MOST), Said.of("cli.help.domain.sweep"));
        }
        List<MethodId> ids = methods.isEmpty() ? CostSweep.USUAL : MethodsArgument.matching(methods);
        List<Integer> numbers = CostSweep.numbers(from, to);
        CostSweep costs = null;
        SizeSweep sizes = null;
        try (var progress = new Progress(commandLine(), "sweep", to)) {
            if (only != Part.SIZES) {
                costs = CostSweep.of(members, numbers, ids, careful ? TimingMode.CAREFUL : TimingMode.QUICK, progress);
                if (costs.costs().isEmpty()) {
                    throw nothing(costs.stop());
                }
            }
            if (only != Part.COSTS) {
                sizes = SizeSweep.of(members, numbers, SizeSweep.Accuracy.NONE, progress);
            }
        }
        if (costs == null && sizes.rows().isEmpty()) {
            throw nothing(sizes.stop());
        }
        output.write(
                costs == null
                        ? sizes
                        : sizes == null ? costs : new VariableSweep(ComparisonReport.SCHEMA, costs, sizes),
                out());
        return 0;
    }

    private static Failure nothing(Optional<Said> stop) {
        return stop.map(why -> Failure.of(Failure.LIMIT, why, Said.of("cli.help.from")))
                .orElseGet(() ->
                        Failure.of(Failure.LIMIT, Said.of("cli.usage.measurable"), Said.of("cli.help.operations")));
    }
}
