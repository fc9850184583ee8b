package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Algebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;

/** A function of a function: leaving out the inner derivative is seen, for every row of the table, in forward and reverse mode. */
class ChainRuleMutationTest {

    private static final Rational X = Rational.of(3, 10);
    private static final Rational SLOPE = Rational.of(3, 2);

    /** The rule without the inner derivative: of f(3x/2 + c), two thirds of the right one. */
    private record WithoutInner(Unary f) implements Unary {
        @Override
        public String symbol() {
            return f.symbol();
        }

        @Override
        public double of(double x) {
            return f.of(x);
        }

        @Override
        public <T> T derivative(Algebra<T> k, T x, T y) {
            return k.over(f.derivative(k, x, k.apply(f, x)), k.constant(SLOPE));
        }
    }

    private static Stream<Elementary> functions() {
        return Arrays.stream(Elementary.values())
                .filter(f -> !List.of(Elementary.SIGN, Elementary.FLOOR, Elementary.CEIL)
                        .contains(f)); // their rule is 0
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_inner_derivative_is_not_left_out(Elementary f) {
        var k = new Enclosures(60);
        int checked = 0;
        for (Rational offset : List.of(Rational.of(1, 4), Rational.of(1, 1), Rational.of(-7, 10))) {
            Expr.Var x = Expr.variable("x");
            Expr inner = x.times(Expr.constant(SLOPE)).plus(Expr.constant(offset));
            List<Enclosure> at = List.of(Enclosure.of(X));
            Enclosure right = Adjoints.gradient(WengertList.of(Expr.apply(f, inner), List.of(x)), k, at)
                    .get(0);
            Enclosure truth = quotient(k, f, X.times(SLOPE).plus(offset));
            if (right.isNumber() && truth.isNumber() && truth.signum().orElse(0) != 0) {
                assertTrue(close(k, right, truth), f.symbol());
                Enclosure point = Enclosure.of(X.times(SLOPE).plus(offset));
                Enclosure mutant = k.times(new WithoutInner(f).derivative(k, point, point), k.constant(SLOPE));
                assertFalse(close(k, mutant, truth), f.symbol());
                checked++;
            }
        }
        assertTrue(checked > 0, f.symbol());
    }

    /** The difference quotient of f(3x/2 + c) with a step of 10^-20, which knows no rule. */
    private static Enclosure quotient(Enclosures k, Elementary f, Rational inner) {
        Rational step = Rational.of(1, 10).power(20);
        Enclosure right = k.apply(f, Enclosure.of(inner.plus(step.times(SLOPE))));
        Enclosure left = k.apply(f, Enclosure.of(inner.minus(step.times(SLOPE))));
        return k.over(k.minus(right, left), Enclosure.of(step.times(Rational.TWO)));
    }

    private static boolean close(Enclosures k, Enclosure a, Enclosure b) {
        Enclosure difference = k.minus(a, b);
        return difference.isNumber() && Math.abs(difference.midpoint(20).doubleValue()) < 1e-15;
    }
}
