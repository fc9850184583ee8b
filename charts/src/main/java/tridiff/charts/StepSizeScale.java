package tridiff.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.compare.sweep.StepSweep;
import tridiff.wengert.method.MethodId;

/** Where steps and errors stand in the picture of a sweep: by their exponents, and errors of 0 on a strip of their own at the bottom. */
final class StepSizeScale {

    private static final double ROW = 13;
    private static final double MARGIN = 3;
    private static final int MOST_TICKS = 13;

    private final Map<MethodId, List<Double>> errors = new LinkedHashMap<>();
    private final Map<MethodId, Integer> rows = new LinkedHashMap<>();
    private final Axis x;
    private final Axis positive;

    StepSizeScale(StepSweep sweep) {
        sweep.schemes().forEach(s -> errors.put(s.id(), s.errors()));
        sweep.stepless().forEach(m -> errors.put(m.id(), List.of(m.error())));
        errors.forEach((id, e) -> {
            if (e.contains(0.0)) {
                rows.put(id, rows.size());
            }
        });
        List<Double> steps = sweep.steps();
        x = Axis.decades(Math.log10(steps.get(0)), Math.log10(steps.get(steps.size() - 1)), MOST_TICKS)
                .padded(0.012);
        positive = positive(sweep);
    }

    private Axis positive(StepSweep sweep) {
        double[] exponents = Stream.concat(
                        errors.values().stream().flatMap(List::stream),
                        sweep.schemes().stream().map(StepSweep.ErrorCurve::classicalError))
                .filter(e -> e > 0)
                .mapToDouble(Math::log10)
                .sorted()
                .toArray();
        return exponents.length == 0
                ? Axis.decades(-16, 0, MOST_TICKS)
                : Axis.decades(exponents[0] - 0.3, exponents[exponents.length - 1] + 0.1, MOST_TICKS);
    }

    /** The errors of all methods by id; one number for a method without a step. */
    Map<MethodId, List<Double>> errors() {
        return errors;
    }

    Axis x() {
        return x;
    }

    /** The axis of errors, with room for the strip. */
    Axis y() {
        return positive.lowered(exponents(stripHeight()));
    }

    /** Where the strip begins. */
    double floor() {
        return positive.low();
    }

    /** The top end. */
    double ceiling() {
        return positive.high();
    }

    /** In pixels; 0 if no error is 0. */
    double stripHeight() {
        return rows.isEmpty() ? 0 : ROW * rows.size() + 2 * MARGIN;
    }

    /** The middle of the strip. */
    double zero() {
        return floor() - exponents(stripHeight() / 2);
    }

    boolean hasZeros(MethodId id) {
        return rows.containsKey(id);
    }

    /** The height of an error: its exponent, or for 0 the row of its series on the strip. */
    double height(MethodId id, double error) {
        return error > 0 ? Math.log10(error) : floor() - exponents(MARGIN + ROW * (rows.getOrDefault(id, 0) + 0.5));
    }

    private double exponents(double pixels) {
        return pixels * (positive.high() - positive.low()) / (Frame.PLOT_HEIGHT - stripHeight());
    }
}
