package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.time.Stopwatch;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;

/**
 * The same comparison made by several Java machines, one after the other, as one: HotSpot compiles the same code differently each
 * time, and no number of batches inside one machine shows how much that matters.
 *
 * <p>A time is the median over the machines, its interval from the fastest to the slowest: for six of them that encloses the median
 * with 97 %, whatever the distribution, since all six lie on one side of it with the probability 2·2^-6.
 */
public final class RepeatedComparison {

    /** The least number whose range is an interval of 95 %. */
    public static final int MACHINES = 6;

    private RepeatedComparison() {}

    /** A report with the times of all runs. */
    public static ComparisonReport of(ComparisonReport own, List<ComparisonReport> runs) {
        Timing f = together(runs, r -> r.function().time());
        var results = new ArrayList<MethodResult>();
        for (int i = 0; i < own.results().size(); i++) {
            int at = i;
            MethodResult one = own.results().get(i);
            results.add(
                    one.refusal() != null
                            ? one
                            : one.with(
                                    Stopwatch.median(values(
                                            runs, r -> r.results().get(at).preparationNanos())),
                                    together(runs, r -> r.results().get(at).time()),
                                    f));
        }
        return own.with(
                own.function().with(f), results, new ComparisonReport.Clock(TimingMode.CAREFUL, runs.size(), true));
    }

    private static <T> List<T> values(List<ComparisonReport> runs, Function<ComparisonReport, T> value) {
        return runs.stream().map(value).toList();
    }

    private static Timing together(List<ComparisonReport> runs, Function<ComparisonReport, Timing> timing) {
        List<Timing> all = values(runs, timing);
        List<Double> medians = all.stream().map(Timing::medianNanos).toList();
        List<Double> allocated = all.stream()
                .map(Timing::allocatedBytes)
                .filter(Objects::nonNull)
                .toList();
        return new Timing(
                Stopwatch.median(medians),
                medians.stream().mapToDouble(t -> t).min().orElseThrow(),
                medians.stream().mapToDouble(t -> t).max().orElseThrow(),
                all.stream().mapToInt(Timing::batches).sum(),
                allocated.isEmpty() ? null : Stopwatch.median(allocated));
    }
}
