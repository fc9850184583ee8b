package tridiff.reference.ball;

import java.math.BigInteger;
import java.util.Optional;
import tridiff.expr.Rational;

/** Roots: of balls, and exact ones of rational numbers. */
public final class Root {
    private Root() {}

    /** √(m±r) lies within r/√m of √m for r ≤ m, as |√x - √m| = |x - m| / (√x + √m). */
    public static Ball sqrt(Ball x, int p) {
        if (x.isZero()) {
            return x;
        }
        if (x.lower().mid().signum() < 0) {
            throw Unsettled.PRECISION;
        }
        Ball y = root(x.mid(), x.exponent(), 2, p);
        return x.isExact() ? y : y.widened(x.radius().over(y.below()));
    }

    /** For 0 &lt; m - r: ∛(m±r) lies within r/∛m² of ∛m, as |∛x - ∛m| = |x - m| / (∛x² + ∛(xm) + ∛m²). */
    public static Ball cbrt(Ball x, int p) {
        if (x.signum() == 0 && !x.isExact()) {
            return Ball.hull(cbrt(x.lower(), p), cbrt(x.upper(), p), p);
        }
        if (x.signum() <= 0) {
            return x.isZero() ? x : cbrt(x.negate(), p).negate();
        }
        Ball y = root(x.mid(), x.exponent(), 3, p);
        return x.isExact() ? y : y.widened(x.radius().over(y.below()).over(y.below()));
    }

    /** The n-th root of m · 2^e with p bits or more: the floor of that of an integer, so wrong by less than 1 unit. */
    private static Ball root(BigInteger m, long e, int n, int p) {
        long shift = Math.max(0, (long) n * (p + 2) - m.bitLength());
        shift += Math.floorMod(e - shift, n);
        BigInteger scaled = m.shiftLeft((int) shift);
        BigInteger floor = floorRoot(scaled, n);
        long unit = (e - shift) / n;
        boolean exact = floor.pow(n).equals(scaled);
        return new Ball(floor, unit, exact ? Magnitude.ZERO : Magnitude.powerOfTwo(unit)).rounded(p + 2);
    }

    /** The exact n-th root of a rational number, if it is rational; of a negative number for odd n only. */
    public static Optional<Rational> exact(Rational x, int n) {
        if (x.signum() < 0) {
            return n % 2 == 0 ? Optional.empty() : exact(x.negate(), n).map(Rational::negate);
        }
        if (!mayBePower(x.numerator(), n) || !mayBePower(x.denominator(), n)) {
            return Optional.empty();
        }
        BigInteger numerator = floorRoot(x.numerator(), n);
        BigInteger denominator = floorRoot(x.denominator(), n);
        boolean exact =
                numerator.pow(n).equals(x.numerator()) && denominator.pow(n).equals(x.denominator());
        return exact ? Optional.of(new Rational(numerator, denominator)) : Optional.empty();
    }

    private static boolean mayBePower(BigInteger x, int n) {
        return x.signum() == 0 || x.getLowestSetBit() % n == 0;
    }

    /** ⌊x^(1/n)⌋ for x ≥ 0: Newton's iteration from above, which falls until it reaches the floor (Cohen, CANT, 1.7.1). */
    public static BigInteger floorRoot(BigInteger x, int n) {
        if (x.bitLength() < 2) {
            return x;
        }
        BigInteger y = above(x, n);
        while (true) {
            BigInteger next = y.multiply(BigInteger.valueOf(n - 1L))
                    .add(x.divide(y.pow(n - 1)))
                    .divide(BigInteger.valueOf(n));
            if (next.compareTo(y) >= 0) {
                return y;
            }
            y = next;
        }
    }

    /** A number that is not below x^(1/n), and close to it where the leading bits of x tell. */
    private static BigInteger above(BigInteger x, int n) {
        int cut = Math.max(0, x.bitLength() - 52);
        cut += Math.floorMod(-cut, n);
        if (cut > x.bitLength()) {
            return BigInteger.ONE.shiftLeft((x.bitLength() + n - 1) / n);
        }
        double leading = x.shiftRight(cut).doubleValue() + 1;
        long scaled = (long) (Math.pow(leading, 1.0 / n) * (1L << 34) * (1 + 1e-12)) + 1;
        int shift = cut / n - 34;
        BigInteger start = BigInteger.valueOf(scaled);
        return shift >= 0 ? start.shiftLeft(shift) : start.shiftRight(-shift).add(BigInteger.ONE);
    }
}
