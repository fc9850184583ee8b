package tridiff.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Times several computations against each other, briefly.
 *
 * <p>Each is run in batches long enough for the clock, and the batches take turns, so that a change of the machine's speed hits all
 * alike. The first turns only warm up. The interval is that of order statistics: no distribution is assumed.
 */
final class Stopwatch {

    private static final double BATCH_NANOS = 200_000;
    private static final int WARM_UP_RUNS = 5_000;
    private static final double SLOW_FACTOR = 10;

    private final double budgetNanos;

    /** @param budgetMillis how long to warm each computation up, and then to time it */
    Stopwatch(double budgetMillis) {
        this.budgetNanos = budgetMillis * 1e6;
    }

    List<Timing> time(List<Runnable> computations) {
        int[] repetitions = computations.stream().mapToInt(this::warmUp).toArray();
        var times = new ArrayList<List<Double>>();
        computations.forEach(c -> times.add(new ArrayList<>()));
        double spent = 0;
        int turns = 0;
        while (turns < 5 || spent < budgetNanos * computations.size() && turns < 400) {
            for (int i = 0; i < repetitions.length; i++) {
                double nanos = batch(computations.get(i), repetitions[i]);
                times.get(i).add(nanos / repetitions[i]);
                spent += nanos;
            }
            turns++;
        }
        return times.stream().map(Stopwatch::summary).toList();
    }

    /** Runs it for a while, slow code for longer so that it is compiled, too; returns how many runs make a batch. */
    private int warmUp(Runnable computation) {
        int repetitions = 1;
        int runs = 0;
        double spent = 0;
        while (spent < budgetNanos || runs < WARM_UP_RUNS && spent < SLOW_FACTOR * budgetNanos) {
            double nanos = batch(computation, repetitions);
            spent += nanos;
            runs += repetitions;
            if (nanos < BATCH_NANOS) {
                repetitions *= 2;
            }
        }
        return repetitions;
    }

    private static double batch(Runnable computation, int repetitions) {
        long start = System.nanoTime();
        for (int i = 0; i < repetitions; i++) {
            computation.run();
        }
        return System.nanoTime() - start;
    }

    private static Timing summary(List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        int reach = (int) Math.ceil(0.98 * Math.sqrt(n)); // normal approximation of the binomial: 1.96·√n/2
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Timing(median, sorted[Math.max(0, n / 2 - reach)], sorted[Math.min(n - 1, n / 2 + reach)], n, null);
    }
}
