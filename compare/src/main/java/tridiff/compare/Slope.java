package tridiff.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The slope of an error against the step, both in logarithms, by least squares.
 *
 * @param fitted NaN where too few steps follow a line
 * @param theory what it should be
 * @param points how many steps were used
 */
public record Slope(double fitted, double theory, int points) {

    private static final int LEAST_POINTS = 3;

    /** Between the branch that falls and the branch that rises lies a stretch where neither error rules. */
    private static final double CLEAR_OF_BEST = 10;

    /** Near an error of 1, or of the largest on its side, the derivative is no longer followed at all. */
    private static final double CLEAR_OF_WORST = 0.03;

    /** To the left of the best step, where round-off grows as 1/h, down to the spacing of doubles at x. */
    static Slope left(List<Double> steps, List<Double> errors, int best, double x) {
        double least = 16 * Math.ulp(x);
        return fit(-1, steps, errors, best, 0, best - 1, least);
    }

    /** To the right of the best step, where truncation grows as h to the order. */
    static Slope right(List<Double> steps, List<Double> errors, int best, int order) {
        return fit(order, steps, errors, best, best + 1, steps.size() - 1, 0);
    }

    private static Slope fit(
            double theory, List<Double> steps, List<Double> errors, int best, int from, int to, double leastStep) {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        double worst = 0;
        for (int i = from; best >= 0 && i <= to; i++) {
            worst = errors.get(i) > worst ? errors.get(i) : worst;
        }
        for (int i = from; best >= 0 && i <= to; i++) {
            double error = errors.get(i);
            boolean clear = error > CLEAR_OF_BEST * errors.get(best) && error < CLEAR_OF_WORST * Math.min(1, worst);
            if (clear && steps.get(i) >= leastStep) {
                x.add(Math.log10(steps.get(i)));
                y.add(Math.log10(error));
            }
        }
        return new Slope(x.size() < LEAST_POINTS ? Double.NaN : slope(x, y), theory, x.size());
    }

    private static double slope(List<Double> x, List<Double> y) {
        double meanX = x.stream().mapToDouble(d -> d).average().orElseThrow();
        double meanY = y.stream().mapToDouble(d -> d).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.size(); i++) {
            product += (x.get(i) - meanX) * (y.get(i) - meanY);
            square += (x.get(i) - meanX) * (x.get(i) - meanX);
        }
        return product / square;
    }
}
