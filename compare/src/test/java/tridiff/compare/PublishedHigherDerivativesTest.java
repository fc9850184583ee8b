package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.numerical.Adaptive;
import tridiff.numerical.Stencil;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * The errors that FiniteDifferences.jl prints in its README, with as many points of the same grid, against proved derivatives.
 *
 * <p>One error is one draw: near the best step it is round-off, whose size at one point says little. So the package's own choice of
 * the step is run as well, at 400 points.
 */
class PublishedHigherDerivativesTest {

    private static final int DIGITS = 40;

    /** -p/2 … p/2, without 0 for even p. */
    private static int[] grid(int points) {
        return IntStream.rangeClosed(-points / 2, points / 2)
                .filter(o -> o != 0 || points % 2 == 1)
                .toArray();
    }

    /** Weights on a grid, and the step that minimises a bound of truncation and round-off, as in FiniteDifferences.jl 0.12. */
    private record Rule(int q, int[] grid, double[] weights, double amplification, double truncation) {

        static Rule of(int q, int... grid) {
            int p = grid.length;
            double[] weights = Stencil.of(q, grid).weights().stream()
                    .mapToDouble(Rational::doubleValue)
                    .toArray();
            double amplification = 0;
            double truncation = 0;
            double factorial = 1;
            for (int i = 0; i < p; i++) {
                amplification += Math.abs(weights[i]);
                truncation += Math.abs(weights[i] * Math.pow(grid[i], p));
                factorial *= i + 1;
            }
            return new Rule(q, grid, weights, amplification, truncation / factorial);
        }

        double[] values(DoubleUnaryOperator f, double x, double h) {
            return Arrays.stream(grid)
                    .mapToDouble(o -> f.applyAsDouble(x + h * o))
                    .toArray();
        }

        double quotient(double[] values, double h) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values[i];
            }
            return sum / Math.pow(h, q);
        }

        double step(double derivative, double spacing) {
            int p = grid.length;
            double ratio = spacing * amplification / (derivative * truncation);
            return Math.pow((double) q / (p - q) * ratio, 1.0 / p);
        }

        /** The step for functions of which nothing is known. */
        double usualStep() {
            return step(10, Math.ulp(1.0));
        }
    }

    /** {@code central_fdm(p, q)}: the p-th derivative is the largest of three estimates by p + 2 values with their usual step. */
    private static final class TheirMethod {
        private final Rule rule;
        private final Rule[] bounds;

        TheirMethod(int p, int q) {
            this.rule = Rule.of(q, grid(p));
            this.bounds = IntStream.rangeClosed(-1, 1)
                    .mapToObj(shift -> Rule.of(
                            p, Arrays.stream(grid(p + 2)).map(o -> o + shift).toArray()))
                    .toArray(Rule[]::new);
        }

        double at(DoubleUnaryOperator f, double x) {
            double h = bounds[1].usualStep();
            double[] values = bounds[1].values(f, x, h);
            double derivative = Arrays.stream(bounds)
                    .mapToDouble(b -> Math.abs(b.quotient(values, h)))
                    .max()
                    .orElseThrow();
            double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
            double usual = rule.usualStep();
            double chosen = derivative == 0 || size == 0 ? usual : rule.step(derivative, Math.ulp(size));
            double limited = Math.min(chosen, 1000 * usual);
            return rule.quotient(rule.values(f, x, limited), limited);
        }
    }

    /** A function, its values in doubles, and its q-th derivative proved. */
    private static final class Case {
        private final WengertList derivative;
        private final Evaluator values;

        Case(String text, int q) {
            Expr f = Parser.parse(text);
            Expr.Var x = f.variables().get(0);
            this.derivative = WengertList.of(SymbolicDerivative.raw().derivative(f, x, q), List.of(x));
            this.values = new Evaluator(WengertList.of(f, List.of(x)));
        }

        double value(double x) {
            return values.run(new double[] {x});
        }

        double error(double x, double quotient) {
            var k = new Enclosures(DIGITS);
            return derivative
                    .in(k, List.of(Enclosure.of(Rational.of(x))))
                    .get(0)
                    .absoluteError(quotient);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 8.8e-11", "12, 2, 5.2e-14", "10, 4, 1.0e-10", "20, 4, 5.3e-14"})
    void the_errors_for_sine_at_1_are_met_with_no_more_points(int points, int q, double published) {
        var sine = new Case("sin(x)", q);
        double error = sine.error(
                1,
                new Adaptive(Stencil.of(q, grid(points)))
                        .estimate(sine::value, 1)
                        .value());
        assertTrue(error <= published, "error " + error);
    }

    /**
     * Median and largest error at 400 points. What is attainable for sine, by a step that knows the truth and an exact sum, is a median
     * of 8.2e-11 with 10 points and 5.7e-14 with 20. The printed 1.0e-10 and 5.3e-14 are about that; the package itself meets them at
     * 158 and at 29 of these points, the adaptive step at 167 and 169.
     */
    @ParameterizedTest
    @CsvSource({
        "sin(x), 5, 1", "sin(x), 5, 2", "sin(x), 12, 2", "sin(x), 10, 4", "sin(x), 20, 4",
        "exp(x), 5, 1", "exp(x), 5, 2", "exp(x), 12, 2", "exp(x), 10, 4", "exp(x), 20, 4",
        "atan(x), 5, 1", "atan(x), 5, 2", "atan(x), 12, 2", "atan(x), 10, 4", "atan(x), 20, 4"
    })
    void the_median_is_not_above_that_of_the_package(String text, int points, int q) {
        var f = new Case(text, q);
        var ours = new Adaptive(Stencil.of(q, grid(points)));
        var theirs = new TheirMethod(points, q);
        double[] own = errors(f, x -> ours.estimate(f::value, x).value());
        double[] others = errors(f, x -> theirs.at(f::value, x));
        String figures =
                String.format(Locale.ROOT, "%.2g/%.2g against %.2g/%.2g", own[200], own[399], others[200], others[399]);
        assertTrue(own[200] <= others[200] && own[399] <= others[399], figures);
    }

    private static double[] errors(Case f, DoubleUnaryOperator method) {
        return new Random(1)
                .doubles(400, 0.5, 1.5)
                .map(x -> f.error(x, method.applyAsDouble(x)))
                .sorted()
                .toArray();
    }

    /** For the first derivative, 5 points, the package's printed error is a better draw than ours at 1; over all points ours are better. */
    @ParameterizedTest
    @CsvSource({"5, 1, 2.4e-14", "10, 4, 1.0e-10", "20, 4, 5.3e-14"})
    void printed_errors_are_met_at_as_many_points_as_by_the_package(int points, int q, double printed) {
        var sine = new Case("sin(x)", q);
        var ours = new Adaptive(Stencil.of(q, grid(points)));
        var theirs = new TheirMethod(points, q);
        long own = below(errors(sine, x -> ours.estimate(sine::value, x).value()), printed);
        long others = below(errors(sine, x -> theirs.at(sine::value, x)), printed);
        assertTrue(own > 0.9 * others && own > 150, own + " of 400 against " + others);
    }

    private static long below(double[] errors, double limit) {
        return Arrays.stream(errors).filter(e -> e <= limit).count();
    }
}
