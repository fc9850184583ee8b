package tridiff.numerical;

import tridiff.expr.said.Said;

/**
 * A derivative by differences, with what its method thinks of it.
 *
 * @param value NaN if f has no finite values to take differences of
 * @param error the method's own estimate of the absolute error; not a bound
 * @param step h
 * @param remark where the method departed from its formula for the sake of the domain, or suspects a kink; else empty
 */
public record Estimate(double value, double error, double step, Said remark) {

    static Estimate none(Said reason) {
        return new Estimate(Double.NaN, Double.NaN, Double.NaN, reason);
    }

    Estimate with(Said other) {
        return new Estimate(value, error, step, other);
    }

    /** With at least this error, and a reason for it beside what was said before. */
    Estimate doubted(double least, Said reason) {
        return new Estimate(
                value, Math.max(error, least), step, remark.isEmpty() ? reason : Said.joined(remark, "; ", reason));
    }

    boolean isFinite() {
        return Double.isFinite(value);
    }

    /** The error relative to the value; 0 if both are 0. */
    double relativeError() {
        return error == 0 ? 0 : error / Math.abs(value);
    }
}
