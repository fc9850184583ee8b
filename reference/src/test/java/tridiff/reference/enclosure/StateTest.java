package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tridiff.expr.Rational;

class StateTest {
    private static final EnclosureArithmetic A = new EnclosureArithmetic(40);
    private static final Enclosure ZERO = Enclosure.of(0L);
    private static final Enclosure ONE = Enclosure.of(1L);
    private static final Enclosure MINUS_ONE = Enclosure.of(-1L);
    private static final Enclosure HUGE = Enclosure.of(1e300);
    private static final Enclosure NEARLY_ZERO = // sin 2 - 2 sin 1 cos 1, which closed forms do not see through
            A.minus(A.sin(Enclosure.of(2.0)), A.times(Enclosure.of(2.0), A.times(A.sin(ONE), A.cos(ONE))));

    private static void undefined(Cause cause, Enclosure... all) {
        for (Enclosure x : all) {
            assertTrue(x.isUndefined() && !x.isNumber() && !x.isUndecided(), x::toString);
            assertEquals(cause, x.cause());
            assertFalse(x.toString().isEmpty());
        }
    }

    private static void undecided(Enclosure... all) {
        for (Enclosure x : all) {
            assertTrue(x.isUndecided() && !x.isNumber() && !x.isUndefined(), x::toString);
            assertThrows(IllegalStateException.class, x::cause);
        }
    }

    @Test
    void argumentsOutsideTheDomainAreUndefined() {
        Enclosure two = Enclosure.of(2L);
        undefined(Cause.OUTSIDE_DOMAIN, A.log(MINUS_ONE), A.log2(MINUS_ONE), A.log10(MINUS_ONE));
        undefined(Cause.OUTSIDE_DOMAIN, A.sqrt(MINUS_ONE), A.sqrt(A.negate(A.pi())), A.log1p(Enclosure.of(-2L)));
        undefined(Cause.OUTSIDE_DOMAIN, A.asin(two), A.acos(A.pi()), A.acosh(ZERO), A.atanh(two));
        undefined(Cause.OUTSIDE_DOMAIN, A.power(MINUS_ONE, Enclosure.of(0.5)), A.power(A.negate(A.pi()), A.pi()));
        undefined(Cause.OUTSIDE_DOMAIN, A.polygamma(MINUS_ONE, ONE), A.polygamma(Enclosure.of(0.5), ONE));
    }

    @Test
    void polesAreUndefined() {
        undefined(Cause.POLE, A.over(ONE, ZERO), A.over(A.pi(), ZERO), A.log(ZERO), A.log1p(MINUS_ONE));
        undefined(Cause.POLE, A.log2(ZERO), A.log10(ZERO), A.cot(ZERO), A.csc(ZERO), A.atanh(ONE), A.atanh(MINUS_ONE));
        undefined(Cause.POLE, A.gamma(ZERO), A.gamma(MINUS_ONE), A.lgamma(MINUS_ONE), A.digamma(ZERO));
        undefined(Cause.POLE, A.polygamma(ONE, MINUS_ONE), A.power(ZERO, MINUS_ONE), A.power(ZERO, Enclosure.of(-0.5)));
    }

    @Test
    void indeterminateFormsAreUndefined() {
        undefined(Cause.ZERO_OVER_ZERO, A.over(ZERO, ZERO));
        undefined(Cause.ZERO_TO_THE_ZERO, A.power(ZERO, ZERO));
        undefined(Cause.INDETERMINATE, A.atan2(ZERO, ZERO));
    }

    @Test
    void theFirstCauseWins() {
        Enclosure pole = Enclosure.undefined(Cause.POLE);
        Enclosure outside = Enclosure.undefined(Cause.OUTSIDE_DOMAIN);
        undefined(Cause.POLE, A.plus(pole, outside), A.sin(pole), A.less(ONE, pole), A.max(pole, ONE));
        undefined(Cause.OUTSIDE_DOMAIN, A.times(outside, pole), A.over(Enclosure.undecided(), outside));
        undecided(A.exp(Enclosure.undecided()), A.plus(ONE, Enclosure.undecided()));
    }

    @Test
    void whatIsNotSettledIsUndecided() {
        undecided(A.over(ONE, NEARLY_ZERO), A.over(ZERO, NEARLY_ZERO), A.over(NEARLY_ZERO, ZERO));
        undecided(A.log(NEARLY_ZERO), A.sqrt(NEARLY_ZERO), A.floor(NEARLY_ZERO), A.ceil(NEARLY_ZERO));
        undecided(A.sign(NEARLY_ZERO), A.less(NEARLY_ZERO, ZERO), A.equal(NEARLY_ZERO, ZERO));
        undecided(A.power(NEARLY_ZERO, ZERO), A.power(NEARLY_ZERO, Enclosure.of(0.5)), A.power(MINUS_ONE, NEARLY_ZERO));
        undecided(A.atan2(NEARLY_ZERO, MINUS_ONE), A.atan2(NEARLY_ZERO, NEARLY_ZERO), A.gamma(NEARLY_ZERO));
        undecided(
                A.asin(A.plus(ONE, NEARLY_ZERO)), A.acosh(A.plus(ONE, NEARLY_ZERO)), A.floor(A.plus(ONE, NEARLY_ZERO)));
        assertTrue(A.atan2(NEARLY_ZERO, ONE).contains(Rational.ZERO));
        assertTrue(A.atan2(ONE, NEARLY_ZERO).overlaps(A.over(A.pi(), Enclosure.of(2L))));
    }

    @Test
    void whatIsTooLargeIsUndecided() {
        Enclosure enormous = Enclosure.of(Rational.TWO.power(5001));
        undecided(A.exp(HUGE), A.sinh(HUGE), A.gamma(HUGE), A.power(HUGE, HUGE), A.sin(enormous), A.cosh(HUGE));
        undecided(A.polygamma(Enclosure.of(100_000L), ONE), A.power(Enclosure.of(1.5), HUGE));
    }

    @Test
    void whatIsTinyIsEnclosedWithItsSign() {
        Enclosure minus = A.negate(HUGE);
        for (Enclosure x : new Enclosure[] {
            A.exp(minus),
            A.sigmoid(minus),
            A.softplus(minus),
            A.erfc(HUGE),
            A.power(Enclosure.of(0.5), HUGE),
            A.exp(Enclosure.of(-1e12))
        }) {
            assertTrue(x.isNumber() && x.contains(Rational.ZERO), x::toString);
            assertEquals(0.0, x.nearest().orElseThrow());
            assertTrue(x.upper().compareTo(Rational.of(Double.MIN_VALUE)) < 0);
        }
        Enclosure y = A.exp(Enclosure.of(-1e10));
        assertEquals(1, y.signum().orElseThrow());
        assertEquals("9.2785844203e-4342944820", y.toString(11));
        assertEquals("1.0777506080e4342944819", A.exp(Enclosure.of(1e10)).toString(11));
    }

    @Test
    void hugeExponentsDoNotHang() {
        Enclosure power = A.power(Enclosure.of(1 + 0x1p-52), Enclosure.of(1e17));
        assertTrue(power.accurateTo(40));
        Enclosure one = A.power(MINUS_ONE, HUGE);
        assertEquals(Rational.ONE, one.exact().orElseThrow());
        undecided(A.power(Enclosure.of(-1.5), HUGE));
    }
}
