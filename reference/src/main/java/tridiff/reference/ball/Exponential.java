package tridiff.reference.ball;

import java.math.BigInteger;

/** e^x and e^x - 1. */
public final class Exponential {
    private static final double INVERSE_LOG_2 = 1 / Math.log(2);
    private static final int MAX_TOP = 41;

    private Exponential() {}

    /** e^(m±r) lies within e^m (e^r - 1) ≤ 2 r e^m of e^m for r ≤ 1. */
    public static Ball exp(Ball x, int p) {
        if (x.isExact()) {
            return expOfPoint(x, p);
        }
        if (x.radius().top() > -4) {
            return Ball.hull(expOfPoint(x.lower(), p), expOfPoint(x.upper(), p), p);
        }
        Ball y = expOfPoint(x.middle(), p);
        return y.widened(y.above().times(x.radius().scaled(1)));
    }

    /** As for exp: e^(m±r) - 1 lies within 2 r e^m of e^m - 1 for r ≤ 1. */
    public static Ball expm1(Ball x, int p) {
        if (x.isExact()) {
            return expm1OfPoint(x, p);
        }
        if (x.radius().top() > -4) {
            return Ball.hull(expm1OfPoint(x.lower(), p), expm1OfPoint(x.upper(), p), p);
        }
        Ball y = expm1OfPoint(x.middle(), p);
        Magnitude slope = y.plus(Ball.ONE, p).above();
        return y.widened(slope.times(x.radius().scaled(1)));
    }

    private static Ball expOfPoint(Ball x, int p) {
        long top = x.top();
        if (x.isZero()) {
            return Ball.ONE;
        }
        if (top > MAX_TOP) {
            return tooLarge(x);
        }
        return top < -p - 4L ? Ball.ONE.plus(expm1OfPoint(x, p), p) : expByHalving(x, p);
    }

    private static Ball tooLarge(Ball x) {
        if (x.mid().signum() > 0) {
            throw Unsettled.EFFORT;
        }
        return Ball.tiny(1);
    }

    /** e^x = 2^k (e^(r/2^s))^(2^s) with r = x - k log 2, |r| ≤ 0.36; all in units of 2^-w. */
    private static Ball expByHalving(Ball x, int p) {
        int s = 4 + (int) Math.sqrt(p / 6.0);
        int w = p + 2 * s + 12;
        long k = Math.round(x.guess() * INVERSE_LOG_2);
        int g = 64 - Long.numberOfLeadingZeros(Math.abs(k));
        BigInteger multiple = Constants.LOG_2.fixed(w + g).multiply(BigInteger.valueOf(k));
        BigInteger r = x.fixed(w + g).subtract(multiple).shiftRight(g); // wrong by less than 3
        FixedPointSeries sum = FixedPointSeries.exp(r.shiftRight(s), w); // of an argument wrong by less than 4
        BigInteger power = sum.value().add(BigInteger.ONE.shiftLeft(w));
        long error = sum.error() + 6;
        for (int i = 0; i < s; i++) {
            power = power.multiply(power).shiftRight(w);
            error = 3 * error + 2; // as 2 e^0.36 < 2.9
        }
        return new Ball(power, k - w, Magnitude.of(error, k - w)).rounded(p + 8);
    }

    /** |e^x - 1 - x| ≤ x² for |x| ≤ 1; the cancellation in e^x - 1 costs at most three bits for |x| ≥ 1/8. */
    private static Ball expm1OfPoint(Ball x, int p) {
        long top = x.top();
        if (top > -3) {
            return expOfPoint(x, p + 4).minus(Ball.ONE, p + 4);
        }
        if (top < -p - 4L) {
            return x.widened(x.above().times(x.above()));
        }
        int w = p + 12 - (int) top;
        FixedPointSeries sum = FixedPointSeries.exp(x.fixed(w), w);
        return new Ball(sum.value(), -w, Magnitude.of(sum.error() + 2, -w));
    }
}
