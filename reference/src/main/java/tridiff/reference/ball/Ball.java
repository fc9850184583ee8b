package tridiff.reference.ball;

import java.math.BigInteger;
import tridiff.expr.Rational;

/**
 * The real numbers within a radius of a midpoint mid · 2^exponent.
 *
 * <p>Every operation yields a ball that contains the results for all members of its operands; p is the number of bits to keep of
 * the midpoint, and what is cut off goes into the radius. (Midpoint-radius arithmetic as in F. Johansson, "Arb: efficient
 * arbitrary-precision midpoint-radius interval arithmetic", IEEE Trans. Comput. 66, 2017.)
 */
public record Ball(BigInteger mid, long exponent, Magnitude radius) {
    static final Ball ZERO = of(0);
    public static final Ball ONE = of(1);

    /** Midpoints of 2^LIMIT and more are unsettled, those below 2^-LIMIT become [0, 2^-LIMIT]. */
    public static final long LIMIT = 1L << 40;

    private static final int SPARE_BITS = 40;
    private static final int FAR = 1 << 14;

    public static Ball exactly(BigInteger mid, long exponent) {
        return new Ball(mid, exponent, Magnitude.ZERO);
    }

    public static Ball of(long n) {
        return exactly(BigInteger.valueOf(n), 0);
    }

    /** The exact value of a finite double. */
    public static Ball of(double x) {
        if (x == 0) {
            return ZERO;
        }
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
        return exactly(BigInteger.valueOf((long) Math.scalb(x, -exponent)), exponent);
    }

    /** A rational number; exactly if its denominator is a power of two and its numerator not longer than 2p bits. */
    public static Ball of(Rational q, int p) {
        BigInteger denominator = q.denominator();
        if (q.isZero()) {
            return ZERO;
        }
        if (denominator.bitCount() == 1) {
            int twos = q.numerator().getLowestSetBit();
            Ball exact = exactly(q.numerator().shiftRight(twos), twos - denominator.getLowestSetBit());
            return exact.mid.bitLength() <= 2 * p ? exact : exact.rounded(p);
        }
        return exactly(q.numerator(), 0).over(exactly(denominator, 0), p);
    }

    /** A ball that contains two balls and all that is between them. */
    public static Ball hull(Ball a, Ball b, int p) {
        Ball low = least(a.lower(), b.lower());
        Ball high = least(a.upper().negate(), b.upper().negate()).negate();
        if (low.mid.signum() == 0) {
            return upTo(high.above());
        }
        Ball sum = low.plus(high, p);
        Magnitude reach = high.minus(low, 64).above().plus(sum.radius);
        return new Ball(sum.mid, sum.exponent - 1, reach.scaled(-1));
    }

    private static Ball least(Ball a, Ball b) {
        return a.compareMid(b) <= 0 ? a : b;
    }

    /** The interval from 0 to a bound. */
    public static Ball upTo(Magnitude bound) {
        Magnitude half = bound.scaled(-1);
        return new Ball(BigInteger.valueOf(half.mantissa()), half.exponent(), half);
    }

    public boolean isExact() {
        return radius.isZero();
    }

    public boolean isZero() {
        return mid.signum() == 0 && isExact();
    }

    /** 1 or -1 if all members have that sign, else 0. */
    public int signum() {
        return isExact() || !containsZero() ? mid.signum() : 0;
    }

    public boolean containsZero() {
        return exactly(mid.abs(), exponent).compareMid(radius.ball()) <= 0;
    }

    /** |mid| is below 2^top, and not below 2^(top-1) unless it is 0. */
    public long top() {
        return mid.signum() == 0 ? -4 * LIMIT : exponent + (mid.signum() < 0 ? mid.negate() : mid).bitLength();
    }

    /** The relative accuracy in bits. */
    public long accuracy() {
        return isExact() ? Long.MAX_VALUE : top() - radius.top() - 1;
    }

    public Ball middle() {
        return isExact() ? this : exactly(mid, exponent);
    }

    /** The least member, or a number just below it, exactly. */
    public Ball lower() {
        return isExact() ? this : edge(-1);
    }

    /** The greatest member, or a number just above it, exactly. */
    public Ball upper() {
        return isExact() ? this : edge(1);
    }

    private Ball edge(int sign) {
        long gap = radius.exponent() - exponent;
        if (mid.signum() == 0 || gap > FAR) {
            return exactly(BigInteger.valueOf(sign * above().mantissa()), above().exponent());
        }
        Ball reach = gap < -FAR ? exactly(BigInteger.ONE, exponent - FAR) : radius.ball();
        return middle().sum(sign < 0 ? reach.negate() : reach);
    }

    /** A bound of all absolute values from above. */
    public Magnitude above() {
        return Magnitude.above(mid, exponent).plus(radius);
    }

    /** A bound of all absolute values from below, which is not 0; unsettled if the ball contains 0. */
    public Magnitude below() {
        if (containsZero()) {
            throw Unsettled.PRECISION;
        }
        Ball least = mid.signum() > 0 ? lower() : upper();
        return Magnitude.below(least.mid, least.exponent);
    }

    public Ball negate() {
        return new Ball(mid.negate(), exponent, radius);
    }

    public Ball abs() {
        if (containsZero() && !isExact()) {
            return upTo(above());
        }
        return mid.signum() < 0 ? negate() : this;
    }

    /** The ball with its radius increased. */
    public Ball widened(Magnitude by) {
        return new Ball(mid, exponent, radius.plus(by));
    }

    /** Times 2^n, exactly. */
    public Ball scaled(long n) {
        return new Ball(mid, exponent + n, radius.scaled(n));
    }

    public Ball plus(Ball that, int p) {
        if (mid.signum() == 0 || that.mid.signum() == 0) {
            Ball one = mid.signum() == 0 ? that : this;
            return new Ball(one.mid, one.exponent, radius.plus(that.radius)).rounded(p);
        }
        long gap = top() - that.top();
        if (gap > 2L * p + 4096 || gap < -2L * p - 4096) {
            return gap > 0
                    ? widened(that.above()).rounded(p)
                    : that.widened(above()).rounded(p);
        }
        return sum(that).rounded(p);
    }

    public Ball minus(Ball that, int p) {
        return plus(that.negate(), p);
    }

    private Ball sum(Ball that) {
        long shift = exponent - that.exponent;
        BigInteger sum =
                shift >= 0 ? mid.shiftLeft((int) shift).add(that.mid) : mid.add(that.mid.shiftLeft((int) -shift));
        return new Ball(sum, Math.min(exponent, that.exponent), radius.plus(that.radius));
    }

    public Ball times(Ball that, int p) {
        BigInteger product = mid.multiply(that.mid);
        if (isExact() && that.isExact()) {
            return exactly(product, exponent + that.exponent).rounded(p);
        }
        Magnitude spread = Magnitude.above(mid, exponent)
                .times(that.radius)
                .plus(that.above().times(radius));
        return new Ball(product, exponent + that.exponent, spread).rounded(p);
    }

    public Ball times(long n, int p) {
        return times(of(n), p);
    }

    public Ball square(int p) {
        return containsZero() && !isExact() ? upTo(above().times(above())) : times(this, p);
    }

    /** |x/y - m/n| ≤ (r + |m/n| s) / (|n| - s) for |x - m| ≤ r and |y - n| ≤ s. */
    public Ball over(Ball that, int p) {
        Magnitude below = that.below();
        int shift = Math.max(0, p + 2 - mid.bitLength() + that.mid.bitLength());
        BigInteger[] parts = mid.shiftLeft(shift).divideAndRemainder(that.mid);
        long weight = exponent - shift - that.exponent;
        Magnitude cut = parts[1].signum() == 0 ? Magnitude.ZERO : Magnitude.powerOfTwo(weight);
        Ball quotient = new Ball(parts[0], weight, cut);
        if (isExact() && that.isExact()) {
            return quotient.rounded(p);
        }
        return quotient.widened(radius.plus(quotient.above().times(that.radius)).over(below))
                .rounded(p);
    }

    public Ball over(long n, int p) {
        return over(of(n), p);
    }

    /** The ball with a midpoint of at most p bits, and of none that are far below the radius. */
    Ball rounded(int p) {
        long needless = (long) mid.bitLength() - p;
        if (!isExact()) {
            needless = Math.max(needless, radius.top() - SPARE_BITS - exponent);
        }
        if (needless <= 0) {
            return bounded();
        }
        if (needless >= mid.bitLength() + SPARE_BITS) {
            return new Ball(BigInteger.ZERO, 0, above()).bounded();
        }
        BigInteger kept = mid.shiftRight((int) needless);
        boolean lossless = mid.getLowestSetBit() >= needless || mid.signum() == 0;
        Magnitude cut = lossless ? Magnitude.ZERO : Magnitude.powerOfTwo(exponent + needless);
        return new Ball(kept, exponent + needless, radius.plus(cut)).bounded();
    }

    private Ball bounded() {
        if (mid.signum() == 0 || Math.abs(exponent) < LIMIT - (1 << 30)) {
            return this;
        }
        long top = top();
        if (top > LIMIT) {
            throw Unsettled.EFFORT;
        }
        return top > -LIMIT ? this : tiny(mid.signum()).widened(radius);
    }

    /** What is known of a number of a given sign that is below 2^-LIMIT in absolute value. */
    static Ball tiny(int sign) {
        Ball tiny = upTo(Magnitude.powerOfTwo(-LIMIT));
        return sign < 0 ? tiny.negate() : tiny;
    }

    /** mid · 2^(exponent + w), rounded down: the midpoint in fixed point, with an error below 1. */
    public BigInteger fixed(int w) {
        long shift = exponent + w;
        if (shift > 1 << 24) {
            throw Unsettled.EFFORT;
        }
        return shift >= 0 ? mid.shiftLeft((int) shift) : mid.shiftRight((int) Math.min(-shift, Integer.MAX_VALUE));
    }

    /** The order of two midpoints. */
    public int compareMid(Ball that) {
        int sign = mid.signum();
        if (sign != that.mid.signum() || sign == 0) {
            return Integer.compare(sign, that.mid.signum());
        }
        long gap = top() - that.top();
        if (gap != 0) {
            return gap > 0 ? sign : -sign;
        }
        long shift = exponent - that.exponent;
        return shift >= 0
                ? mid.shiftLeft((int) shift).compareTo(that.mid)
                : mid.compareTo(that.mid.shiftLeft((int) -shift));
    }

    /** The midpoint as a double, roughly: a guess, never a proof. */
    double guess() {
        int surplus = Math.max(0, mid.bitLength() - 60);
        long scale = Math.max(-5000, Math.min(5000, exponent + surplus));
        return Math.scalb((double) mid.shiftRight(surplus).longValue(), (int) scale);
    }
}
