package tridiff.reference.ball;

import java.math.BigInteger;

/**
 * A bound mantissa · 2^exponent ≥ 0 whose mantissa has 31 bits (or is 0): the radius of a {@link Ball}.
 *
 * <p>Sums, products and quotients are rounded up, so that bounds from above stay bounds from above.
 */
public record Magnitude(long mantissa, long exponent) {
    static final Magnitude ZERO = new Magnitude(0, 0);

    private static final int BITS = 31;
    private static final long LOWEST = -1L << 44;

    /** The bound m · 2^exponent, rounded up, for 0 ≤ m < 2^62. */
    static Magnitude of(long m, long exponent) {
        if (m == 0) {
            return ZERO;
        }
        int surplus = 64 - Long.numberOfLeadingZeros(m) - BITS;
        if (surplus <= 0) {
            return bounded(m << -surplus, exponent + surplus);
        }
        long kept = m >> surplus;
        if (kept << surplus != m) {
            kept++;
        }
        return kept >> BITS == 0 ? bounded(kept, exponent + surplus) : bounded(1L << BITS - 1, exponent + surplus + 1);
    }

    /** |m| · 2^exponent, rounded up. */
    static Magnitude above(BigInteger m, long exponent) {
        int surplus = m.bitLength() - BITS + 1;
        return surplus <= 0
                ? of(Math.abs(m.longValue()), exponent)
                : of(Math.abs(m.shiftRight(surplus).longValue()) + 1, exponent + surplus);
    }

    /** |m| · 2^exponent, rounded down. */
    static Magnitude below(BigInteger m, long exponent) {
        int surplus = m.bitLength() - BITS;
        return surplus <= 0
                ? of(Math.abs(m.longValue()), exponent)
                : of(Math.abs(m.shiftRight(surplus).longValue()) - (m.signum() < 0 ? 1 : 0), exponent + surplus);
    }

    public static Magnitude powerOfTwo(long exponent) {
        return of(1, exponent);
    }

    private static Magnitude bounded(long mantissa, long exponent) {
        if (exponent > -LOWEST) {
            throw Unsettled.EFFORT;
        }
        return new Magnitude(mantissa, Math.max(exponent, LOWEST));
    }

    boolean isZero() {
        return mantissa == 0;
    }

    /** The number is below 2^top, and not below 2^(top-1) unless it is 0. */
    public long top() {
        return isZero() ? LOWEST : exponent + BITS;
    }

    Magnitude plus(Magnitude that) {
        if (that.mantissa == 0) {
            return this;
        }
        if (mantissa == 0 || exponent < that.exponent) {
            return mantissa == 0 ? that : that.plus(this);
        }
        long shift = exponent - that.exponent;
        return of(mantissa + (shift > BITS ? 0 : that.mantissa >> shift) + (shift == 0 ? 0 : 1), exponent);
    }

    Magnitude times(Magnitude that) {
        return of(mantissa * that.mantissa, exponent + that.exponent);
    }

    /** The quotient by a bound from below, which is not 0. */
    public Magnitude over(Magnitude lower) {
        return of(((mantissa << BITS) / lower.mantissa) + (mantissa == 0 ? 0 : 1), exponent - BITS - lower.exponent);
    }

    /** Times 2^n, exactly. */
    public Magnitude scaled(long n) {
        return isZero() ? this : bounded(mantissa, exponent + n);
    }

    /** The same number as a ball without radius. */
    public Ball ball() {
        return Ball.exactly(BigInteger.valueOf(mantissa), exponent);
    }
}
