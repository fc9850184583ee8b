package tridiff.compare.sweep;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

/**
 * The slope of an error against the step, both in logarithms, by least squares.
 *
 * @param fitted NaN where too few steps follow a line
 * @param theory what it should be
 * @param points how many steps were used
 */
public record Slope(double fitted, double theory, int points) {

    private static final int LEAST_POINTS = 3;

    /** At the foot of a branch neither of the two errors rules. */
    private static final double CLEAR_OF_FOOT = 10;

    /** Near an error of 1, or of the largest, the derivative is no longer followed at all. */
    private static final double CLEAR_OF_TOP = 0.03;

    /** Below this many spacings of doubles at x, x + h is x or far from it. */
    private static final double LEAST_SPACINGS = 16;

    /** To the left of the best step, where round-off grows as 1/h, down to the spacing of doubles at x. */
    static Slope left(List<Double> steps, List<Double> errors, int best, double x) {
        double least = LEAST_SPACINGS * Math.ulp(x);
        return fit(-1, steps, errors, i -> i < best && steps.get(i) >= least, best < 0 ? 0 : errors.get(best));
    }

    /** Where truncation grows as h to the order: along the longest run of steps on which the error only rises. */
    static Slope right(List<Double> steps, List<Double> errors, int best, int order) {
        int from = 0;
        int to = -1;
        int start = Math.max(0, best);
        for (int i = start; i < steps.size(); i++) {
            if (i > start && !(errors.get(i) > errors.get(i - 1))) {
                start = i;
            }
            if (i - start > to - from) {
                from = start;
                to = i;
            }
        }
        int first = from;
        int last = to;
        double foot = last < first ? 0 : errors.get(first);
        return fit(order, steps, errors, i -> i >= first && i <= last, foot);
    }

    private static Slope fit(double theory, List<Double> steps, List<Double> errors, IntPredicate branch, double foot) {
        double largest =
                errors.stream().filter(e -> e >= 0).mapToDouble(e -> e).max().orElse(0);
        var x = DoubleStream.builder();
        var y = DoubleStream.builder();
        int points = 0;
        for (int i = 0; i < steps.size(); i++) {
            double error = errors.get(i);
            if (branch.test(i) && error > CLEAR_OF_FOOT * foot && error < CLEAR_OF_TOP * Math.min(1, largest)) {
                x.add(Math.log10(steps.get(i)));
                y.add(Math.log10(error));
                points++;
            }
        }
        double fitted = points < LEAST_POINTS
                ? Double.NaN
                : GrowthLaw.fit(x.build().toArray(), y.build().toArray())[0];
        return new Slope(fitted, theory, points);
    }
}
