package tridiff.autodiff.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;

class AdjointSweepTest {

    private static final double[] POINT = {0.7, 1.3, -0.4};

    private static WengertList list(String text) {
        return WengertList.of(Parser.parse(text), List.of(Expr.variable("x"), Expr.variable("y"), Expr.variable("z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*y + sin(x) - x/y",
                "x*x*x - (y - x)*(x - y)",
                "x^y + x^3 + y^(1/2) + 2^x",
                "-x + hypot(x, y)*max(y, x) + abs(x)",
                "z^0 + z^1 + exp(z)/tanh(x*z)",
                "-(x - x)*y",
                "x",
                "3*pi",
                "y*0*x"
            })
    void value_and_gradient_are_those_of_the_reverse_sweep_over_reals_to_the_last_bit(String text) {
        WengertList f = list(text);
        List<Double> inputs = Arrays.stream(POINT).boxed().toList();
        for (boolean[] wanted : new boolean[][] {{true, true, true}, {false, true, false}}) {
            List<Double> expected = Adjoints.gradient(f, DoubleAlgebra.ALGEBRA, inputs, wanted);
            double[] found = new double[3];
            var sweep = new AdjointSweep(f, wanted);
            for (int run = 0; run < 2; run++) {
                assertEquals(f.in(DoubleAlgebra.ALGEBRA, inputs).get(0), sweep.run(POINT, found));
            }
            for (int i = 0; i < 3; i++) {
                double partial = wanted[i] ? expected.get(i) : 0;
                assertEquals(Double.doubleToLongBits(partial), Double.doubleToLongBits(found[i]), text + " by " + i);
            }
        }
    }

    @Test
    void choices_loops_and_jumps_are_left_to_programs() {
        for (String text : List.of("if(x < y, x, y)", "sum(i, 1, 3, x^i)", "x*floor(y)", "atan2(y, x)")) {
            assertFalse(AdjointSweep.isFor(list(text)));
            assertThrows(IllegalArgumentException.class, () -> new AdjointSweep(list(text), new boolean[3]));
        }
    }

    /** Two and a half million operations: x(i) is taken in steps, so that the gradient of the sum of x(i)·x(i+1) is known. */
    @Test
    void a_list_of_millions_of_lines_is_swept() {
        int n = 800_000;
        var writer = ListBuilder.verbatim();
        int[] x = new int[n];
        Arrays.setAll(x, i -> writer.input("x" + i));
        Integer sum = writer.times(x[0], x[1]);
        for (int i = 1; i + 1 < n; i++) {
            sum = writer.plus(sum, writer.times(x[i], x[i + 1]));
        }
        WengertList f = writer.finish(sum);
        double[] point = new double[n];
        double[] expected = new double[n];
        Arrays.setAll(point, i -> i % 16);
        Arrays.setAll(expected, i -> (i == 0 ? 0 : point[i - 1]) + (i == n - 1 ? 0 : point[i + 1]));
        boolean[] wanted = new boolean[n];
        Arrays.fill(wanted, true);
        double[] found = new double[n];
        new AdjointSweep(f, wanted).run(point, found);
        assertArrayEquals(expected, found);
    }
}
