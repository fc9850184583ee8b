package tridiff.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.Problem;

class SweepGradientTest {

    /** x·y + z has the gradient (y, x, 1), whatever else the sweep is asked for and in which order. */
    @Test
    void partial_derivatives_come_in_the_order_in_which_they_are_wanted() {
        Expr.Var x = Expr.variable("x");
        Expr.Var y = Expr.variable("y");
        Expr.Var z = Expr.variable("z");
        var f = Problem.of(Parser.parse("x*y + z"), List.of(x, y, z), List.of(x, y, z));
        double[] point = {3, 5, 7};
        var all = new SweepGradient(f, true);
        double[] gradient = new double[4];
        all.at(point, gradient);
        assertArrayEquals(new double[] {5, 3, 1, 22}, gradient);
        double[] two = new double[2];
        new SweepGradient(f.by(List.of(z, x)), false).at(point, two);
        assertArrayEquals(new double[] {1, 5}, two);
        assertEquals(1, all.evaluations());
    }

    /** A sum of squares, longer than what reverse mode writes a program for. */
    @Test
    void reverse_mode_sweeps_what_is_too_long_for_a_program() {
        int n = 1_100_000;
        List<Expr.Var> x = java.util.stream.IntStream.range(0, n)
                .mapToObj(i -> Expr.variable("x" + i))
                .toList();
        Expr f = x.get(0).times(x.get(0));
        for (int i = 1; i < n; i++) {
            f = f.plus(x.get(i).times(x.get(i)));
        }
        var gradient = new ReverseMode().gradient(Problem.of(f, x, List.of(x.get(n - 1), x.get(0))));
        assertTrue(gradient instanceof SweepGradient);
        double[] point = new double[n];
        java.util.Arrays.setAll(point, i -> i % 8);
        double[] found = new double[2];
        gradient.at(point, found);
        assertArrayEquals(new double[] {2 * point[n - 1], 2 * point[0]}, found);
    }
}
