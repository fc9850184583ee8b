package tridiff.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tridiff.compare.enclosure.Enclosure;
import tridiff.expr.Differentiator;
import tridiff.expr.Expr;
import tridiff.expr.Line;
import tridiff.expr.Printer;
import tridiff.expr.Rational;
import tridiff.expr.WengertList;
import tridiff.numerical.FiniteDifference;
import tridiff.numerical.StepSize;

/**
 * The error of the derivative by one variable against the step h of a difference, beside the methods that have no step.
 *
 * @param function the formula, cut where it is long
 * @param point the variables and their values
 * @param by the variable to differentiate by
 * @param derivative the true derivative, in decimal digits
 * @param absolute whether errors are absolute because the true derivative is exactly 0; else they are relative
 * @param steps h, rising
 * @param schemes the differences
 * @param stepless the methods without a step
 */
public record StepSweep(
        String function,
        List<ComparisonReport.Coordinate> point,
        String by,
        String derivative,
        boolean absolute,
        List<Double> steps,
        List<Scheme> schemes,
        List<Stepless> stepless) {

    private static final int MOST_TEXT = 2000;
    private static final int MOST_STEPS = 100_000;
    private static final int DIGITS = 20;

    /**
     * A difference formula with its error at each step.
     *
     * @param id of the method
     * @param order of accuracy: in theory the error falls as h to this power
     * @param errors one for each step; NaN where the quotient or its error is not finite, as outside the domain
     * @param best the position of the smallest error, the largest step among equals; -1 if there is none
     * @param classicalStep the step that the classical rule picks here
     * @param classicalError the error with that step, or NaN
     */
    public record Scheme(
            String id, int order, List<Double> errors, int best, double classicalStep, double classicalError) {

        /** How many steps have no error to show. */
        public int gaps() {
            return (int) errors.stream().filter(e -> e.isNaN()).count();
        }
    }

    /** A method without a step; its error is NaN if it refuses the function or finds no finite derivative. */
    public record Stepless(String id, double error) {}

    /**
     * Measures at the point with logarithmically spaced steps.
     *
     * @param variables the inputs of f, in the order of the point
     * @param from the smallest step, positive
     * @param to the largest step
     * @param perDecade steps in each decade
     * @throws Comparer.NoValue if f or its derivative has no value there, or none that can be settled
     */
    public static StepSweep of(
            Expr f, List<Expr.Var> variables, double[] point, Expr.Var by, double from, double to, int perDecade) {
        List<Double> steps = spaced(from, to, perDecade);
        Enclosure truth = truth(f, variables, point, by);
        var sweep = new Measuring(f, variables, point, by, truth);
        return new StepSweep(
                Printer.PLAIN.printUpTo(MOST_TEXT, f),
                coordinates(variables, point),
                by.name(),
                truth.toString(DIGITS),
                truth.isZero(),
                steps,
                List.of(
                        sweep.scheme(FiniteDifference.forward(), steps),
                        sweep.scheme(FiniteDifference.central(2), steps),
                        sweep.scheme(FiniteDifference.central(4), steps)),
                List.of(
                        sweep.stepless("symbolic.simplified"),
                        sweep.stepless("autodiff.forward"),
                        sweep.stepless("autodiff.reverse")));
    }

    /** The smallest error of any difference at any step, or empty where no difference has a value. */
    public OptionalDouble bestError() {
        return schemes.stream()
                .filter(s -> s.best >= 0)
                .mapToDouble(s -> s.errors.get(s.best))
                .min();
    }

    /** From 10^a to 10^b; whole powers of ten are met exactly. */
    private static List<Double> spaced(double from, double to, int perDecade) {
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

    private static List<ComparisonReport.Coordinate> coordinates(List<Expr.Var> variables, double[] point) {
        return IntStream.range(0, point.length)
                .mapToObj(i -> new ComparisonReport.Coordinate(
                        variables.get(i).name(), point[i], Double.toHexString(point[i])))
                .toList();
    }

    private static Enclosure truth(Expr f, List<Expr.Var> variables, double[] point, Expr.Var by) {
        var list = WengertList.of(f, variables);
        requireEnclosures(list);
        boolean[] wanted = new boolean[list.inputCount()];
        wanted[variables.indexOf(by)] = true;
        List<Rational> exactly = Arrays.stream(point).mapToObj(Rational::of).toList();
        Reference reference = Reference.at(list, exactly, wanted, Reference.Effort.DEFAULT);
        requireNumber(reference.value(), reference.obstacle().orElse("f"), "");
        Enclosure derivative = reference.gradient().get(0);
        requireNumber(
                derivative,
                "df/d" + by.name(),
                reference.obstacle().map(o -> " in " + o).orElse(""));
        if (!derivative.accurateTo(DIGITS)) {
            throw new Comparer.NoValue("df/d" + by.name() + " could not be settled", false);
        }
        return derivative;
    }

    private static void requireEnclosures(WengertList list) {
        for (int i = 0; i < list.size(); i++) {
            boolean call = list.kind(i) == Line.UNARY || list.kind(i) == Line.BINARY;
            if (call && !Enclosures.know(list.operation(i))) {
                throw new Comparer.NoValue(
                        "there is no proved enclosure of " + list.operation(i).symbol(), false);
            }
        }
    }

    private static void requireNumber(Enclosure x, String what, String where) {
        if (x.isUndefined()) {
            throw new Comparer.NoValue(what + " is undefined: " + x.cause().text() + where, true);
        }
        if (!x.isNumber()) {
            throw new Comparer.NoValue(what + " could not be settled" + where, false);
        }
    }

    /** One function at one point with its true derivative. */
    private static final class Measuring {
        private final Expr f;
        private final List<Expr.Var> variables;
        private final double[] point;
        private final Expr.Var by;
        private final Enclosure truth;

        Measuring(Expr f, List<Expr.Var> variables, double[] point, Expr.Var by, Enclosure truth) {
            this.f = f;
            this.variables = variables;
            this.point = point;
            this.by = by;
            this.truth = truth;
        }

        Scheme scheme(FiniteDifference scheme, List<Double> steps) {
            double[] h = new double[1];
            var gradient = scheme.with((stencil, x) -> h[0]).prepare(f, variables, List.of(by));
            var errors = new ArrayList<Double>();
            for (double step : steps) {
                h[0] = step;
                errors.add(error(gradient));
            }
            double classical = StepSize.CLASSICAL.of(scheme.stencil(), point[variables.indexOf(by)]);
            h[0] = classical;
            return new Scheme(
                    scheme.id(),
                    scheme.stencil().accuracy(),
                    List.copyOf(errors),
                    best(errors),
                    classical,
                    error(gradient));
        }

        private static int best(List<Double> errors) {
            int best = -1;
            for (int i = 0; i < errors.size(); i++) {
                boolean better = best < 0 ? !errors.get(i).isNaN() : errors.get(i) <= errors.get(best);
                best = better ? i : best;
            }
            return best;
        }

        Stepless stepless(String id) {
            try {
                return new Stepless(id, error(Methods.of(id).prepare(f, variables, List.of(by))));
            } catch (Differentiator.Refusal refusal) {
                return new Stepless(id, Double.NaN);
            }
        }

        private double error(Differentiator.Gradient gradient) {
            double[] result = new double[1];
            gradient.at(point.clone(), result);
            if (!Double.isFinite(result[0])) {
                return Double.NaN;
            }
            double error = truth.isZero() ? truth.absoluteError(result[0]) : truth.relativeError(result[0]);
            return Double.isFinite(error) ? error : Double.NaN;
        }
    }
}
