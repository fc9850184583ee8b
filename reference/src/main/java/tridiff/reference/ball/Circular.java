package tridiff.reference.ball;

import java.math.BigInteger;

/** sin x and cos x. */
public final class Circular {
    private static final int MAX_TOP = 5000;
    private static final int MAX_BITS = 20_000;
    private static final Ball UNIT = new Ball(BigInteger.ZERO, 0, Magnitude.powerOfTwo(0));

    private Circular() {}

    public static Ball sin(Ball x, int p) {
        return turned(x, 0, p);
    }

    public static Ball cos(Ball x, int p) {
        return turned(x, 1, p);
    }

    /** sin(x + quarters π/2); of m±r it lies within r of that of m. */
    private static Ball turned(Ball x, int quarters, int p) {
        if (x.radius().top() > 0) {
            return UNIT;
        }
        Ball y = turnedPoint(x.middle(), quarters, p);
        return x.isExact() ? y : y.widened(x.radius());
    }

    /** |sin x - x| ≤ |x|³ and |cos x - 1| ≤ x². */
    private static Ball turnedPoint(Ball x, int quarters, int p) {
        long top = x.top();
        if (2 * top < -p - 4L) {
            Magnitude square = x.above().times(x.above());
            return quarters == 0 ? x.widened(square.times(x.above())) : Ball.ONE.widened(square);
        }
        if (top > MAX_TOP) {
            throw Unsettled.EFFORT;
        }
        return reduced(x, quarters, p, p + 12 + Math.max(0, (int) -top));
    }

    /** x = k π/2 + r in units of 2^-w, with more bits if r comes out too short for a relative error of 2^-p. */
    private static Ball reduced(Ball x, int quarters, int p, int w) {
        int g = Math.max(0, (int) x.top()) + 4;
        BigInteger quarterTurn = Constants.PI.fixed(w + g - 1); // π/2, wrong by less than 1
        BigInteger angle = x.fixed(w + g); // wrong by less than 1
        BigInteger k = nearest(angle, quarterTurn); // |k| < 2^g - 1
        BigInteger r = angle.subtract(k.multiply(quarterTurn)).shiftRight(g); // wrong by less than 3
        int quadrant = k.intValue() + quarters & 3;
        int missing = p + 8 - r.bitLength();
        if ((quadrant & 1) == 0 && missing > 0 && w < MAX_BITS) {
            return reduced(x, quarters, p, w + missing + 4);
        }
        FixedPointSeries sum = (quadrant & 1) == 0 ? FixedPointSeries.sin(r, w) : FixedPointSeries.cos(r, w);
        BigInteger value = quadrant < 2 ? sum.value() : sum.value().negate();
        return new Ball(value, -w, Magnitude.of(sum.error() + 3, -w));
    }

    private static BigInteger nearest(BigInteger x, BigInteger unit) {
        BigInteger twice = x.shiftLeft(1).add(unit);
        BigInteger quotient = twice.divide(unit.shiftLeft(1));
        return twice.signum() < 0 ? quotient.subtract(BigInteger.ONE) : quotient;
    }

    /** sin(π x), accurate also near integers. */
    public static Ball sinPi(Ball x, int p) {
        return sin(Constants.PI.ball(p + 8).times(fractional(x), p + 8), p);
    }

    /** cos(π x), accurate also near integers. */
    public static Ball cosPi(Ball x, int p) {
        return cos(Constants.PI.ball(p + 8).times(fractional(x), p + 8), p);
    }

    /** x - 2n for an integer n, at most 1 in absolute value if x is a point. */
    private static Ball fractional(Ball x) {
        if (x.exponent() >= 1) {
            return new Ball(BigInteger.ZERO, 0, x.radius());
        }
        if (x.top() < 0) {
            return x;
        }
        int point = (int) -x.exponent() + 1;
        BigInteger turns = x.mid().add(BigInteger.ONE.shiftLeft(point - 1)).shiftRight(point);
        return new Ball(x.mid().subtract(turns.shiftLeft(point)), x.exponent(), x.radius());
    }
}
