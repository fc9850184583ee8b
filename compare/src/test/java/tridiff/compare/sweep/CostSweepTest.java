package tridiff.compare.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tridiff.compare.ComparisonReport;
import tridiff.compare.json.JsonReport;
import tridiff.compare.time.TimingMode;
import tridiff.wengert.method.MethodId;

class CostSweepTest {

    private static final List<MethodId> OURS = MethodId.listOf(
            "numerical.forward", "numerical.central2", "autodiff.directional", "autodiff.forward", "autodiff.reverse");

    private static CostSweep sweep(String family, int from, int to) {
        return CostSweep.of(
                FunctionFamily.named(family, FunctionFamily.By.VARS).orElseThrow(),
                CostSweep.numbers(from, to),
                OURS,
                TimingMode.NONE,
                i -> {});
    }

    private static double slope(CostSweep sweep, String method) {
        return sweep.slopes().stream()
                .filter(s -> s.method().toString().equals(method))
                .findFirst()
                .orElseThrow()
                .operations();
    }

    @Test
    void differences_and_forward_mode_grow_with_the_variables_and_reverse_mode_does_not() {
        CostSweep sweep = sweep("product", 10, 300);
        assertEquals(1, slope(sweep, "numerical.central2"), 0.05);
        assertEquals(1, slope(sweep, "numerical.forward"), 0.05);
        assertEquals(1, slope(sweep, "autodiff.directional"), 0.05);
        assertEquals(1, slope(sweep, "autodiff.forward"), 0.05);
        assertEquals(0, slope(sweep, "autodiff.reverse"), 0.05);
    }

    /** The n² terms of Helmholtz's quadratic form depend on two variables each: with structural zeros forward mode pays for two. */
    @Test
    void forward_mode_does_not_pay_for_variables_that_an_operation_does_not_depend_on() {
        CostSweep sweep = sweep("helmholtz", 1, 60);
        assertEquals(1, slope(sweep, "numerical.central2"), 0.05);
        assertEquals(1, slope(sweep, "autodiff.directional"), 0.1);
        assertEquals(0, slope(sweep, "autodiff.forward"), 0.1);
        assertEquals(0, slope(sweep, "autodiff.reverse"), 0.1);
    }

    /** Griewank's bound on operations: five for the value and its gradient, for any number of variables. */
    @Test
    void reverse_mode_takes_less_than_five_times_the_function() {
        assertTrue(sweep("helmholtz", 1, 100).costs().stream()
                .filter(c -> c.method().equals(MethodId.autodiff("reverse")))
                .allMatch(c -> c.ratio() < 5));
    }

    /**
     * Speelpenning's product of n factors takes n - 1 multiplications; a central difference runs it twice for each variable, and one
     * reverse sweep takes 3n - 6 for all partial derivatives, one less than with the value.
     */
    @Test
    void operations_are_exact() {
        sweep("product", 2, 40).costs().forEach(c -> {
            assertEquals(c.n() - 1, c.function());
            if (c.method().equals(MethodId.numerical("central2"))) {
                assertEquals(2L * c.n() * (c.n() - 1 + 3), c.operations());
            }
            if (c.method().equals(MethodId.autodiff("reverse")) && c.n() > 2) {
                assertEquals(3L * c.n() - 6, c.operations());
            }
        });
    }

    /** A product of one factor has no operation. */
    @Test
    void a_function_without_operations_has_no_ratio() {
        CostSweep sweep = sweep("product", 1, 5);
        assertTrue(sweep.costs().stream().allMatch(c -> c.n() > 1 && Double.isFinite(c.ratio())));
    }

    @Test
    void what_would_take_too_long_is_left_out_and_the_rest_goes_on() {
        CostSweep sweep = sweep("product", 1000, 10_000);
        assertTrue(sweep.costs().stream()
                .anyMatch(c -> c.n() == 10_000 && c.method().equals(MethodId.autodiff("reverse"))));
        assertTrue(sweep.costs().stream()
                .noneMatch(c -> c.n() == 10_000 && c.method().equals(MethodId.autodiff("forward"))));
        assertTrue(sweep("helmholtz", 50_000, 100_000).stop().isPresent());
    }

    @Test
    void costs_and_sizes_are_saved_together() {
        FunctionFamily product =
                FunctionFamily.named("product", FunctionFamily.By.VARS).orElseThrow();
        var sweep = new VariableSweep(
                ComparisonReport.SCHEMA,
                sweep("product", 2, 20),
                SizeSweep.of(product, CostSweep.numbers(2, 20), SizeSweep.Accuracy.NONE, done -> {}));
        assertEquals(List.of(sweep), JsonReport.readAll(JsonReport.of(sweep)));
        assertTrue(sweep.text().contains("GROWTH") && sweep.text().contains("FITTED"));
        assertEquals(sweep.gradients().csv(), sweep.csv());
    }

    /** Its formulas would have 10^8 parts, and are not begun. */
    @Test
    void formulas_of_ten_thousand_variables_are_not_written() {
        FunctionFamily product =
                FunctionFamily.named("product", FunctionFamily.By.VARS).orElseThrow();
        SizeSweep sweep = SizeSweep.of(product, List.of(5, 10_000), SizeSweep.Accuracy.NONE, done -> {});
        assertEquals(1, sweep.rows().size());
        assertTrue(sweep.stop().isPresent());
    }

    @Test
    void times_are_ratios_to_one_evaluation_and_survive_being_saved() {
        CostSweep sweep = CostSweep.of(
                FunctionFamily.named("product", FunctionFamily.By.VARS).orElseThrow(),
                List.of(2, 3, 4),
                MethodId.listOf("autodiff.reverse"),
                TimingMode.QUICK,
                i -> {});
        sweep.costs().forEach(c -> assertTrue(c.timeRatio() > 0 && c.time().medianNanos() > 0));
        assertEquals(List.of(sweep), JsonReport.readAll(JsonReport.of(sweep)));
        assertEquals(1 + sweep.costs().size(), sweep.csv().lines().count());
        assertTrue(sweep.text().contains("time of the gradient over that of f"));
        assertTrue(IntStream.of(2, 4).allMatch(n -> sweep.costs().stream().anyMatch(c -> c.n() == n)));
    }
}
