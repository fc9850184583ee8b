package tridiff.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.input.OperatorArgument;
import tridiff.cli.input.PointArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.OutputArgument;
import tridiff.cli.output.Progress;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.OperatorComparison;
import tridiff.compare.RepeatedComparison;
import tridiff.compare.json.JsonReport;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;

/** Measures every method on one function at one point. */
@Command(
        name = "compare",
        header = {
            "Measures every method on one function at one point.",
            "",
            "Examples:",
            "  tridiff compare 'exp(sin(x))/(1+x^2)' --at x=0.7",
            "  tridiff compare 'log(x1) + x1*x2 - sin(x2)' --at x1=2,x2=5 --wrt x1",
            "  tridiff compare 'tanh(x)' --at x=20 --methods 'autodiff.*' -o tanh.json",
            "  tridiff compare 'x^2*y' --at x=1,y=2 --format latex",
            "  tridiff compare 'x^2*exp(y)' --at x=1,y=2 --operator hessian",
            ""
        },
        description = {
            "Differentiates EXPR at a point by every method, and prints the error of each against a proved",
            "reference, the sizes of its formulas, the evaluations of f, the operations and the time it takes.",
            ""
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ExpressionArgument expression;

    @Mixin
    private PointArgument point;

    @Mixin
    private MethodsArgument methods;

    @Mixin
    private OutputArgument output;

    @Option(names = "--digits", paramLabel = "N", description = "Digits of the reference (default: ${DEFAULT-VALUE}).")
    private int digits = Reference.Effort.DEFAULT.digits();

    @Option(
            names = "--max-digits",
            paramLabel = "N",
            description = "Highest working precision (default: ${DEFAULT-VALUE}).")
    private int maxDigits = Reference.Effort.DEFAULT.mostDigits();

    @Option(
            names = "--exact",
            description = "Take the reference at the numbers as written, not at the doubles nearest to them.")
    private boolean exact;

    @Option(
            names = "--with-value",
            description = "Let every method compute the value of f beside the gradient (default: the gradient alone).")
    private boolean withValue;

    @Mixin
    private OperatorArgument operator;

    @ArgGroup
    private Timekeeping timekeeping = new Timekeeping();

    private static final class Timekeeping {
        @Option(names = "--quick", description = "Take times in a fraction of a second, by the interpreter (default).")
        private boolean quick;

        @Option(
                names = "--careful",
                description = {
                    "Take times of byte code, after a longer warm-up, in six Java machines one after the",
                    "other; takes about a minute."
                })
        private boolean careful;

        TimingMode care() {
            return careful && !quick ? TimingMode.CAREFUL : TimingMode.QUICK;
        }
    }

    @Override
    public Integer call() {
        Parser.Parsed parsed = expression.read(point.coordinates().keySet());
        List<Expr.Var> variables = parsed.expr().variables();
        double[] values = point.values(variables);
        if (!operator.isGradient()) {
            return ofOperator(parsed.expr(), variables, values);
        }
        var question = new Comparer.Question(
                expression.text(),
                parsed.expr(),
                variables,
                values,
                point.wanted(variables),
                methods.ids(),
                notes(parsed, variables, values),
                exact
                        ? point.exactValues(variables)
                        : Arrays.stream(values).mapToObj(Rational::of).toList());
        if (SeparateMachines.isOne()) {
            spec.commandLine().getOut().println(JsonReport.line(compare(question, timekeeping.care())));
            return 0;
        }
        ComparisonReport report = timekeeping.care() == TimingMode.CAREFUL
                ? inSeparateMachines(question)
                : compare(question, timekeeping.care());
        output.write(report, spec.commandLine().getOut());
        return outcome(report);
    }

    private List<Said> notes(Parser.Parsed parsed, List<Expr.Var> variables, double[] x) {
        return Stream.of(parsed.notes(), methods.notes(variables, x, point.wanted(variables)))
                .flatMap(List::stream)
                .toList();
    }

    /** What cannot be compared is found out here, before any other machine is started. */
    private ComparisonReport inSeparateMachines(Comparer.Question question) {
        ComparisonReport own = compare(question, TimingMode.NONE);
        CommandLine root = spec.commandLine();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        List<String> arguments = root.getParseResult().originalArgs();
        try (var progress = new Progress(spec.commandLine(), "timing", RepeatedComparison.MACHINES)) {
            return SeparateMachines.time(
                    own, arguments.stream().map(ExpressionArgument::unprotected).toList(), progress);
        }
    }

    private int ofOperator(Expr f, List<Expr.Var> variables, double[] values) {
        if (exact || withValue || timekeeping.care() == TimingMode.CAREFUL) {
            throw Failure.of(Failure.USAGE, Said.of("cli.usage.operator"), Said.of("cli.help.operator"));
        }
        List<Expr.Var> wanted = point.wanted(variables);
        if (wanted.isEmpty()) {
            throw Failure.of(Failure.USAGE, Said.of("compare.usage.variable"), Said.of("cli.usage.none"));
        }
        OperatorComparison compared = OperatorComparison.of(
                operator.problem(f, variables, wanted),
                operator.operator(),
                operator.inputs(values, wanted.size()),
                methods.ids(),
                effort(),
                timekeeping.care());
        output.write(compared, spec.commandLine().getOut());
        compared.missing().ifPresent(e -> {
            boolean undefined = e.state() == ComparisonReport.TruePartial.State.UNDEFINED;
            throw Failure.of(
                    undefined ? Failure.UNDEFINED : Failure.UNSETTLED,
                    Said.of(undefined ? "compare.operator.missing" : "compare.operator.unknown", e.name()),
                    Said.of(undefined ? "cli.help.same" : "cli.help.digits"));
        });
        return 0;
    }

    private Reference.Effort effort() {
        if (maxDigits < Reference.LEAST_DIGITS || maxDigits > Reference.MOST_DIGITS) {
            throw Failure.of(
                    Failure.USAGE,
                    Said.of("cli.usage.range", "--max-digits", Reference.LEAST_DIGITS, Reference.MOST_DIGITS));
        }
        if (digits < 1 || digits > maxDigits - Reference.GUARD_DIGITS) {
            throw Failure.of(
                    Failure.USAGE, Said.of("cli.usage.range", "--digits", "1", (maxDigits - Reference.GUARD_DIGITS)));
        }
        return new Reference.Effort(digits, maxDigits, Reference.Effort.DEFAULT.mostSeconds());
    }

    private ComparisonReport compare(Comparer.Question question, TimingMode care) {
        try {
            return new Comparer(effort(), care, withValue).compare(question);
        } catch (IllegalInput e) {
            throw Failure.of(Failure.USAGE, e.said(), Said.of("cli.usage.none"));
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        }
    }

    /** The report is printed; what does not exist or is not settled is said on the error stream, too. */
    static int outcome(ComparisonReport report) {
        report.reference().partials().stream()
                .filter(p -> p.value() == null)
                .findFirst()
                .ifPresent(p -> {
                    if (p.isUndefined()) {
                        throw withoutDerivative(p, Said.of("cli.help.same"));
                    }
                    boolean digits = p.reason().says("reference.point.unsettled");
                    throw Failure.of(
                            Failure.UNSETTLED,
                            Said.of("cli.failure.unsettled", p.variable(), p.reason()),
                            digits ? Said.of("cli.help.digits") : Said.of("cli.help.same"));
                });
        return 0;
    }

    /** There is no derivative, for the reason that the reference gives. */
    static Failure withoutDerivative(ComparisonReport.TruePartial partial, Said help) {
        return Failure.of(
                Failure.UNDEFINED, Said.of("compare.failure.missing", partial.variable(), partial.reason()), help);
    }
}
