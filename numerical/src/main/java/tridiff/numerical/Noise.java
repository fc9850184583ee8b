package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;
import tridiff.expr.said.Said;

/**
 * The noise in the values of a function: how far they scatter about a smooth curve, as a standard deviation.
 *
 * <p>J. J. Moré and S. M. Wild, "Estimating computational noise", SIAM J. Sci. Comput. 33(3), 2011, sections 3 and 5 (ECnoise): the
 * k-th differences of values at equally spaced points lose the curve and keep the noise, multiplied by a known factor. Round-off is
 * noise of this kind, and so is the scatter of simulations and iterations.
 */
public final class Noise {

    /** Relative noise from which on it is worth a word: some roundings more than a value has anyway. */
    static final double VISIBLE = 0x1p-47;

    /** A relative change that is no rounding: a curve, or a jump, or the rounding of an intermediate result. */
    static final double JUMP = 1000 * Math.ulp(1.0);

    static final Said REMARK = Said.of("numerical.remark.noisy");

    private static final int POINTS = 8;

    /** Not a short binary number: with one, products of x would have no rounding and no noise. */
    private static final double SPACING = Math.sqrt(2) * 0x1p-37;

    /** A level is believed where three in a row agree to this factor. */
    private static final double AGREEMENT = 4;

    /** Values that vary by more than this share of their size tell more of the curve than of the noise. */
    private static final double MOST_VARIATION = 0.1;

    private static final double FINER = 0.07;
    private static final double COARSER = 131;
    private static final int MOST_SPACINGS = 6;

    private Noise() {}

    /**
     * The noise of f near x.
     *
     * @return NaN if it cannot be told: f has no values around x, or no spacing shows it
     */
    public static double of(DoubleUnaryOperator f, double x) {
        return of(f, x, SPACING * StepSize.scale(x));
    }

    /** The noise of f near x from values that far apart, or a spacing near it where this one is too fine or too coarse. */
    public static double of(DoubleUnaryOperator f, double x, double spacing) {
        double h = spacing;
        for (int i = 0; i < MOST_SPACINGS; i++) {
            double[] y = values(f, x, h);
            double largest = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double v : y) {
                largest = Math.max(largest, Math.abs(v));
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            if (largest == 0) {
                return 0;
            }
            if (!Double.isFinite(largest) || high - low > MOST_VARIATION * largest) {
                h *= FINER;
            } else if (tooFine(y)) {
                h *= COARSER;
            } else {
                double level = level(y, largest);
                if (!Double.isNaN(level)) {
                    return level;
                }
                h *= FINER;
            }
        }
        return Double.NaN;
    }

    private static double[] values(DoubleUnaryOperator f, double x, double h) {
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            y[i] = f.applyAsDouble(x + (i - POINTS / 2) * h);
        }
        return y;
    }

    /** Whether half of the neighbours are equal. */
    private static boolean tooFine(double[] y) {
        int equal = 0;
        for (int i = 1; i < y.length; i++) {
            equal += y[i] == y[i - 1] ? 1 : 0;
        }
        return 2 * equal >= y.length - 1;
    }

    private static double level(double[] values, double largest) {
        double[] t = java.util.Arrays.stream(values).map(v -> v / largest).toArray(); // no overflow in squares
        double[] levels = new double[POINTS];
        boolean[] changes = new boolean[POINTS];
        double gamma = 1; // (k!)²/(2k)!
        for (int k = 1; k < POINTS; k++) {
            gamma *= k / (2.0 * (2 * k - 1));
            double squares = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < POINTS - k; i++) {
                t[i] = t[i + 1] - t[i];
                squares += t[i] * t[i];
                least = Math.min(least, t[i]);
                most = Math.max(most, t[i]);
            }
            levels[k] = Math.sqrt(gamma * squares / (POINTS - k));
            changes[k] = least * most < 0;
        }
        for (int k = 1; k + 2 < POINTS; k++) {
            double most = Math.max(levels[k], Math.max(levels[k + 1], levels[k + 2]));
            double least = Math.min(levels[k], Math.min(levels[k + 1], levels[k + 2]));
            if (changes[k] && most <= AGREEMENT * least) {
                return levels[k] * largest;
            }
        }
        return Double.NaN;
    }

    /** By how much f jumps between two points: the change that is left between neighbours when the smaller one is left out each time. */
    public static double jump(DoubleUnaryOperator f, double from, double to) {
        double a = from;
        double b = to;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        for (double middle = a + (b - a) / 2; middle != a && middle != b; middle = a + (b - a) / 2) {
            double value = f.applyAsDouble(middle);
            boolean left = Math.abs(value - fa) > Math.abs(fb - value);
            b = left ? middle : b;
            fb = left ? value : fb;
            a = left ? a : middle;
            fa = left ? fa : value;
        }
        double change = Math.abs(fb - fa);
        return change > JUMP * Math.max(Math.abs(fa), Math.abs(fb)) ? change : 0; // NaN is not larger
    }
}
