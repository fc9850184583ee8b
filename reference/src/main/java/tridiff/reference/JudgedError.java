package tridiff.reference;

import tridiff.reference.enclosure.Enclosure;

/**
 * How far a double is from the true value; NaN where there is nothing to say.
 *
 * <p>Against a true 0 the error is measured by the scale that the derivative has there. Of a true value beyond the doubles the infinity of
 * its sign is the right one, of one below them 0.
 *
 * @param ulp the spacing of doubles that the error is counted in
 */
public record JudgedError(double absolute, double relative, double ulps, double ulp) {

    /** Errors are not given against a truth known to fewer digits. */
    private static final int SETTLED_DIGITS = 18;

    private static final JudgedError NONE = new JudgedError(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * Of a value.
     *
     * @param scale what errors are measured by where the truth is 0
     */
    public static JudgedError of(double value, Enclosure truth, double scale) {
        if (Double.isNaN(value) || !truth.isNumber() || !truth.accurateTo(SETTLED_DIGITS)) {
            return NONE;
        }
        double right = truth.nearest().orElse(Double.NaN);
        boolean outside = Double.isInfinite(right) || right == 0 && !truth.isZero();
        if (outside && value == right) {
            return new JudgedError(Double.isInfinite(right) ? Double.NaN : truth.absoluteError(0), 0, 0, Double.NaN);
        }
        if (Double.isInfinite(value)) {
            return NONE;
        }
        if (truth.isZero()) {
            double off = Math.abs(value);
            return new JudgedError(off, off / scale, off / Math.ulp(scale), Math.ulp(scale));
        }
        double nearest = Math.min(Math.abs(right), Double.MAX_VALUE);
        return new JudgedError(
                truth.absoluteError(value), truth.relativeError(value), truth.ulps(value), Math.ulp(nearest));
    }
}
