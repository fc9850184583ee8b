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
import tridiff.compare.Comparer;
import tridiff.compare.sweep.StepSweep;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.MethodId;

/** The error of differences against their step. */
@Command(
        name = "h",
        header = {
            "Measures the error of differences against their step h.",
            "",
            "Examples:",
            "  tridiff sweep h 'exp(sin(x))/(1+x^2)' --at x=0.7",
            "  tridiff sweep h 'exp(x)/(cos(x)^3+sin(x)^3)' --at x=5.5 --methods 'numerical.central*'",
            "  tridiff sweep h 'sin(x)' --at x=1 --from 1e-1 --to 1e-17 -o v-curve.svg",
            ""
        },
        description = {
            "Prints the error at each step, the best step, the fitted slopes on both sides of it beside",
            "those of theory, and the error of each method beside its evaluations of f.",
            ""
        })
final class SweepStepsCommand extends FunctionCommand {

    private static final int IN_PICTURES = 10;
    private static final int IN_TABLES = 1;
    private static final int MOST_PER_DECADE = 1000;

    @Option(
            names = {"-m", "--methods"},
            split = ",",
            paramLabel = "ID",
            description = "Methods by id or pattern: those with a step are swept, the others are level lines.")
    private List<String> methods = List.of();

    @Option(names = "--from", paramLabel = "H", description = "One end of the steps (default: ${DEFAULT-VALUE}).")
    private String from = "1e-1";

    @Option(names = "--to", paramLabel = "H", description = "The other end (default: ${DEFAULT-VALUE}).")
    private String to = "1e-17";

    @Option(
            names = "--per-decade",
            paramLabel = "N",
            description = "Steps in each decade (default: 1 in a table, 10 in a picture).")
    private Integer perDecade;

    @Mixin
    private OutputArgument output;

    @Override
    public Integer call() {
        Parser.Parsed parsed = parsed();
        List<Expr.Var> variables = parsed.expr().variables();
        int usual = output.isPicture() ? IN_PICTURES : IN_TABLES;
        output.write(sweep(parsed.expr(), variables, usual), out());
        return 0;
    }

    private StepSweep sweep(Expr f, List<Expr.Var> variables, int usual) {
        double a = step("--from", from);
        double b = step("--to", to);
        int steps = perDecade == null ? usual : perDecade;
        if (steps < 1 || steps > MOST_PER_DECADE) {
            throw Failure.usage(Said.of("cli.usage.range", "--per-decade", "1", MOST_PER_DECADE));
        }
        List<MethodId> ids = methods.isEmpty() ? StepSweep.USUAL : MethodsArgument.matching(methods);
        double[] values = point.values(variables);
        try {
            return StepSweep.of(f, variables, values, by(variables), Math.min(a, b), Math.max(a, b), steps, ids);
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        }
    }

    private static double step(String option, String text) {
        double h = PointArgument.number(option, text);
        if (!(h > 0)) {
            throw Failure.usage(
                    Said.of("cli.usage.positive.step", option, text),
                    Said.of("expr.help.example", "--from 1e-1 --to 1e-17"));
        }
        return h;
    }

    private Expr.Var by(List<Expr.Var> variables) {
        List<Expr.Var> wanted = point.wanted(variables);
        if (wanted.size() != 1) {
            throw Failure.notOne(variables, "cli.usage.which.long", "cli.help.wrt");
        }
        return wanted.get(0);
    }
}
