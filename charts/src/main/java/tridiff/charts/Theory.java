package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tridiff.charts.style.Numerals;
import tridiff.compare.sweep.StepSweep;

/**
 * What theory says of a difference without round-off, error = c·h^p, with c read off where the errors follow it: a straight line in
 * logarithms.
 *
 * @param order p
 * @param offset the decimal logarithm of c
 */
record Theory(int order, double offset) {

    private static final double WINDOW = 0.2;
    private static final double TOLERANCE = 0.15;
    private static final int LEAST_POINTS = 3;
    private static final double LEAST_DECADES = 0.9;

    /** The line through the longest run of steps whose errors rise as they should, or none if there is no such run. */
    static Optional<Theory> of(StepSweep.ErrorCurve scheme, List<Double> steps) {
        List<Integer> longest = List.of();
        var run = new ArrayList<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            if (Math.abs(slopeAt(i, scheme, steps) - scheme.order()) <= TOLERANCE * scheme.order()) {
                run.add(i);
                longest = run.size() > longest.size() ? List.copyOf(run) : longest;
            } else {
                run.clear();
            }
        }
        return isLong(longest, steps) ? Optional.of(through(longest, scheme, steps)) : Optional.empty();
    }

    private static boolean isLong(List<Integer> run, List<Double> steps) {
        return run.size() >= LEAST_POINTS
                && Math.log10(steps.get(run.get(run.size() - 1)) / steps.get(run.get(0))) >= LEAST_DECADES;
    }

    private static Theory through(List<Integer> run, StepSweep.ErrorCurve scheme, List<Double> steps) {
        List<Double> offsets = run.stream()
                .map(i -> Math.log10(scheme.errors().get(i)) - scheme.order() * Math.log10(steps.get(i)))
                .sorted()
                .toList();
        return new Theory(scheme.order(), offsets.get(offsets.size() / 2));
    }

    /** The slope from a step to one a little larger; NaN where there is none. */
    private static double slopeAt(int i, StepSweep.ErrorCurve scheme, List<Double> steps) {
        int j = i + 1;
        while (j < steps.size() - 1 && Math.log10(steps.get(j) / steps.get(i)) < WINDOW) {
            j++;
        }
        return j >= steps.size()
                ? Double.NaN
                : Math.log10(scheme.errors().get(j) / scheme.errors().get(i)) / Math.log10(steps.get(j) / steps.get(i));
    }

    /** The logarithm of the error for that of a step. */
    double at(double step) {
        return offset + order * step;
    }

    /** The smallest and the largest step, as logarithms, between which the line is inside the picture. */
    List<Double> within(StepSizeScale scale) {
        return List.of(
                Math.max(scale.x().low(), (scale.floor() - offset) / order),
                Math.min(scale.x().high(), (scale.ceiling() - offset) / order));
    }

    String label() {
        return order == 1 ? "∝ h" : "∝ h" + Numerals.raised(order);
    }
}
