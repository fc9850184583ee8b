package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.Magnitude;

class EnclosureTest {
    private static final EnclosureArithmetic A = new EnclosureArithmetic(40);
    private static final Enclosure THIRD = Enclosure.of(Rational.of(1, 3));

    private static Enclosure around(double middle, int radius) {
        return Enclosure.of(Ball.of(middle).widened(Magnitude.powerOfTwo(radius)));
    }

    @Test
    void digitsAreCertainAndRounded() {
        assertEquals("3.1415926535897932384626433832795", A.pi().toString(32));
        assertEquals("3.14", A.pi().toString(3));
        assertEquals("0.33333", THIRD.toString(5));
        assertEquals("0.1", Enclosure.of(Rational.of(1, 10)).toString(30));
        assertEquals("-2.5", Enclosure.of(-2.5).toString(30));
        assertEquals("0", Enclosure.of(0L).toString(5));
        assertEquals("1000000", Enclosure.of(1000000L).toString(20));
        assertEquals(
                "1e300",
                Enclosure.of(new Rational(BigInteger.TEN.pow(300), BigInteger.ONE))
                        .toString(20));
        assertEquals("4.94065645841e-324", Enclosure.of(Double.MIN_VALUE).toString(12));
        assertEquals(
                "-1.2345e-9",
                Enclosure.of(Rational.of(new BigDecimal("-1.2345e-9"))).toString(9));
    }

    @Test
    void uncertainDigitsAreNotShown() {
        assertEquals("1.0", around(1, -8).toString(20));
        assertEquals("1.00", around(1, -12).toString(20));
        assertTrue(around(0, -10).toString(20).startsWith("between "));
    }

    @Test
    void middleIsADecimalNumber() {
        assertEquals(new BigDecimal("0.33333"), THIRD.midpoint(5));
        assertEquals(new BigDecimal("3.1416"), A.pi().midpoint(5));
        assertEquals(0, around(0, -10).midpoint(5).signum());
    }

    @Test
    void nearestDoubleIsTheOneAllNumbersRoundTo() {
        assertEquals(OptionalDouble.of(Math.PI), A.pi().nearest());
        assertEquals(OptionalDouble.of(0.1), Enclosure.of(Rational.of(1, 10)).nearest());
        assertEquals(
                OptionalDouble.of(Double.POSITIVE_INFINITY),
                A.exp(Enclosure.of(710L)).nearest());
        assertEquals(
                OptionalDouble.of(Double.NEGATIVE_INFINITY),
                A.sinh(Enclosure.of(-1e4)).nearest());
        assertEquals(
                OptionalDouble.of(Double.MIN_VALUE), A.exp(Enclosure.of(-745L)).nearest());
        assertEquals(OptionalDouble.of(0), A.exp(Enclosure.of(-746L)).nearest());
        assertEquals(OptionalDouble.of(1.0), around(1, -60).nearest());
        assertEquals(OptionalDouble.empty(), around(1, -50).nearest());
        assertEquals(OptionalDouble.empty(), around(1 + 0x1p-30, -40).nearest());
        assertEquals(OptionalDouble.empty(), Enclosure.undecided().nearest());
    }

    @Test
    void errorsAreMeasuredAgainstTheTruth() {
        Enclosure tenth = Enclosure.of(Rational.of(1, 10));
        assertEquals(5.551115123125783e-18, tenth.absoluteError(0.1), 1e-30);
        assertEquals(5.551115123125783e-17, tenth.relativeError(0.1), 1e-29);
        assertEquals(0.4, tenth.ulps(0.1), 1e-12);
        assertEquals(1.2246467991473532e-16, A.pi().absoluteError(Math.PI), 1e-28);
        assertEquals(1.2246467991473532e-16 / 0x1p-51, A.pi().ulps(Math.PI), 1e-12);
        assertEquals(1, Enclosure.of(1.0).ulps(1 + 0x1p-52), 0);
        assertEquals(0.5, Enclosure.of(1.0).ulps(1 - 0x1p-53), 0);
        assertEquals(1, Enclosure.of(0L).ulps(Double.MIN_VALUE), 0);
        assertEquals(1, A.exp(Enclosure.of(-1e10)).relativeError(0), 1e-9);
    }

    @Test
    void errorsAgainstExactlyZero() {
        Enclosure zero = Enclosure.of(0L);
        assertEquals(0, zero.relativeError(0));
        assertEquals(0, zero.relativeError(-0.0));
        assertEquals(Double.POSITIVE_INFINITY, zero.relativeError(1e-300));
        assertEquals(1e-300, zero.absoluteError(1e-300));
        assertThrows(IllegalArgumentException.class, () -> zero.absoluteError(Double.NaN));
    }

    @Test
    void accuracyIsRelative() {
        assertTrue(A.pi().accurateTo(40));
        assertFalse(A.pi().accurateTo(60));
        assertTrue(THIRD.accurateTo(1000));
        assertFalse(around(0, -1000).accurateTo(1));
        assertFalse(Enclosure.undecided().accurateTo(1));
        assertTrue(around(1, -21).accurateTo(6));
        assertFalse(around(1, -20).accurateTo(6));
    }

    @Test
    void boundsAreAroundTheNumber() {
        Rational low = Rational.of(new BigDecimal("3.14159265358979323846264338327950288419"));
        Rational high = Rational.of(new BigDecimal("3.14159265358979323846264338327950288420"));
        assertTrue(A.pi().lower().compareTo(high) < 0 && A.pi().upper().compareTo(low) > 0);
        assertTrue(A.pi().lower().compareTo(A.pi().upper()) < 0);
        assertFalse(A.pi().contains(low));
        assertFalse(A.pi().contains(high));
        assertTrue(around(1, -10).contains(Rational.ONE));
        assertTrue(around(1, -10).contains(Rational.of(1025, 1024)));
        assertFalse(around(1, -10).contains(Rational.of(1026, 1024)));
        assertTrue(around(1, -10).overlaps(around(1 + 0x1p-9, -10)));
        assertFalse(around(1, -10).overlaps(around(1 + 0x1p-8, -10)));
        assertThrows(ArithmeticException.class, () -> A.exp(Enclosure.of(1e10)).upper());
    }

    @Test
    void signsAreKnownAwayFromZero() {
        assertEquals(1, A.pi().signum().orElseThrow());
        assertEquals(-1, A.negate(A.pi()).signum().orElseThrow());
        assertTrue(around(0, -5).signum().isEmpty());
        assertTrue(Enclosure.of(0L).isZero());
        assertFalse(around(0, -5).isZero());
    }
}
