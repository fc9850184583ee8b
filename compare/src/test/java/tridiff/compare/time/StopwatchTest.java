package tridiff.compare.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tridiff.compare.Figures;
import tridiff.compare.Methods;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.Problem;

class StopwatchTest {

    private static final double[] SINK = new double[1];
    private static byte[] garbage;

    /** One run of 600 ms says nothing against one of 900, and much against 2.5 s. */
    @Test
    void a_single_run_is_trusted_to_a_factor_of_two() {
        assertTrue(Timing.once(600e6).overlaps(Timing.once(900e6)));
        assertFalse(Timing.once(600e6).overlaps(Timing.once(2.5e9)));
        assertEquals("600 ms", Figures.timing(Timing.once(600e6)));
    }

    @Test
    void the_interval_holds_the_true_median_at_least_95_times_in_100() {
        var random = new Random(1);
        for (int n : new int[] {8, 31, 100, 400}) {
            int held = 0;
            for (int trial = 0; trial < 4000; trial++) {
                // Skewed as times are: the median of exp(N(0,1)) is 1.
                List<Double> times = IntStream.range(0, n)
                        .mapToObj(i -> Math.exp(random.nextGaussian()))
                        .toList();
                Timing t = Stopwatch.summary(times, null);
                held += t.lowNanos() <= 1 && 1 <= t.highNanos() ? 1 : 0;
            }
            assertTrue(held >= 0.945 * 4000, n + " batches: " + held);
        }
    }

    @Test
    void the_median_is_between_the_ends_and_outliers_do_not_move_it() {
        var times = new java.util.ArrayList<>(Collections.nCopies(30, 10.0));
        times.add(1e9);
        Timing t = Stopwatch.summary(times, 0.0);
        assertEquals(new Timing(10, 10, 10, 31, 0.0), t);
    }

    private static Batch repeated(Runnable computation) {
        return repetitions -> {
            for (int i = 0; i < repetitions; i++) {
                computation.run();
            }
        };
    }

    @Test
    void every_computation_is_run_and_has_a_time() {
        int[] runs = new int[3];
        List<Timing> times = new Stopwatch(TimingMode.QUICK)
                .time(List.of(
                        repeated(() -> runs[0]++),
                        repeated(() -> SINK[0] += Math.sin(SINK[0])),
                        repeated(() -> runs[2]++)));
        assertEquals(3, times.size());
        assertTrue(runs[0] > 1000 && runs[2] > 1000);
        for (Timing t : times) {
            assertTrue(0 < t.medianNanos() && t.lowNanos() <= t.medianNanos() && t.medianNanos() <= t.highNanos());
            assertTrue(t.batches() >= 5);
        }
    }

    /** Which is why that class is no record. */
    @Test
    void a_loop_of_its_own_is_a_class_of_its_own_that_runs() {
        var p = Problem.of(Parser.parse("x^2"));
        double[] result = new double[1];
        double[] x = {3};
        Batch first = Batch.ofItsOwn(Methods.of("autodiff.reverse").gradient(p), x, result);
        Batch second = Batch.ofItsOwn(Methods.of("autodiff.forward").gradient(p), x, new double[1]);
        first.run(2);
        assertEquals(6, result[0]);
        assertNotEquals(first.getClass(), second.getClass());
    }

    @Test
    void allocation_is_counted_to_the_byte() {
        Double arrays = Allocation.of(repeated(() -> garbage = new byte[10_000]), 1000);
        Double nothing = Allocation.of(repeated(() -> SINK[0] += 1), 100_000);
        if (arrays != null) { // null on a machine that does not count
            assertEquals(10_016, arrays, 8);
            assertEquals(0, nothing, 0.1);
        }
        assertTrue(garbage == null || garbage.length == 10_000);
    }

    @Test
    void times_differ_only_where_their_intervals_do_not_overlap() {
        var t = new Timing(10, 9, 11, 30, null);
        assertTrue(t.overlaps(new Timing(12, 11, 13, 30, null)));
        assertTrue(new Timing(12, 11, 13, 30, null).overlaps(t));
        assertTrue(t.overlaps(new Timing(10, 1, 100, 30, null)));
        assertFalse(t.overlaps(new Timing(13, 11.5, 14, 30, null)));
    }
}
