package tridiff.charts.style;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A range with its ticks. Logarithmic axes are ranges of exponents: XChart's own end at the smallest double and refuse zero.
 *
 * @param low the left or lower end
 * @param high the other end
 * @param ticks where there are grid lines and labels
 * @param label what is written at a tick
 */
public record Axis(double low, double high, List<Double> ticks, DoubleFunction<String> label) {

    private static final int[] DECADE_STEPS = {2, 4, 10, 20, 50, 100, 200};
    private static final int FEW_DECADES = 4;

    /** From whole decade to whole decade, ticks at every second one, or fewer where they would be too many. */
    public static Axis decades(double low, double high, int mostTicks) {
        long first = (long) Math.floor(low);
        long last = Math.max((long) Math.ceil(high), first + 2);
        int step = last - first <= FEW_DECADES ? 1 : step(last - first, mostTicks);
        return new Axis(first, last, multiples(first, last, step), t -> Numerals.power(Math.round(t)));
    }

    private static int step(long span, int mostTicks) {
        for (int step : DECADE_STEPS) {
            if (span / step <= mostTicks) {
                return step;
            }
        }
        return 500;
    }

    /** Sizes from a few to very many: 1, 2, 5, 10 … over a few decades, else whole decades. */
    public static Axis sizes(double low, double high, int mostTicks) {
        if (high - low > 2.5) {
            Axis decades = decades(low, high + 0.1, mostTicks);
            boolean all = decades.high - decades.low <= mostTicks;
            return all
                    ? new Axis(
                            decades.low,
                            decades.high,
                            multiples((long) decades.low, (long) decades.high, 1),
                            decades.label)
                    : decades;
        }
        var ticks = new ArrayList<Double>();
        for (int exponent = (int) Math.floor(low) - 1; exponent <= high + 1; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                ticks.add(exponent + Math.log10(digit));
            }
        }
        double first =
                ticks.stream().filter(t -> t < low - 0.05).reduce((a, b) -> b).orElse(low - 0.3);
        double last = ticks.stream().filter(t -> t > high + 0.05).findFirst().orElse(high + 0.3);
        double start = Math.max(0, first);
        return new Axis(
                start,
                last,
                ticks.stream().filter(t -> t >= start && t <= last).toList(),
                t -> Long.toString(Math.round(Math.pow(10, t))));
    }

    /** A plain range with five to ten round ticks. */
    public static Axis linear(double low, double high) {
        double span = Math.max(high - low, 1e-300);
        double unit = Math.pow(10, Math.floor(Math.log10(span)));
        double step = span / unit < 2 ? unit / 5 : span / unit < 5 ? unit / 2 : unit;
        var ticks = new ArrayList<Double>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * span; k++) {
            ticks.add(k * step);
        }
        return new Axis(
                low,
                high,
                List.copyOf(ticks),
                t -> Numerals.coordinate(new java.math.BigDecimal(t)
                        .round(new java.math.MathContext(6))
                        .doubleValue()));
    }

    /** Whole numbers from 0. */
    public static Axis whole(int last, int mostTicks) {
        int step = 1;
        while (last / step > mostTicks) {
            step = step % 10 == 5 || step == 1 && last / 2 > mostTicks ? step * (step == 1 ? 5 : 2) : step + 1;
        }
        return new Axis(0, Math.max(1, last), multiples(0, Math.max(last, 0), step), t -> Long.toString(Math.round(t)));
    }

    private static List<Double> multiples(long first, long last, int step) {
        var ticks = new ArrayList<Double>();
        for (long t = Math.floorDiv(first + step - 1, step) * step; t <= last; t += step) {
            ticks.add((double) t);
        }
        return List.copyOf(ticks);
    }

    /** The same with a little more room at both ends, so that no marker is cut. */
    public Axis padded(double share) {
        double room = share * (high - low);
        return new Axis(low - room, high + room, ticks, label);
    }

    /** The same with more room below, and no ticks in it. */
    public Axis lowered(double room) {
        return new Axis(low - room, high, ticks, label);
    }
}
