package tridiff.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.sweep.StepSweep;

/** What the examples claim is still so, and their page still shows what they print. */
class ExamplesTest {

    /** They print digits that are the same on every machine. */
    private static Stream<String> pages() {
        return Stream.of(
                ThreeWays.page(),
                FunctionOfOnesOwn.page(),
                SmallerSteps.page(),
                SwellLivesInTheTree.page(),
                SmallerIsNotMoreAccurate.page(),
                ForwardOrBackward.page());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_readme_shows_each_program_as_it_runs(String page) throws IOException {
        assertTrue(Files.readString(Path.of("README.md")).contains(page), page);
    }

    @Test
    void the_best_step_is_neither_the_largest_nor_the_smallest() {
        StepSweep sweep = SmallerSteps.sweep();
        int before = sweep.steps().size();
        for (StepSweep.ErrorCurve scheme : sweep.schemes()) {
            double best = scheme.errors().get(scheme.best());
            assertTrue(scheme.errors().get(0) > 1e5 * best, "smallest step, " + scheme.id());
            assertTrue(scheme.errors().get(sweep.steps().size() - 1) > 1e5 * best, "largest step, " + scheme.id());
            before = Math.min(before, scheme.best());
        }
        assertEquals(sweep.schemes().get(0).best(), before, "a higher order has its best step further to the right");
        sweep.stepless().forEach(m -> assertTrue(m.error() < sweep.bestError().orElseThrow() / 100, "" + m.id()));
    }

    /** Tree 6·2^(n-1) - 5 and 3n distinct nodes; the derivative's tree as computed by an independent program. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 8, 10, 12})
    void trees_double_and_shared_lists_do_not(int n) {
        var derivativeTrees = List.of(19, 73, 217, 0, 1441, 0, 8065, 0, 41473, 0, 202753);
        SwellLivesInTheTree.Row row = SwellLivesInTheTree.row(n);
        assertEquals(BigInteger.valueOf(6L * (1 << (n - 1)) - 5), row.tree());
        assertEquals(3 * n, row.shared());
        assertEquals(BigInteger.valueOf(derivativeTrees.get(n - 2)), row.derivativeTree());
        assertEquals(10 * n - 7, row.derivativeShared());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7})
    void the_expanded_derivative_is_smaller_and_loses_its_digits(int n) {
        SmallerIsNotMoreAccurate.Row row = SmallerIsNotMoreAccurate.row(n);
        assertTrue(row.expandedNodes() < row.rawNodes() / 7);
        assertTrue(row.rawError() < 1e-13);
        assertTrue(row.expandedError() > (n == 5 ? 1e-7 : 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 20, 50, 100})
    void a_reverse_sweep_costs_three_products_and_forward_mode_grows_with_the_square(int n) {
        ForwardOrBackward.Row row = ForwardOrBackward.row(n);
        assertEquals(n - 1, row.function());
        assertEquals(3L * n - 6, row.reverse());
        assertTrue(row.forward() > n * (n - 1L) / 2 - n && row.forward() < n * (n + 3L) / 2);
        assertEquals(2L * n * (n - 1) + 6L * n, row.central());
    }
}
