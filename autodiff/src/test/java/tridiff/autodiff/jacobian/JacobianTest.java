package tridiff.autodiff.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** Jacobians and Hessians as programs: against closed forms, mode against mode, and how many sweeps they take. */
class JacobianTest {

    private static List<Expr.Var> variables(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> Expr.variable("x" + i)).toList();
    }

    private static int[] inputs(WengertList f) {
        return IntStream.range(0, f.inputCount()).toArray();
    }

    private static Expr sum(List<Expr> terms) {
        return terms.stream().reduce(Expr::plus).orElseThrow();
    }

    /** Σ 100(x(i+1) - x(i)²)² + (1 - x(i))² */
    private static WengertList rosenbrock(int n) {
        List<Expr.Var> x = variables(n);
        return WengertList.of(
                sum(IntStream.range(0, n - 1)
                        .mapToObj(i -> {
                            Expr t = x.get(i + 1).minus(x.get(i).times(x.get(i)));
                            Expr u = Expr.constant(1).minus(x.get(i));
                            return Expr.constant(100).times(t.times(t)).plus(u.times(u));
                        })
                        .toList()),
                x);
    }

    /** Speelpenning's product at x(i) = i/(i+1): f = 1/(n+1), g(i) = f/x(i), H(i,j) = g(i)/x(j). */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12})
    void the_hessian_of_the_product_checks_itself(int n) {
        List<Expr.Var> x = variables(n);
        WengertList f =
                WengertList.of(x.stream().<Expr>map(v -> v).reduce(Expr::times).orElseThrow(), x);
        double[] point =
                IntStream.rangeClosed(1, n).mapToDouble(i -> i / (i + 1.0)).toArray();
        double[][] hessian = Jacobian.ofGradient(f, inputs(f)).at(point);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double expected = i == j ? 0 : 1 / (n + 1.0) / point[i] / point[j];
                assertEquals(expected, hessian[i][j], 1e-14 * n, i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 2000})
    void a_tridiagonal_hessian_takes_three_sweeps_whatever_its_size(int n) {
        Jacobian hessian =
                Jacobian.ofGradient(rosenbrock(n), IntStream.range(0, n).toArray());
        assertEquals(3, hessian.sweeps());
        assertEquals(3 * n - 2, hessian.program().outputCount());
        assertTrue(hessian.program().operations() < 4L * rosenbrock(n).operations());
    }

    @Test
    void the_hessian_of_rosenbrock_has_its_closed_form() {
        int n = 6;
        double[] x = {0.5, -1, 2, 0.25, 1.5, -0.75};
        double[][] h = Jacobian.ofGradient(rosenbrock(n), IntStream.range(0, n).toArray())
                .at(x);
        for (int i = 0; i < n; i++) {
            double diagonal = (i < n - 1 ? 1200 * x[i] * x[i] - 400 * x[i + 1] + 2 : 0) + (i > 0 ? 200 : 0);
            assertEquals(diagonal, h[i][i], 1e-12 * Math.abs(diagonal));
            if (i < n - 1) {
                assertEquals(-400 * x[i], h[i][i + 1], 1e-12);
                assertEquals(h[i][i + 1], h[i + 1][i], "symmetric");
            }
        }
    }

    private static WengertList functions(int variables, String... texts) {
        return WengertList.of(Arrays.stream(texts).map(Parser::parse).toList(), variables(variables));
    }

    @Test
    void many_results_of_few_variables_go_forward_and_few_results_of_many_variables_in_reverse() {
        Jacobian tall = Jacobian.of(functions(2, "x1*x2", "sin(x1+x2)", "x1/x2", "x1^2-x2"));
        assertEquals(Jacobian.Mode.FORWARD, tall.mode());
        assertEquals(2, tall.sweeps());
        Jacobian wide = Jacobian.of(functions(4, "x1*x2*x3*x4", "x1+exp(x2*x3)-x4^2"));
        assertEquals(Jacobian.Mode.REVERSE, wide.mode());
        assertEquals(2, wide.sweeps());
    }

    @Test
    void both_modes_give_the_same_matrix() {
        var f = functions(4, "x1*x2*x3*x4", "x1+exp(x2*x3)-x4^2", "atan2(x1, x2)", "x3", "if(x1 < x2, x3*x4, x4)");
        double[] x = {0.3, 1.25, -0.5, 2};
        double[][] forward = Jacobian.of(f, Jacobian.Mode.FORWARD).at(x);
        double[][] reverse = Jacobian.of(f, Jacobian.Mode.REVERSE).at(x);
        for (int i = 0; i < forward.length; i++) {
            assertArrayEquals(forward[i], reverse[i], 1e-15);
        }
        assertArrayEquals(new double[] {0, 0, 1, 0}, forward[3]);
    }

    /** An arrow: by columns n sweeps, by rows n, too; without its full row the columns share one. */
    @Test
    void columns_that_share_no_row_share_a_sweep() {
        int n = 20;
        List<Expr.Var> x = variables(n);
        List<Expr> diagonal =
                x.stream().<Expr>map(v -> Functions.sin(v).times(v)).toList();
        assertEquals(1, Jacobian.of(WengertList.of(diagonal, x)).sweeps());
        var arrow = new java.util.ArrayList<>(diagonal);
        arrow.add(sum(diagonal));
        Jacobian j = Jacobian.of(WengertList.of(arrow, x));
        assertEquals(2, j.sweeps(), "one for the diagonal and one for the full row");
        assertEquals(Jacobian.Mode.REVERSE, j.mode());
        double[] point = new Random(3).doubles(n).toArray();
        double[][] matrix = j.at(point);
        for (int i = 0; i < n; i++) {
            double derivative = Math.cos(point[i]) * point[i] + Math.sin(point[i]);
            assertEquals(derivative, matrix[i][i], 1e-15);
            assertEquals(derivative, matrix[n][i], 1e-15);
        }
    }

    @Test
    void hessian_times_vector_is_the_hessian_times_the_vector() {
        WengertList f = WengertList.of(Parser.parse("exp(x1*x2)+x3*sin(x1)-x2^3*x3+hypot(x1,x3)"), variables(3));
        double[] x = {0.3, 1.25, -0.5};
        double[] v = {2, -1, 0.5};
        double[][] h = Jacobian.ofGradient(f, inputs(f)).at(x);
        double[] product = new double[3];
        Evaluator.compiled(Jacobian.hessianTimesVector(f, inputs(f)))
                .run(new double[] {x[0], x[1], x[2], v[0], v[1], v[2]}, product);
        for (int i = 0; i < 3; i++) {
            assertEquals(h[i][0] * v[0] + h[i][1] * v[1] + h[i][2] * v[2], product[i], 1e-14);
        }
    }

    /** u·(J v) = (Jᵀ u)·v: forward mode against reverse mode without any number known beforehand. */
    @Test
    void push_forward_and_pull_back_are_adjoint() {
        var f = functions(3, "x1*sin(x2)", "x3/x1", "exp(x1-x2*x3)");
        double[][] j = Jacobian.of(f, Jacobian.Mode.FORWARD).at(0.7, 0.2, -1);
        double[][] jt = Jacobian.of(f, Jacobian.Mode.REVERSE).at(0.7, 0.2, -1);
        double[] u = {1.5, -2, 0.25};
        double[] v = {-1, 0.5, 3};
        double forward = 0;
        double reverse = 0;
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                forward += u[r] * j[r][c] * v[c];
                reverse += jt[r][c] * u[r] * v[c];
            }
        }
        assertEquals(forward, reverse, 1e-14);
    }
}
