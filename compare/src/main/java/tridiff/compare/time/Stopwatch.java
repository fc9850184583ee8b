package tridiff.compare.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Times several computations against each other.
 *
 * <p>Each is run in batches long enough for the clock, and the batches take turns, beginning with another one each time, so that a
 * change of the machine's speed hits all alike. Before that all are warmed up, in turns too, until each is steady: until its last
 * slices of time show the same speed. The interval is that of order statistics: no distribution is assumed.
 */
public final class Stopwatch {

    private static final double BATCH_NANOS = 50_000;
    private static final int STEADY_SLICES = 3;
    private static final int LEAST_TURNS = 5;

    /** With so many batches the ends of the interval are no longer single outliers. */
    private static final int ENOUGH_TURNS = 31;

    /**
     * Code that was run less often has not been compiled by HotSpot, steady or not: its optimising compiler waits for 5,000 calls, the
     * quick one alone for 200 (Tier4MinInvocationThreshold and Tier3InvocationThreshold, both also met by loops).
     */
    private static final int LEAST_RUNS = hasQuickCompilerOnly() ? 500 : 5_000;

    private static final int MOST_TURNS = 1000;

    /** A turn over slow computations is not repeated for more than so many times the time meant for all. */
    private static final double PATIENCE = 50;

    private final TimingMode care;

    public Stopwatch(TimingMode care) {
        this.care = care;
    }

    /** One computation, how many runs make a batch, and what is known of its speed. */
    private final class Lap {
        private final Batch computation;
        private final Deque<Double> recent = new ArrayDeque<>();
        private final List<Double> times = new ArrayList<>();
        private int repetitions = 1;
        private double spent;
        private long runs;

        Lap(Batch computation) {
            this.computation = computation;
        }

        double batch() {
            runs += repetitions;
            long start = System.nanoTime();
            computation.run(repetitions);
            return System.nanoTime() - start;
        }

        /** Runs for one slice of time; its speed is the median of its batches. */
        void warmUp() {
            double budget = care.sliceMillis * 1e6;
            double elapsed = 0;
            var batches = new ArrayList<Double>();
            do {
                double nanos = batch();
                elapsed += nanos;
                batches.add(nanos / repetitions);
                if (nanos < BATCH_NANOS) {
                    repetitions *= 2;
                    batches.clear();
                }
            } while (elapsed < budget || batches.isEmpty());
            spent += elapsed;
            recent.addLast(median(batches));
            if (recent.size() > STEADY_SLICES) {
                recent.removeFirst();
            }
        }

        boolean isWarm() {
            boolean steady = runs >= LEAST_RUNS
                    && recent.size() == STEADY_SLICES
                    && Collections.max(recent) <= (1 + care.tolerance) * Collections.min(recent);
            return steady || spent > care.mostSlices * care.sliceMillis * 1e6;
        }

        double time() {
            double nanos = batch();
            times.add(nanos / repetitions);
            return nanos;
        }

        Timing timing() {
            return summary(times, Allocation.of(computation, repetitions));
        }
    }

    public List<Timing> time(List<? extends Batch> computations) {
        List<Lap> laps = computations.stream().map(Lap::new).toList();
        List<Lap> cold = laps;
        while (!cold.isEmpty()) {
            cold.forEach(Lap::warmUp);
            cold = cold.stream().filter(lap -> !lap.isWarm()).toList();
        }
        double budget = care.millisEach * 1e6 * laps.size();
        double spent = 0;
        for (int turn = 0; goesOn(turn, spent, budget); turn++) {
            for (int i = 0; i < laps.size(); i++) {
                spent += laps.get((i + turn) % laps.size()).time();
            }
        }
        return laps.stream().map(Lap::timing).toList();
    }

    private static boolean goesOn(int turn, double spent, double budget) {
        return turn == 0
                || turn < LEAST_TURNS && spent < PATIENCE * budget
                || turn < ENOUGH_TURNS && spent < 4 * budget
                || turn < MOST_TURNS && spent < budget;
    }

    /** The median of the times of one computation that is repeated for a while, at least once. */
    public static double medianNanos(Runnable computation, double millis) {
        var times = new ArrayList<Double>();
        double spent = 0;
        do {
            long start = System.nanoTime();
            computation.run();
            times.add((double) (System.nanoTime() - start));
            spent += times.get(times.size() - 1);
        } while (spent < millis * 1e6);
        return median(times);
    }

    public static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** The ranks n/2 ∓ 0.98 √n enclose the median with 95 %: the normal approximation of the binomial, 1.96·√n/2. */
    static Timing summary(List<Double> times, Double allocated) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        double reach = 0.98 * Math.sqrt(n);
        int low = Math.max(0, (int) Math.floor(n / 2.0 - reach) - 1);
        int high = Math.min(n - 1, (int) Math.ceil(n / 2.0 + reach));
        return new Timing(median(times), sorted[low], sorted[high], n, allocated);
    }

    /** Whether the machine was started with C1 alone (-XX:TieredStopAtLevel=1). */
    public static boolean hasQuickCompilerOnly() {
        return System.getProperty("java.vm.info", "").contains("emulated-client");
    }
}
