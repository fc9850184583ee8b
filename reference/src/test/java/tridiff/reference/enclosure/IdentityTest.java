package tridiff.reference.enclosure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import tridiff.expr.Rational;

/** Both sides of an identity enclose the same number. */
class IdentityTest {
    private static final EnclosureArithmetic A = new EnclosureArithmetic(50);
    private static final Enclosure ONE = Enclosure.of(Rational.ONE);

    private static void same(double from, double to, DoubleFunction<Enclosure> left, DoubleFunction<Enclosure> right) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            double x = random.nextDouble(from, to);
            Enclosure a = left.apply(x);
            Enclosure b = right.apply(x);
            assertTrue(a.accurateTo(40) && b.accurateTo(40), () -> x + ": " + a + " and " + b);
            assertTrue(a.overlaps(b), () -> x + ": " + a + " is not " + b);
        }
    }

    private static Enclosure of(double x) {
        return Enclosure.of(x);
    }

    private static Enclosure squares(Enclosure x, Enclosure y) {
        return A.plus(A.times(x, x), A.times(y, y));
    }

    @Test
    void logarithmUndoesTheExponential() {
        same(1e-9, 1e9, x -> A.exp(A.log(of(x))), Enclosure::of);
        same(-700, 700, x -> A.log(A.exp(of(x))), Enclosure::of);
        same(-0.9, 4, x -> A.expm1(A.log1p(of(x))), Enclosure::of);
    }

    @Test
    void sineAndCosineLieOnTheUnitCircle() {
        same(-1e5, 1e5, x -> squares(A.sin(of(x)), A.cos(of(x))), x -> ONE);
    }

    @Test
    void tangentIsSineOverCosine() {
        same(-9, 9, x -> A.tan(of(x)), x -> A.over(A.sin(of(x)), A.cos(of(x))));
        same(-9, 9, x -> A.cot(of(x)), x -> A.over(A.csc(of(x)), A.sec(of(x))));
    }

    @Test
    void inverseFunctionsUndoTheirFunctions() {
        same(-1, 1, x -> A.sin(A.asin(of(x))), Enclosure::of);
        same(-1, 1, x -> A.cos(A.acos(of(x))), Enclosure::of);
        same(-50, 50, x -> A.tan(A.atan(of(x))), Enclosure::of);
        same(-50, 50, x -> A.sinh(A.asinh(of(x))), Enclosure::of);
        same(1, 50, x -> A.cosh(A.acosh(of(x))), Enclosure::of);
        same(-0.99, 0.99, x -> A.tanh(A.atanh(of(x))), Enclosure::of);
        same(-50, 50, x -> A.power(A.cbrt(of(x)), Enclosure.of(3L)), Enclosure::of);
        same(0, 50, x -> A.power(A.sqrt(of(x)), Enclosure.of(2L)), Enclosure::of);
    }

    @Test
    void errorFunctionsAddUpToOne() {
        same(-4, 4, x -> A.plus(A.erf(of(x)), A.erfc(of(x))), x -> ONE);
    }

    @Test
    void gammaSatisfiesItsRecurrence() {
        same(-20, 60, x -> A.gamma(A.plus(of(x), ONE)), x -> A.times(of(x), A.gamma(of(x))));
        same(-20, 60, x -> A.exp(A.lgamma(of(x))), x -> A.abs(A.gamma(of(x))));
    }

    @Test
    void polygammasSatisfyTheirRecurrence() {
        same(-20, 60, x -> A.digamma(A.plus(of(x), ONE)), x -> A.plus(A.digamma(of(x)), A.over(ONE, of(x))));
        Enclosure two = Enclosure.of(2L);
        same(
                -20,
                60,
                x -> A.polygamma(two, A.plus(of(x), ONE)),
                x -> A.plus(A.polygamma(two, of(x)), A.over(two, A.power(of(x), Enclosure.of(3L)))));
    }

    @Test
    void powersMultiply() {
        same(
                0.01,
                30,
                x -> A.times(A.power(of(x), of(0.3)), A.power(of(x), of(0.7))),
                x -> A.power(of(x), A.plus(of(0.3), of(0.7))));
    }

    @Test
    void logisticFunctionIsTheDerivativeOfSoftplus() {
        same(-40, 40, x -> A.softplus(of(x)), x -> A.negate(A.log(A.sigmoid(of(-x)))));
        same(-40, 40, x -> A.sigmoid(of(x)), x -> A.over(A.plus(ONE, A.tanh(of(x / 2))), Enclosure.of(2L)));
    }

    @Test
    void anglesOfPointsAgreeWithTheirCoordinates() {
        same(-3.1, 3.1, x -> A.atan2(A.sin(of(x)), A.cos(of(x))), Enclosure::of);
        same(-9, 9, x -> A.hypot(of(x), of(0.7)), x -> A.sqrt(squares(of(x), of(0.7))));
    }
}
