package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.expr.Rational;

class StencilTest {

    /** The weights that are right for the powers 1, x, …, by elimination: Σ w(j) a(j)^k = k! if k is the derivative, else 0. */
    private static List<Rational> vandermonde(int derivative, int[] a) {
        int n = a.length;
        Rational[][] rows = new Rational[n][n + 1];
        Rational factorial = Rational.ONE;
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                rows[k][j] = Rational.of(a[j]).power(k);
            }
            factorial = k == 0 ? Rational.ONE : factorial.times(Rational.of(k));
            rows[k][n] = k == derivative ? factorial : Rational.ZERO;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            while (rows[pivot][k].isZero()) {
                pivot++;
            }
            Rational[] row = rows[pivot];
            rows[pivot] = rows[k];
            Rational by = row[k];
            rows[k] = Arrays.stream(row).map(r -> r.over(by)).toArray(Rational[]::new);
            for (int i = 0; i < n; i++) {
                Rational factor = rows[i][k];
                if (i != k && !factor.isZero()) {
                    for (int j = 0; j <= n; j++) {
                        rows[i][j] = rows[i][j].minus(factor.times(rows[k][j]));
                    }
                }
            }
        }
        return Arrays.stream(rows).map(r -> r[n]).toList();
    }

    private static Stream<int[]> grids() {
        var random = new Random(1);
        var grids = new ArrayList<int[]>(List.of(
                new int[] {0, 1},
                new int[] {-1, 1},
                new int[] {-2, 0, 5},
                new int[] {-4, -3, -2, -1, 1, 2, 3, 4},
                new int[] {-16, -8, -4, -2, -1, 1, 2, 4, 8, 16}));
        for (int i = 0; i < 100; i++) {
            grids.add(random.ints(-9, 10)
                    .distinct()
                    .limit(2 + random.nextInt(8))
                    .sorted()
                    .toArray());
        }
        return grids.stream();
    }

    @ParameterizedTest
    @MethodSource("grids")
    void the_recursion_gives_the_solution_of_the_vandermonde_system(int[] grid) {
        for (int m = 1; m < grid.length; m++) {
            assertEquals(vandermonde(m, grid), Stencil.of(m, grid).weights(), m + " on " + Arrays.toString(grid));
        }
    }

    /** The order is a claim about all polynomials: exact up to the power m+p-1, and off by the stated factor at m+p. */
    @ParameterizedTest
    @MethodSource("grids")
    void order_and_truncation_are_those_of_the_first_power_that_is_wrong(int[] grid) {
        for (int m = 1; m < grid.length; m++) {
            Stencil s = Stencil.of(m, grid);
            Rational factorial = Rational.ONE;
            for (int k = 1; k <= m + s.accuracy(); k++) {
                factorial = factorial.times(Rational.of(k));
                Rational sum = Rational.ZERO;
                for (int j = 0; j < grid.length; j++) {
                    sum = sum.plus(s.weights().get(j).times(Rational.of(grid[j]).power(k)));
                }
                Rational derivative = k == m ? factorial : Rational.ZERO;
                boolean last = k == m + s.accuracy();
                assertEquals(last ? s.truncation().times(factorial) : derivative, sum);
                assertFalse(last && sum.isZero());
            }
        }
    }

    /** Boost.Math's documentation of finite_difference, and any textbook. */
    @ParameterizedTest
    @CsvSource({
        "2, 1/6, '-1/2 1/2'",
        "4, -1/30, '1/12 -2/3 2/3 -1/12'",
        "6, 1/140, '-1/60 3/20 -3/4 3/4 -3/20 1/60'",
        "8, -1/630, '1/280 -4/105 1/5 -4/5 4/5 -1/5 4/105 -1/280'"
    })
    void central_stencils_are_those_of_the_textbooks(int accuracy, String truncation, String weights) {
        Stencil s = Stencil.central(accuracy);
        assertEquals(accuracy, s.accuracy());
        assertEquals(truncation, s.truncation().toString());
        assertEquals(
                List.of(weights.split(" ")),
                s.weights().stream().map(Rational::toString).toList());
    }

    @Test
    void the_first_stencils_of_all_have_their_errors() {
        assertEquals(Rational.of(1, 2), Stencil.forward(1).truncation());
        assertEquals(Rational.of(-1, 2), Stencil.backward(1, 1).truncation());
        assertEquals(Rational.of(1, 12), Stencil.central(2, 2).truncation());
        assertEquals(
                List.of(Rational.ONE, Rational.of(-2), Rational.ONE),
                Stencil.central(2, 2).weights());
    }

    /** FiniteDifferences.jl, test of the grid [-2, 0, 5]. */
    @Test
    void uneven_offsets_are_as_good_as_any() {
        assertEquals(
                List.of(-0.35714285714285715, 0.3, 0.05714285714285714),
                Stencil.of(1, -2, 0, 5).weights().stream()
                        .map(Rational::doubleValue)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 8", "2, 2", "2, 6", "3, 4", "4, 2", "4, 16", "5, 8"})
    void stencils_have_the_order_that_is_asked_for(int derivative, int accuracy) {
        assertEquals(accuracy, Stencil.central(derivative, accuracy).accuracy());
        assertEquals(accuracy, Stencil.forward(derivative, accuracy).accuracy());
        assertEquals(accuracy, Stencil.backward(derivative, accuracy).accuracy());
        assertTrue(Stencil.central(derivative, accuracy).isSymmetric());
    }

    @Test
    void backward_is_forward_in_a_mirror() {
        Stencil forward = Stencil.forward(3, 4);
        Stencil backward = Stencil.backward(3, 4);
        int n = forward.offsets().size();
        IntStream.range(0, n).forEach(j -> {
            assertEquals(-forward.offsets().get(j), backward.offsets().get(n - 1 - j));
            assertEquals(forward.weights().get(j).negate(), backward.weights().get(n - 1 - j));
        });
    }

    @Test
    void offsets_may_come_in_any_order() {
        assertEquals(Stencil.of(1, -2, 0, 5), Stencil.of(1, 5, -2, 0));
    }

    @Test
    void what_is_no_stencil_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Stencil.of(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Stencil.of(2, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Stencil.of(1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Stencil.central(3));
        assertThrows(IllegalArgumentException.class, () -> Stencil.forward(70));
    }

    /** Table III of Savitzky and Golay (1964), cubic, and its slope; and exact for polynomials of its degree. */
    @Test
    void least_squares_give_the_published_weights() {
        List<Rational> published = Stream.of(22, -67, -58, 0, 58, 67, -22)
                .map(w -> Rational.of(w, 252))
                .toList();
        assertEquals(published, Stencil.leastSquares(1).weights());
        assertEquals(4, Stencil.leastSquares(1).accuracy());
        List<Rational> second = Stream.of(-13, 67, -19, -70, -19, 67, -13)
                .map(w -> Rational.of(w, 132))
                .toList();
        assertEquals(second, Stencil.leastSquares(2).weights());
        for (int m = 1; m <= 6; m++) {
            assertTrue(Stencil.leastSquares(m).accuracy() >= 4, "order " + m);
        }
    }
}
