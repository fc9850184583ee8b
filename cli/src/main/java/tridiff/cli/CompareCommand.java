package tridiff.cli;

import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.FunctionCommand;
import tridiff.cli.input.MethodsArgument;
import tridiff.cli.input.OperatorArgument;
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
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
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
        })
final class CompareCommand extends FunctionCommand {

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
        if (!operator.isGradient()) {
            return ofOperator();
        }
        Comparer.Question question = question(methods, exact);
        if (SeparateMachines.isOne()) {
            out().println(JsonReport.line(compare(question, timekeeping.care())));
            return 0;
        }
        ComparisonReport report = timekeeping.care() == TimingMode.CAREFUL
                ? inSeparateMachines(question)
                : compare(question, timekeeping.care());
        output.write(report, out());
        return outcome(report);
    }

    /** What cannot be compared is found out here, before any other machine is started. */
    private ComparisonReport inSeparateMachines(Comparer.Question question) {
        ComparisonReport own = compare(question, TimingMode.NONE);
        List<String> arguments = root().getParseResult().originalArgs();
        try (var progress = new Progress(commandLine(), "timing", RepeatedComparison.MACHINES)) {
            return SeparateMachines.time(
                    own, arguments.stream().map(ExpressionArgument::unprotected).toList(), progress);
        }
    }

    private int ofOperator() {
        Expr f = parsed().expr();
        List<Expr.Var> variables = f.variables();
        double[] values = point.values(variables);
        if (exact || withValue || timekeeping.care() == TimingMode.CAREFUL) {
            throw Failure.usage(Said.of("cli.usage.operator"), Said.of("cli.help.operator"));
        }
        List<Expr.Var> wanted = point.wanted(variables);
        if (wanted.isEmpty()) {
            throw Failure.noVariable();
        }
        OperatorComparison compared = OperatorComparison.of(
                operator.problem(f, variables, wanted),
                operator.operator(),
                operator.inputs(values, wanted.size()),
                methods.ids(),
                effort(),
                timekeeping.care());
        output.write(compared, out());
        requireAll(compared, Said.of("cli.help.same"), Said.of("cli.help.digits"));
        return 0;
    }

    /** What does not exist or is not settled is said on the error stream. */
    static void requireAll(OperatorComparison compared, Said helpWhereUndefined, Said helpWhereUnknown) {
        compared.missing().ifPresent(e -> {
            boolean undefined = e.state() == ComparisonReport.TruePartial.State.UNDEFINED;
            throw Failure.of(
                    undefined ? Failure.UNDEFINED : Failure.UNSETTLED,
                    Said.of(undefined ? "compare.operator.missing" : "compare.operator.unknown", e.name()),
                    undefined ? helpWhereUndefined : helpWhereUnknown);
        });
    }

    private Reference.Effort effort() {
        if (maxDigits < Reference.LEAST_DIGITS || maxDigits > Reference.MOST_DIGITS) {
            throw Failure.usage(
                    Said.of("cli.usage.range", "--max-digits", Reference.LEAST_DIGITS, Reference.MOST_DIGITS));
        }
        if (digits < 1 || digits > maxDigits - Reference.GUARD_DIGITS) {
            throw Failure.usage(Said.of("cli.usage.range", "--digits", "1", (maxDigits - Reference.GUARD_DIGITS)));
        }
        return new Reference.Effort(digits, maxDigits, Reference.Effort.DEFAULT.mostSeconds());
    }

    private ComparisonReport compare(Comparer.Question question, TimingMode care) {
        return compare(new Comparer(effort(), care, withValue), question);
    }

    static ComparisonReport compare(Comparer comparer, Comparer.Question question) {
        try {
            return comparer.compare(question);
        } catch (IllegalInput e) {
            throw Failure.usage(e.said(), Said.of("cli.usage.none"));
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
