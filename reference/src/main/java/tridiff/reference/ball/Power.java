package tridiff.reference.ball;

import java.math.BigInteger;

/** x^y of balls. */
public final class Power {
    private static final int BY_SQUARING = 1024;

    private Power() {}

    /** x^y = e^(y log x) for x > 0. */
    public static Ball real(Ball x, Ball y, int p) {
        long top = y.top() + 64 - Long.numberOfLeadingZeros(Math.abs(x.top()) + 1);
        int bits = p + 8 + (int) Math.max(0, Math.min(64, top));
        return Exponential.exp(y.times(Logarithm.log(x, bits), bits), p + 4);
    }

    /** x^n for an integer n and a ball without 0, or n > 0: sharp at the ends, as x^n is monotone in |x|. */
    public static Ball integer(Ball x, BigInteger n, int p) {
        if (x.isExact() || x.accuracy() > 40) {
            return narrow(x, n, p);
        }
        Ball base = n.testBit(0) ? x : x.abs();
        if (n.signum() < 0 && base.containsZero()) {
            throw Unsettled.PRECISION;
        }
        return Ball.hull(narrow(base.lower(), n, p), narrow(base.upper(), n, p), p);
    }

    private static Ball narrow(Ball x, BigInteger n, int p) {
        if (x.isZero()) {
            return x;
        }
        int bits = p + 8 + 2 * n.bitLength();
        if (n.bitLength() < 31 && Math.abs(n.intValue()) <= BY_SQUARING) {
            Ball power = PolygammaFunction.power(x, Math.abs(n.intValue()), bits);
            return n.signum() < 0 ? Ball.ONE.over(power, bits) : power;
        }
        Ball power = real(x.abs(), Ball.exactly(n, 0), p);
        return x.mid().signum() < 0 && n.testBit(0) ? power.negate() : power;
    }
}
