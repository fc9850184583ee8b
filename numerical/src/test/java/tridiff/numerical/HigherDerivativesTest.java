package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.numerical.complex.ComplexStep;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** Second and higher derivatives by differences, against derivatives by hand. */
class HigherDerivativesTest {

    /** f = exp(xy) sin z + x² y. */
    private static final Problem F = Problem.of(Parser.parse("exp(x*y)*sin(z) + x^2*y"));

    private static final Expr.Var X = Expr.variable("x");
    private static final Expr.Var Z = Expr.variable("z");
    private static final double[] AT = {0.5, 2, 1};
    private static final double E = Math.exp(1);
    private static final double SIN = Math.sin(1);
    private static final double COS = Math.cos(1);

    private static final double[] HESSIAN = {
        4 * E * SIN + 4,
        2 * E * SIN + 1,
        2 * E * COS,
        2 * E * SIN + 1,
        E * SIN / 4,
        E * COS / 2,
        2 * E * COS,
        E * COS / 2,
        -E * SIN
    };

    private static void near(double[] truth, Prepared p, double[] x, double tolerance) {
        double[] found = new double[truth.length];
        double[] given = x.clone();
        p.at(x, found);
        double[] errors = p.errorEstimates(x).orElseThrow();
        for (int i = 0; i < truth.length; i++) {
            double allowed = tolerance * Math.max(1, Math.abs(truth[i]));
            assertEquals(truth[i], found[i], allowed);
            assertTrue(errors[i] < 100 * allowed, "error " + errors[i]);
            assertTrue(errors[i] > Math.abs(found[i] - truth[i]) / 10, "error " + errors[i]);
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(given, x, "the point is left as it is");
    }

    @Test
    void the_hessian_is_right() {
        near(HESSIAN, SchemeMethod.adaptive().hessian(F), AT, 1e-10);
        near(HESSIAN, FiniteDifference.central(2).hessian(F), AT, 1e-5);
        near(HESSIAN, FiniteDifference.central(8).hessian(F), AT, 1e-6);
        near(HESSIAN, FiniteDifference.forward().hessian(F), AT, 1e-3);
    }

    @Test
    void the_hessian_is_symmetric_to_the_last_bit() {
        double[] h = new double[9];
        FiniteDifference.central(4).hessian(F).at(AT, h);
        assertEquals(h[1], h[3]);
        assertEquals(h[2], h[6]);
        assertEquals(h[5], h[7]);
    }

    @Test
    void one_entry_is_that_of_the_hessian() {
        near(new double[] {2 * E * COS}, SchemeMethod.adaptive().derivative(F.by(List.of(X, Z))), AT, 1e-10);
    }

    @Test
    void higher_derivatives_by_one_variable() {
        near(new double[] {8 * E * SIN}, SchemeMethod.adaptive().derivative(F.by(X, 3)), AT, 1e-9);
        near(new double[] {16 * E * SIN}, SchemeMethod.adaptive().derivative(F.by(X, 4)), AT, 1e-8);
        near(new double[] {8 * E * SIN}, FiniteDifference.central(4).derivative(F.by(X, 3)), AT, 1e-5);
    }

    @Test
    void what_there_is_no_stencil_for_is_refused() {
        assertThrows(Refusal.class, () -> SchemeMethod.adaptive().derivative(F.by(List.of(X, X, Z))));
        assertThrows(Refusal.class, () -> SchemeMethod.adaptive().derivative(F.by(X, 60)));
        for (Method first : List.of(SchemeMethod.ridders(), SchemeMethod.richardson(), new ComplexStep())) {
            var refusal = assertThrows(Refusal.class, () -> first.hessian(F));
            assertTrue(refusal.getMessage().startsWith(first.id().toString()), refusal.getMessage());
        }
    }

    /** Variables of very different size: f = (x/1e6)² (y·1e6) has ∂²f/∂x∂y = 2x/1e6. */
    @Test
    void variables_of_different_size_are_given_steps_of_their_own() {
        double[] h = new double[4];
        SchemeMethod.adaptive()
                .hessian(Problem.of(Parser.parse("(x/1000000)*(x/1000000)*(y*1000000)")))
                .at(new double[] {3e6, 2e-6}, h);
        assertEquals(2 * 3e6 / 1e6, h[1], 1e-6);
    }

    /** x² y with the step h: central second differences of polynomials of degree 3 are exact but for rounding. */
    @Test
    void a_fixed_step_is_taken_along_both_axes_and_the_diagonals() {
        double[] h = new double[4];
        FiniteDifference.central(2)
                .withStep(0.125)
                .hessian(Problem.of(Parser.parse("x^2*y")))
                .at(new double[] {64, 3}, h);
        org.junit.jupiter.api.Assertions.assertArrayEquals(new double[] {6, 128, 128, 0}, h, 1e-9);
    }
}
