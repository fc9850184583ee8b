package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;

/**
 * Every function's value in doubles over its whole domain, from the smallest numbers to the largest, in ulps of the proved one.
 *
 * <p>On the negative axis lgamma and digamma have zeros between terms that cancel: there the ulps are those of 1. Beyond 36 those of
 * besselj0 are of the size of its waves.
 */
class ValueAccuracyTest {

    private static final int POINTS = 500;

    /** What two or three roundings and a function of {@link Math} come to. */
    private static final double ALLOWED = 2.5;

    private final Enclosures k = new Enclosures(60);

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void a_value_is_accurate_over_the_whole_domain(Elementary f) {
        double allowed = Math.max(ALLOWED, f.facts().rounding() / 2.0);
        long checked = Magnitudes.arguments(POINTS, 6)
                .filter(x -> {
                    Enclosure truth = k.apply(f, Enclosure.of(Rational.of(x)));
                    return check(f + " at " + x, f.of(x), truth, allowed, least(f, x));
                })
                .count();
        assertTrue(checked > POINTS / 10, "only " + checked + " points are in its domain");
    }

    private static double least(Elementary f, double x) {
        return switch (f) {
            case LGAMMA, DIGAMMA -> x < 0 ? 1 : 0;
            case BESSELJ0 -> Math.abs(x) > 36 ? Math.sqrt(2 / Math.PI / Math.abs(x)) : 0;
            default -> 0;
        };
    }

    /** Whether there was something to check: the value is a number, and proved to be one. */
    private static boolean check(String where, double computed, Enclosure truth, double allowed, double least) {
        if (truth.isUndefined()) {
            assertFalse(Double.isFinite(computed), where + " is undefined, not " + computed);
        }
        double nearest = truth.isNumber() ? truth.nearest().orElse(Double.NaN) : Double.NaN;
        if (Double.isInfinite(nearest)) {
            assertEquals(nearest, computed, where);
        }
        if (!Double.isFinite(nearest)) {
            return false;
        }
        assertTrue(Double.isFinite(computed), where + " is " + nearest + ", not " + computed);
        double ulps = truth.absoluteError(computed) / Math.ulp(Math.max(Math.abs(nearest), least));
        assertTrue(ulps <= allowed, where + ": " + computed + " is wrong by " + ulps + " ulp");
        return true;
    }

    @ParameterizedTest
    @EnumSource(
            value = Bivariate.class,
            names = {"ATAN2", "HYPOT", "MIN", "MAX"})
    void a_value_of_two_arguments_is_accurate(Bivariate f) {
        double[] x = Magnitudes.arguments(POINTS, 7).toArray();
        double[] y = Magnitudes.arguments(POINTS, 8).toArray();
        int checked = 0;
        for (int i = 0; i < x.length; i++) {
            double other = i % 2 == 0 ? y[i] : x[i] * (i % 3 - 1);
            Enclosure truth = k.apply(f, Enclosure.of(Rational.of(x[i])), Enclosure.of(Rational.of(other)));
            String where = f + " at " + x[i] + ", " + other;
            checked += check(where, f.of(x[i], other), truth, ALLOWED, 0) ? 1 : 0;
        }
        assertTrue(checked > POINTS / 2, "only " + checked);
    }
}
