package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;

class DifferencesTest {

    /** f = exp(xy) sin z + x² y and its derivatives by hand. */
    private static final Expr F = Parser.parse("exp(x*y)*sin(z) + x^2*y");

    private static final double[] AT = {0.5, 2, 1};
    private static final double E = Math.exp(1);
    private static final double SIN = Math.sin(1);
    private static final double COS = Math.cos(1);

    private final Differences f = Differences.of(F, F.variables());

    private static void near(double truth, Estimate e, double tolerance) {
        assertEquals(truth, e.value(), tolerance * Math.max(1, Math.abs(truth)));
        assertTrue(e.error() < 100 * tolerance * Math.max(1, Math.abs(truth)), "error " + e.error());
    }

    @Test
    void the_gradient_is_right() {
        List<Estimate> gradient = f.gradient(AT);
        near(2 * E * SIN + 2, gradient.get(0), 1e-12);
        near(0.5 * E * SIN + 0.25, gradient.get(1), 1e-12);
        near(E * COS, gradient.get(2), 1e-12);
    }

    @Test
    void the_hessian_is_right_and_symmetric() {
        double[][] truth = {
            {4 * E * SIN + 4, 2 * E * SIN + 1, 2 * E * COS},
            {2 * E * SIN + 1, E * SIN / 4, E * COS / 2},
            {2 * E * COS, E * COS / 2, -E * SIN}
        };
        List<List<Estimate>> hessian = f.hessian(AT);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                near(truth[i][j], hessian.get(i).get(j), 1e-10);
                assertSame(hessian.get(i).get(j), hessian.get(j).get(i));
            }
        }
    }

    /** ∂⁴f/∂x∂y∂z² = -(1 + xy) exp(xy) sin z. */
    @Test
    void mixed_derivatives_are_differences_of_differences() {
        near(2 * E * COS, f.mixed(AT, 1, 0, 1), 1e-9);
        near(-2 * E * SIN, f.mixed(AT, 1, 1, 2), 1e-4);
        assertThrows(IllegalArgumentException.class, () -> f.mixed(AT, 0, 0, 0));
    }

    @Test
    void higher_derivatives_by_one_variable() {
        near(8 * E * SIN, f.partial(AT, 0, 3), 1e-9);
        near(16 * E * SIN, f.partial(AT, 0, 4), 1e-8);
    }

    /** Along v it is the gradient times v, whatever the length of v. */
    @Test
    void along_a_direction_it_is_the_gradient_times_the_direction() {
        for (double length : new double[] {1e-8, 1, 1e8}) {
            double[] v = {length, -2 * length, 0.5 * length};
            double truth = length * ((2 * E * SIN + 2) - 2 * (0.5 * E * SIN + 0.25) + 0.5 * E * COS);
            assertEquals(truth, f.directional(AT, v, 1).value(), 1e-11 * Math.abs(truth));
        }
        assertThrows(IllegalArgumentException.class, () -> f.directional(AT, new double[3], 1));
    }

    /** Variables of very different size: f = (x/1e6)² (y·1e6) has ∂²f/∂x∂y = 2x/1e6. */
    @Test
    void variables_of_different_size_are_given_steps_of_their_own() {
        var g = new Differences(x -> x[0] / 1e6 * (x[0] / 1e6) * (x[1] * 1e6));
        assertEquals(
                2 * 3e6 / 1e6, g.hessian(new double[] {3e6, 2e-6}).get(0).get(1).value(), 1e-6);
    }

    @Test
    void the_jacobian_shares_values_between_results() {
        int[] runs = new int[1];
        List<List<Estimate>> jacobian = Differences.jacobian(
                x -> {
                    runs[0]++;
                    return new double[] {x[0] * x[1], Math.sin(x[0]), x[0] + x[1]};
                },
                new double[] {1, 2});
        near(2, jacobian.get(0).get(0), 1e-12);
        near(1, jacobian.get(0).get(1), 1e-12);
        near(COS, jacobian.get(1).get(0), 1e-12);
        near(0, jacobian.get(1).get(1), 1e-12);
        near(1, jacobian.get(2).get(1), 1e-12);
        assertTrue(runs[0] < 500);
    }
}
