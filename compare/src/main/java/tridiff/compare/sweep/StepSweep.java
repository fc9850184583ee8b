package tridiff.compare.sweep;

import static tridiff.compare.Comparer.NoValue.Kind.DERIVATIVE;
import static tridiff.compare.Comparer.NoValue.Kind.UNSETTLED;
import static tridiff.compare.Comparer.NoValue.Kind.VALUE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Methods;
import tridiff.compare.table.Result;
import tridiff.compare.table.Table;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Problem;

/**
 * The error of the derivative by one variable against the step h of a difference, beside the methods that have no step.
 *
 * @param schema version of this form
 * @param function the formula, cut where it is long
 * @param point the variables and their values
 * @param by the variable to differentiate by
 * @param derivative the true derivative, in decimal digits
 * @param absolute whether errors are absolute because the true derivative is exactly 0; else they are relative
 * @param steps h, rising
 * @param schemes the differences
 * @param stepless the methods without a step
 * @param work what each method reaches with how many evaluations
 */
public record StepSweep(
        String schema,
        String function,
        List<ComparisonReport.Coordinate> point,
        String by,
        String derivative,
        boolean absolute,
        List<Double> steps,
        List<ErrorCurve> schemes,
        List<Stepless> stepless,
        List<Work> work)
        implements Result {

    /** The methods that are swept where none are asked for. */
    public static final List<MethodId> USUAL = List.of(
            MethodId.numerical("forward"),
            MethodId.numerical("central2"),
            MethodId.numerical("central4"),
            MethodId.symbolic("simplified"),
            MethodId.autodiff("forward"),
            MethodId.autodiff("reverse"));

    /** The most steps of one sweep. */
    public static final int MOST_STEPS = 100_000;

    private static final int MOST_TEXT = 2000;
    private static final int DIGITS = 20;

    /** Digits of slopes in sentences. */
    private static final int SHORT = 12;

    /**
     * A difference formula with its error at each step.
     *
     * @param id of the method
     * @param order of accuracy: in theory the error falls as h to this power
     * @param errors one for each step; NaN where the quotient or its error is not finite, as outside the domain
     * @param best the position of the smallest error, the largest step among equals; -1 if there is none
     * @param classicalStep the step that the method picks here
     * @param classicalError the error with that step, or NaN
     * @param left the slope of the error to the left of the best step; -1 in theory, as round-off grows
     * @param right the slope to the right of it; {@code order} in theory
     */
    public record ErrorCurve(
            MethodId id,
            int order,
            List<Double> errors,
            int best,
            double classicalStep,
            double classicalError,
            Slope left,
            Slope right) {

        /** How many steps have no error to show. */
        public int gaps() {
            return (int) errors.stream().filter(e -> e.isNaN()).count();
        }
    }

    /** A method without a step; its error is NaN if it refuses the function or finds no finite derivative. */
    public record Stepless(MethodId id, double error) {}

    /**
     * The error that a method reaches and the price.
     *
     * @param evaluations of f for one derivative; 0 for methods that evaluate something else instead
     * @param error with the step of its own choice, or none; NaN if it has no value
     * @param estimate of that error by the method itself, relative as the errors are; null if it makes none
     * @param bestStep the best step of the sweep; null if the method has no step or no error at any
     * @param bestError the error with that step
     */
    public record Work(
            MethodId id, int evaluations, double error, Double estimate, Double bestStep, Double bestError) {}

    /**
     * Measures the usual methods at the point with logarithmically spaced steps.
     *
     * @param variables the inputs of f, in the order of the point
     * @param from the smallest step, positive
     * @param to the largest step
     * @param perDecade steps in each decade
     * @throws Comparer.NoValue if f or its derivative has no value there, or none that can be settled
     */
    public static StepSweep of(
            Expr f, List<Expr.Var> variables, double[] point, Expr.Var by, double from, double to, int perDecade) {
        return of(f, variables, point, by, from, to, perDecade, USUAL);
    }

    /** The same with methods of one's choice: those that have a step are swept, the others are measured once. */
    public static StepSweep of(
            Expr f,
            List<Expr.Var> variables,
            double[] point,
            Expr.Var by,
            double from,
            double to,
            int perDecade,
            List<MethodId> methods) {
        List<Double> steps = spaced(from, to, perDecade);
        var problem = Problem.of(f, variables, List.of(by));
        Enclosure truth = truth(problem, point, by);
        var measuring = new StepMeasurement(problem, point, truth);
        List<ErrorCurve> schemes = methods.stream()
                .filter(Methods::hasStep)
                .map(id -> measuring.scheme(id, steps))
                .toList();
        return new StepSweep(
                ComparisonReport.SCHEMA,
                Printer.PLAIN.printUpTo(MOST_TEXT, f),
                ComparisonReport.Coordinate.of(variables, point),
                by.name(),
                truth.toString(DIGITS),
                truth.isZero(),
                steps,
                schemes,
                methods.stream()
                        .filter(id -> !Methods.hasStep(id))
                        .map(measuring::stepless)
                        .toList(),
                work(measuring, methods, schemes, steps));
    }

    /** The methods asked for and those that choose their steps more carefully, by evaluations. */
    private static List<Work> work(
            StepMeasurement measuring, List<MethodId> methods, List<ErrorCurve> schemes, List<Double> steps) {
        return Stream.concat(
                        methods.stream(),
                        Stream.of(
                                MethodId.numerical("ridders"),
                                MethodId.numerical("adaptive"),
                                MethodId.numerical("complex-step")))
                .distinct()
                .map(id -> measuring.work(
                        id, schemes.stream().filter(s -> s.id().equals(id)).findFirst(), steps))
                .sorted(Comparator.comparingInt(Work::evaluations))
                .toList();
    }

    /** The smallest error of any difference at any step, or empty where no difference has a value. */
    public OptionalDouble bestError() {
        return schemes.stream()
                .filter(s -> s.best >= 0)
                .mapToDouble(s -> s.errors.get(s.best))
                .min();
    }

    /** From 10^a to 10^b; whole powers of ten are met exactly. */
    static List<Double> spaced(double from, double to, int perDecade) {
        boolean valid = from > 0 && to >= from && to < Double.POSITIVE_INFINITY && perDecade > 0;
        if (!valid) {
            throw new IllegalArgumentException("no steps from " + from + " to " + to + ", " + perDecade + " a decade");
        }
        double decades = Math.log10(to) - Math.log10(from);
        int count = (int) Math.min(MOST_STEPS, Math.round(decades * perDecade)) + 1;
        return IntStream.range(0, count)
                .mapToObj(
                        i -> i == 0 ? from : i == count - 1 ? to : power(Math.log10(from) + decades * i / (count - 1)))
                .toList();
    }

    private static double power(double exponent) {
        long whole = Math.round(exponent);
        return Math.abs(exponent - whole) < 1e-9 ? Double.parseDouble("1e" + whole) : Math.pow(10, exponent);
    }

    private static Enclosure truth(Problem problem, double[] point, Expr.Var by) {
        WengertList list = problem.list();
        requireEnclosures(list);
        List<Rational> exactly = Arrays.stream(point).mapToObj(Rational::of).toList();
        Reference reference = Reference.at(list, exactly, problem.active(), Reference.Effort.DEFAULT);
        requireNumber(reference, reference.value(), reference.obstacle().orElse(Said.words("f")), VALUE);
        Enclosure derivative = reference.gradient().get(0);
        if (derivative.isUndefined() && reference.beside(0).isPresent()) {
            throw new Comparer.NoValue(
                    Said.of(
                            "compare.failure.missing",
                            by.name(),
                            Comparer.blamed(reference.beside(0).get().describe(SHORT), reference)),
                    DERIVATIVE);
        }
        requireNumber(reference, derivative, Said.words("df/d" + by.name()), DERIVATIVE);
        if (!derivative.accurateTo(DIGITS)) {
            throw new Comparer.NoValue(Said.of("compare.settled.not", "df/d" + by.name()), UNSETTLED);
        }
        return derivative;
    }

    private static void requireEnclosures(WengertList list) {
        for (int i = 0; i < list.size(); i++) {
            boolean call = list.kind(i) == OpKind.UNARY || list.kind(i) == OpKind.BINARY;
            if (call && !Enclosures.know(list.operation(i))) {
                throw new Comparer.NoValue(
                        Said.of("compare.limit.enclosure", list.operation(i).symbol()), UNSETTLED);
            }
        }
    }

    private static void requireNumber(Reference reference, Enclosure x, Said what, Comparer.NoValue.Kind kind) {
        if (x.isUndefined()) {
            Said cause = x.cause().said();
            throw new Comparer.NoValue(
                    Said.of("compare.undefined", what, kind == VALUE ? cause : Comparer.blamed(cause, reference)),
                    kind);
        }
        if (!x.isNumber()) {
            Said unsettled = Said.of("compare.settled.not", what);
            throw new Comparer.NoValue(kind == VALUE ? unsettled : Comparer.blamed(unsettled, reference), UNSETTLED);
        }
    }

    @Override
    public String text(Language say) {
        return StepSweepText.of(this, say);
    }

    @Override
    public List<Table> tables() {
        return StepSweepText.tables(this);
    }

    @Override
    public String csv() {
        return StepSweepText.csv(this);
    }
}
