package tridiff.reference.ball;

import java.math.BigInteger;
import tridiff.expr.Rational;

/** Points mid · 2^exponent against rational numbers and doubles. */
public final class Bounds {
    private static final int FAR = 1 << 20;

    private Bounds() {}

    /** The point as a rational number, or, if it is tiny, one next to it in the given direction. */
    public static Rational rational(Ball point, int direction) {
        long exponent = point.exponent();
        if (point.mid().signum() == 0) {
            return Rational.ZERO;
        }
        if (point.top() > FAR) {
            throw new ArithmeticException("a bound of more than 2^" + FAR);
        }
        if (exponent >= 0) {
            return new Rational(point.mid().shiftLeft((int) exponent), BigInteger.ONE);
        }
        return exponent < -FAR ? outside(point, direction) : dyadic(point.mid(), (int) -exponent);
    }

    private static Rational outside(Ball point, int direction) {
        BigInteger floor = point.fixed(FAR);
        return dyadic(direction < 0 ? floor : floor.add(BigInteger.ONE), FAR);
    }

    private static Rational dyadic(BigInteger n, int bits) {
        int twos = Math.min(bits, n.signum() == 0 ? bits : n.getLowestSetBit());
        return new Rational(n.shiftRight(twos), BigInteger.ONE.shiftLeft(bits - twos));
    }

    /** The order of a point and a rational number. */
    public static int compare(Ball point, Rational q) {
        int sign = point.mid().signum();
        if (sign != q.signum() || sign == 0) {
            return Integer.compare(sign, q.signum());
        }
        long top = q.numerator().abs().bitLength() - (long) q.denominator().bitLength(); // 2^(top-1) < |q| < 2^(top+1)
        if (point.top() > top + 1) {
            return sign;
        }
        if (point.top() < top) {
            return -sign;
        }
        Ball scaled = Ball.exactly(point.mid().multiply(q.denominator()), point.exponent());
        return scaled.compareMid(Ball.exactly(q.numerator(), 0));
    }

    /** The nearest double, ties to even. */
    public static double nearest(Ball point) {
        int sign = point.mid().signum();
        if (sign == 0 || point.top() < -1080) {
            return sign < 0 ? -0.0 : 0.0;
        }
        if (point.top() > 1030) {
            return sign * Double.POSITIVE_INFINITY;
        }
        return rational(sticky(point), 1).doubleValue();
    }

    /** The point with all bits that are far below those of a double as one. */
    private static Ball sticky(Ball point) {
        int surplus = point.mid().bitLength() - 70;
        if (surplus <= 0) {
            return point;
        }
        BigInteger kept = point.mid().shiftRight(surplus);
        return Ball.exactly(
                point.mid().getLowestSetBit() < surplus ? kept.setBit(0) : kept, point.exponent() + surplus);
    }
}
