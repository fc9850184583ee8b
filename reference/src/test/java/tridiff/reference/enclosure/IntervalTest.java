package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tridiff.reference.ball.Ball;

/** What a function yields on an interval contains its values at the points of the interval. */
class IntervalTest {
    private static final EnclosureArithmetic ARITHMETIC = new EnclosureArithmetic(30);
    private static final EnclosureArithmetic FINE = new EnclosureArithmetic(60);
    private static final int INTERVALS = 150;

    private final SplittableRandom random = new SplittableRandom(11);

    @ParameterizedTest
    @EnumSource
    void wideIntervalsContainAllInnerValues(UnaryFunction f) {
        for (int i = 0; i < INTERVALS; i++) {
            check(f, Math.pow(10, random.nextDouble(-4, 0.5)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void narrowIntervalsContainAllInnerValues(UnaryFunction f) {
        int numbers = 0;
        for (int i = 0; i < INTERVALS; i++) {
            numbers += check(f, Math.pow(10, random.nextDouble(-15, -6))) ? 1 : 0;
        }
        assertTrue(numbers > INTERVALS / 2, f + " is mostly decided");
    }

    @ParameterizedTest
    @EnumSource
    void resultsOnNarrowIntervalsAreNarrow(UnaryFunction f) {
        double middle = f.from + 0.637 * (f.to - f.from);
        Enclosure x = interval(middle - 1e-13, middle + 1e-13);
        assertTrue(f.at(ARITHMETIC, x).accurateTo(9), () -> f + " at " + x + " is " + f.at(ARITHMETIC, x));
    }

    private boolean check(UnaryFunction f, double width) {
        double low = random.nextInt(4) == 0
                ? Math.rint(random.nextDouble(f.from, f.to)) - width * random.nextDouble()
                : random.nextDouble(f.from, f.to);
        Enclosure y = f.at(ARITHMETIC, interval(low, low + width));
        assertFalse(y.isNumber() && y.exact().isEmpty() && y.lower().compareTo(y.upper()) > 0);
        for (int i = 0; i < 6; i++) {
            double x = low + width * (i < 2 ? i : random.nextDouble());
            if (x <= low + width) {
                checkPoint(f, y, f.at(FINE, Enclosure.of(x)), low + " " + (low + width) + " at " + x);
            }
        }
        return y.isNumber();
    }

    private static void checkPoint(UnaryFunction f, Enclosure y, Enclosure point, String where) {
        if (y.isNumber()) {
            assertTrue(
                    point.isNumber() && y.overlaps(point), () -> f + " on " + where + ": " + point + " is not in " + y);
        } else if (y.isUndefined()) {
            assertTrue(point.isUndefined(), () -> f + " on " + where + " is defined");
        }
    }

    @Test
    void extremesInsideAreInside() {
        assertTrue(ARITHMETIC.sin(interval(1, 2)).contains(tridiff.expr.Rational.ONE));
        assertTrue(ARITHMETIC.cosh(interval(-1, 2)).contains(tridiff.expr.Rational.ONE));
        assertTrue(ARITHMETIC.gamma(interval(0.5, 3)).overlaps(FINE.gamma(Enclosure.of(1.4616321449683622))));
        assertTrue(ARITHMETIC.lgamma(interval(0.5, 3)).overlaps(FINE.lgamma(Enclosure.of(1.4616321449683622))));
    }

    @Test
    void polesInsideAreUndecided() {
        assertTrue(ARITHMETIC.tan(interval(1, 2)).isUndecided());
        assertTrue(ARITHMETIC.cot(interval(-1, 1)).isUndecided());
        assertTrue(ARITHMETIC.gamma(interval(-0.5, 0.5)).isUndecided());
        assertTrue(ARITHMETIC.digamma(interval(-2.5, -1.5)).isUndecided());
        assertTrue(ARITHMETIC.over(Enclosure.of(1L), interval(-1, 1)).isUndecided());
    }

    private static Enclosure interval(double low, double high) {
        return Enclosure.of(Ball.hull(Ball.of(low), Ball.of(high), 200));
    }
}
