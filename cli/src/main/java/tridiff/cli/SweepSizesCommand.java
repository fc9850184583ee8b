package tridiff.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.OutputArgument;
import tridiff.cli.output.PrintingCommand;
import tridiff.cli.output.Progress;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.compare.sweep.SizeSweep;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.expr.text.SyntaxError;

/** How derivatives' formulas grow along a family; one subclass for each thing that can grow. */
abstract sealed class SweepSizesCommand extends PrintingCommand {

    private static final int MOST = 10_000;
    private static final int MOST_POINTS = 100_000;

    /** Iterates of a function. */
    @Command(
            name = "depth",
            header = {
                "Measures how derivatives' formulas grow with the depth of f.",
                "",
                "Examples:",
                "  tridiff sweep depth logistic",
                "  tridiff sweep depth logistic --to 7 --errors 2000",
                "  tridiff sweep depth 'sin(x*f)' --to 12 -o growth.png",
                ""
            },
            description = {
                "FAMILY is logistic, sine, squaring, fsinf, mixed, or a formula in x and f, where f is the function before.",
                "f = x has the depth 0; only in logistic it has 1, as in the table that was published.",
                ""
            })
    static final class Depth extends SweepSizesCommand {
        @Override
        FunctionFamily family(String text, int last) {
            return FunctionFamily.named(text, FunctionFamily.By.DEPTH).orElseGet(() -> {
                Expr template = read(text, Set.of(FunctionFamily.BEFORE, "x"));
                List<String> names =
                        template.variables().stream().map(Expr.Var::name).toList();
                if (!names.contains(FunctionFamily.BEFORE)) {
                    throw Failure.usage(
                            Said.of("cli.usage.family.before"),
                            Said.of("cli.help.families.formula", names(FunctionFamily.By.DEPTH)));
                }
                return FunctionFamily.ofTemplate(text, template, last);
            });
        }
    }

    /** Higher derivatives of one function. */
    @Command(
            name = "order",
            header = {
                "Measures how derivatives' formulas grow with the order of the derivative.",
                "",
                "Examples:",
                "  tridiff sweep order tanh --to 6",
                "  tridiff sweep order 'exp(sin(x))/(1+x^2)' --to 5 --format csv",
                ""
            },
            description = {"FAMILY is tanh, or any formula in one variable.", ""})
    static final class Order extends SweepSizesCommand {
        @Override
        FunctionFamily family(String text, int last) {
            return FunctionFamily.named(text, FunctionFamily.By.ORDER).orElseGet(() -> {
                Expr f = read(text, Set.of());
                if (f.variables().size() != 1) {
                    throw Failure.usage(Said.of("cli.usage.family.one"), Said.of("expr.help.example", "'x*sin(x)'"));
                }
                return FunctionFamily.ofOrders(text, f, last);
            });
        }
    }

    @Parameters(paramLabel = "FAMILY", converter = ExpressionArgument.Unprotect.class, description = "What grows.")
    private String family;

    @Option(names = "--from", paramLabel = "A", description = "The first number (default: the family's).")
    private Integer from;

    @Option(names = "--to", paramLabel = "B", description = "The last number (default: the family's).")
    private Integer to;

    @Option(
            names = "--errors",
            paramLabel = "N",
            description = "Also measure the errors of each way to write f' at N points of [0, 1]; with depth only.")
    private int points;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of these points (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private OutputArgument output;

    abstract FunctionFamily family(String text, int last);

    static String names(FunctionFamily.By by) {
        return FunctionFamily.builtIn(by).stream().map(FunctionFamily::name).collect(Collectors.joining(", "));
    }

    static Expr read(String text, Set<String> known) {
        try {
            return new Parser(FunctionTable.standard(), Parser.Limits.DEFAULT, known)
                    .read(text)
                    .expr();
        } catch (SyntaxError e) {
            throw Failure.of(e);
        }
    }

    @Override
    public Integer call() {
        FunctionFamily members = family(family, to == null ? 10 : to);
        int first = from == null ? members.first() : from;
        int last = to == null ? members.last() : to;
        if (first < members.first() || last > MOST || first > last) {
            throw Failure.usage(Said.of("cli.usage.numbers", members.first(), MOST), Said.of("cli.help.domain.sweep"));
        }
        if (points < 0 || points > MOST_POINTS) {
            throw Failure.usage(Said.of("cli.usage.range", "--errors", "0", MOST_POINTS));
        }
        SizeSweep sweep;
        try (var progress = new Progress(commandLine(), "sweep", last - first + 1)) {
            sweep = SizeSweep.of(members, first, last, new SizeSweep.Accuracy(points, seed), progress);
        }
        if (sweep.rows().isEmpty()) {
            throw Failure.of(
                    Failure.LIMIT, sweep.stop().orElse(Said.of("cli.usage.measured")), Said.of("cli.help.from"));
        }
        output.write(sweep, out());
        return 0;
    }
}
