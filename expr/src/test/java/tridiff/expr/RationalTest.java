package tridiff.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationalTest {

    private final Random random = new Random(1);

    @Test
    void every_double_comes_back() {
        for (int i = 0; i < 20_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                assertEquals(x + 0.0, Rational.of(x).doubleValue());
                assertEquals(0, new BigDecimal(x).compareTo(Rational.of(x).toBigDecimal()));
            }
        }
        for (double x :
                new double[] {Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, 1, -0.75, 0x1p52, 0x1.fp-1070}) {
            assertEquals(x, Rational.of(x).doubleValue());
        }
    }

    /** Against the JDK's correct rounding of a decimal with 1,200 digits, ties and subnormal numbers included. */
    @Test
    void rounding_to_double_is_correct() {
        for (int i = 0; i < 3_000; i++) {
            int shift = random.nextInt(2_200) - 1_100;
            Rational r = new Rational(new BigInteger(80, random).setBit(79), new BigInteger(40, random).setBit(39));
            Rational power = Rational.TWO.power(Math.abs(shift));
            r = shift < 0 ? r.over(power) : r.times(power);
            BigDecimal digits = new BigDecimal(r.numerator())
                    .divide(new BigDecimal(r.denominator()), new MathContext(1_200, RoundingMode.DOWN));
            double expected = Double.parseDouble(digits.toString());
            assertEquals(expected, r.doubleValue(), r.toString());
        }
    }

    @Test
    void halfway_cases_go_to_even() {
        Rational ulp = Rational.of(Math.ulp(1.0));
        Rational half = ulp.over(Rational.TWO);
        assertEquals(1.0, Rational.ONE.plus(half).doubleValue());
        assertEquals(1 + 2 * Math.ulp(1.0), Rational.ONE.plus(ulp).plus(half).doubleValue());
        assertEquals(
                Math.nextUp(1.0), Rational.ONE.plus(half).plus(half.power(20)).doubleValue());
        Rational least = Rational.of(Double.MIN_VALUE);
        assertEquals(0, least.over(Rational.TWO).doubleValue());
        assertEquals(Double.MIN_VALUE, least.times(Rational.of(51, 100)).doubleValue());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Rational.of(Double.MAX_VALUE).times(Rational.TWO).doubleValue());
    }

    /** Sums, products, quotients and powers of all sizes are those of the textbook, and in lowest terms. */
    @Test
    void arithmetic_is_that_of_fractions() {
        for (int i = 0; i < 20_000; i++) {
            Rational a = drawn();
            Rational b = drawn();
            BigInteger denominators = a.denominator().multiply(b.denominator());
            BigInteger left = a.numerator().multiply(b.denominator());
            BigInteger right = b.numerator().multiply(a.denominator());
            assertFraction(left.add(right), denominators, a.plus(b));
            assertFraction(left.subtract(right), denominators, a.minus(b));
            assertFraction(a.numerator().multiply(b.numerator()), denominators, a.times(b));
            assertFraction(a.numerator(), a.denominator().negate(), a.negate());
            if (!b.isZero()) {
                assertFraction(left, right, a.over(b));
                assertFraction(b.denominator().pow(3), b.numerator().pow(3), b.power(-3));
            }
        }
    }

    private Rational drawn() {
        int bits = random.nextInt(100);
        BigInteger sign = random.nextBoolean() ? BigInteger.ONE : BigInteger.ONE.negate();
        BigInteger denominator = random.nextInt(3) == 0
                ? BigInteger.ONE.shiftLeft(random.nextInt(80))
                : new BigInteger(random.nextInt(100), random).add(BigInteger.ONE);
        return new Rational(new BigInteger(bits, random).multiply(sign), denominator.multiply(sign));
    }

    private static void assertFraction(BigInteger numerator, BigInteger denominator, Rational computed) {
        BigInteger divisor = numerator.gcd(denominator);
        BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        assertEquals(numerator.divide(signed), computed.numerator());
        assertEquals(denominator.divide(signed), computed.denominator());
    }

    @Test
    void arithmetic_is_exact_and_in_lowest_terms() {
        assertEquals(Rational.of(1, 2), Rational.of(1, 3).plus(Rational.of(1, 6)));
        assertEquals(Rational.of(-3, 4), Rational.of(3, -4));
        assertEquals("-3/4", Rational.of(6, -8).toString());
        assertEquals(Rational.of(8, 27), Rational.of(3, 2).power(-3));
        assertEquals(BigInteger.valueOf(-2), Rational.of(-3, 2).floor());
        assertThrows(ArithmeticException.class, () -> Rational.ONE.over(Rational.ZERO));
        assertThrows(ArithmeticException.class, () -> Rational.of(Double.NaN));
    }

    @Test
    void decimals_are_recognised() {
        assertTrue(Rational.of(1, 8).isDecimal());
        assertTrue(Rational.of(7, 3125).isDecimal());
        assertTrue(Rational.of(new BigDecimal("1e-324")).isDecimal());
        assertFalse(Rational.of(1, 3).isDecimal());
        assertFalse(Rational.of(1, 15).isDecimal());
    }
}
