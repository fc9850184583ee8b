package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.Magnitude;

/** Exact operands give exact results where the result is rational. */
class ExactTest {
    private static final EnclosureArithmetic A = new EnclosureArithmetic(40);

    private static Enclosure of(long n) {
        return Enclosure.of(n);
    }

    private static Enclosure of(long numerator, long denominator) {
        return Enclosure.of(Rational.of(numerator, denominator));
    }

    private static void exactly(Enclosure expected, Enclosure actual) {
        assertEquals(expected.exact(), actual.exact(), actual::toString);
        assertTrue(actual.exact().isPresent());
    }

    @Test
    void arithmeticOfRationalsIsExact() {
        exactly(of(5, 6), A.plus(of(1, 2), of(1, 3)));
        exactly(of(1, 6), A.minus(of(1, 2), of(1, 3)));
        exactly(of(1, 6), A.times(of(1, 2), of(1, 3)));
        exactly(of(3, 2), A.over(of(1, 2), of(1, 3)));
        exactly(of(0), A.times(of(0), A.pi()));
        exactly(of(0), A.over(of(0), A.pi()));
    }

    @Test
    void functionsAreExactAtTheirSpecialArguments() {
        Enclosure zero = of(0);
        for (Enclosure y : new Enclosure[] {
            A.sin(zero),
            A.tan(zero),
            A.asin(zero),
            A.atan(zero),
            A.sinh(zero),
            A.tanh(zero),
            A.asinh(zero),
            A.atanh(zero),
            A.expm1(zero),
            A.log1p(zero),
            A.erf(zero),
            A.log(of(1)),
            A.acos(of(1)),
            A.acosh(of(1)),
            A.lgamma(of(1)),
            A.lgamma(of(2)),
            A.atan2(zero, of(7)),
            A.sign(zero),
            A.relu(of(-3)),
            A.sqrt(zero),
            A.cbrt(zero)
        }) {
            exactly(zero, y);
        }
        for (Enclosure y : new Enclosure[] {
            A.exp(zero),
            A.cos(zero),
            A.sec(zero),
            A.cosh(zero),
            A.erfc(zero),
            A.gamma(of(1)),
            A.gamma(of(2)),
            A.power(of(1), A.pi()),
            A.power(A.pi(), zero)
        }) {
            exactly(of(1), y);
        }
        exactly(of(1, 2), A.sigmoid(zero));
    }

    @Test
    void logarithmsOfPowersOfTheBaseAreExact() {
        exactly(of(10), A.log2(of(1024)));
        exactly(of(-3), A.log2(of(1, 8)));
        exactly(of(-1074), A.log2(Enclosure.of(Double.MIN_VALUE)));
        for (int k = 0; k < 60; k++) {
            Rational power = new Rational(BigInteger.TEN.pow(k), BigInteger.ONE);
            exactly(of(k), A.log10(Enclosure.of(power)));
            exactly(of(-k), A.log10(Enclosure.of(Rational.ONE.over(power))));
        }
    }

    @Test
    void rootsAndPowersAreExactWhereTheyAreRational() {
        exactly(of(3, 7), A.sqrt(of(9, 49)));
        exactly(of(-3, 7), A.cbrt(of(-27, 343)));
        exactly(of(8), A.power(of(4), of(3, 2)));
        exactly(of(1, 2), A.power(of(8), of(-1, 3)));
        exactly(of(-8, 27), A.power(of(-2, 3), of(3)));
        exactly(of(9, 4), A.power(of(-2, 3), of(-2)));
        exactly(of(13), A.hypot(of(5), of(-12)));
        assertTrue(A.sqrt(of(2)).exact().isEmpty());
        assertTrue(A.cbrt(of(9)).exact().isEmpty());
    }

    @Test
    void gammaOfIntegersIsAFactorial() {
        exactly(of(24), A.gamma(of(5)));
        exactly(of(2432902008176640000L), A.gamma(of(21)));
    }

    @Test
    void orderIsExact() {
        exactly(of(1), A.less(of(1, 3), of(1, 2)));
        exactly(of(0), A.less(of(1, 3), of(1, 3)));
        exactly(of(1), A.lessOrEqual(of(1, 3), of(1, 3)));
        exactly(of(0), A.greater(of(1), A.pi()));
        exactly(of(1), A.greaterOrEqual(A.pi(), of(3)));
        exactly(of(1), A.equal(of(2, 4), of(1, 2)));
        exactly(of(1), A.unequal(A.e(), A.pi()));
        exactly(of(3), A.floor(A.pi()));
        exactly(of(4), A.ceil(A.pi()));
        exactly(of(-4), A.floor(of(-7, 2)));
        exactly(of(-3), A.ceil(of(-7, 2)));
        exactly(of(-1), A.sign(A.negate(A.pi())));
        exactly(of(7, 2), A.abs(of(-7, 2)));
        exactly(of(3), A.min(of(3), A.pi()));
        exactly(of(3), A.max(of(3), A.e()));
    }

    @Test
    void polynomialsEncloseTheirExactValues() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            Rational x = Rational.of(random.nextInt(2001) - 1000, 1 + random.nextInt(1000));
            Enclosure ball = Enclosure.of(Ball.of(x, 120).widened(Magnitude.powerOfTwo(-100)));
            Rational exact = Rational.ZERO;
            Enclosure sum = of(0);
            for (int k = 0; k < 8; k++) {
                Rational c = Rational.of(random.nextInt(201) - 100, 1 + random.nextInt(50));
                exact = exact.times(x).plus(c);
                sum = A.plus(A.times(sum, ball), Enclosure.of(c));
            }
            Enclosure enclosed = sum;
            assertTrue(enclosed.contains(exact), () -> enclosed + " at " + x);
        }
    }
}
