package tridiff.reference.ball;

import java.math.BigInteger;

/** log x and log(1 + x). */
public final class Logarithm {
    private Logarithm() {}

    /** log(m±r) lies within r/(m-r) of log m. */
    public static Ball log(Ball x, int p) {
        if (x.signum() <= 0) {
            throw Unsettled.PRECISION;
        }
        Ball y = logOfPoint(x, p);
        return x.isExact() ? y : y.widened(x.radius().over(x.below()));
    }

    /** log(1+m±r) lies within r/(1+m-r) of log(1+m). */
    public static Ball log1p(Ball x, int p) {
        if (x.top() > -1) {
            return log(Ball.ONE.plus(x, Math.max(p, x.mid().bitLength()) + 4), p);
        }
        Ball y = log1pOfPoint(x.middle(), p);
        return x.isExact() ? y : y.widened(x.radius().over(Ball.ONE.plus(x, p).below()));
    }

    /** log(f 2^k) = log f + k log 2 with 3/4 ≤ f < 3/2; unless k = 0 the sum is at least 1/4. */
    private static Ball logOfPoint(Ball x, int p) {
        int length = x.mid().bitLength();
        boolean small = length < 2 || !x.mid().testBit(length - 2);
        int shift = small ? length - 1 : length;
        long k = x.exponent() + shift;
        Ball f = Ball.exactly(x.mid().subtract(BigInteger.ONE.shiftLeft(shift)), -shift);
        if (k == 0) {
            return log1pOfPoint(f, p);
        }
        int bits = p + 2 + 64 - Long.numberOfLeadingZeros(Math.abs(k));
        return log1pOfPoint(f, p + 4).plus(Constants.LOG_2.ball(bits).times(k, bits), p + 4);
    }

    /** |log(1+x) - x| ≤ x² for |x| ≤ 1/2. */
    private static Ball log1pOfPoint(Ball x, int p) {
        long top = x.top();
        if (x.isZero()) {
            return Ball.ZERO;
        }
        if (top < -p - 4L) {
            return x.widened(x.above().times(x.above()));
        }
        return top < -10 ? log1pOfSmall(x, p + 4 - (int) top) : log1pNear(Math.log1p(x.guess()), x, p + 16);
    }

    /** log(1+x) = y + log(1+t) with 1+t = (1+x) e^-y, where y is any number near it. */
    private static Ball log1pNear(double guess, Ball x, int p) {
        Ball y = Ball.of(guess);
        Ball onePlusX = Ball.ONE.plus(x, p);
        Ball t = onePlusX.times(Exponential.exp(y.negate(), p), p).minus(Ball.ONE, p);
        if (t.above().top() > -20) {
            throw Unsettled.PRECISION;
        }
        return y.plus(log1pOfSmall(t, p), p);
    }

    /** log(1+x) = 2 artanh(x/(2+x)) for |x| ≤ 2^-10, with an error near 2^-w; x±r changes it by less than 2r. */
    private static Ball log1pOfSmall(Ball x, int w) {
        BigInteger numerator = x.fixed(w + 8);
        BigInteger quotient = numerator.shiftLeft(w + 8).divide(numerator.add(BigInteger.TWO.shiftLeft(w + 8)));
        FixedPointSeries sum = FixedPointSeries.arc(quotient, w + 8, false);
        Ball twice = new Ball(sum.value(), 1L - w - 8, Magnitude.of(sum.error() + 3, 1L - w - 8));
        return twice.widened(x.radius().scaled(1));
    }
}
