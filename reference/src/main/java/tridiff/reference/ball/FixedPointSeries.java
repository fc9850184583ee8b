package tridiff.reference.ball;

import java.math.BigInteger;

/**
 * The sum of a power series in units of 2^-w, and a bound of its error in the same units, for the argument as it is given.
 *
 * <p>In every series here the argument is below 0.8 and each term is at most 0.64/2 of the one before, so an error ε of one term and
 * the cuts of the next (below 1 each, two or three of them) leave an error of at most 3 in the next: 3 per term in all, and 6 for
 * what is left out after a term that was computed as 0 or 1 unit.
 */
record FixedPointSeries(BigInteger value, long error) {

    /** e^x - 1 for |x| ≤ 1/2. */
    static FixedPointSeries exp(BigInteger x, int w) {
        BigInteger sum = x;
        BigInteger term = x;
        int n = 2;
        for (; term.bitLength() > 1; n++) {
            term = term.multiply(x).shiftRight(w).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        return of(sum, n);
    }

    /** sin x for |x| ≤ 0.8. */
    static FixedPointSeries sin(BigInteger x, int w) {
        return alternating(x, x, 2, w);
    }

    /** cos x for |x| ≤ 0.8. */
    static FixedPointSeries cos(BigInteger x, int w) {
        return alternating(x, BigInteger.ONE.shiftLeft(w), 1, w);
    }

    /** term - term x²/(n (n+1)) + term x^4/(n (n+1) (n+2) (n+3)) - ... */
    private static FixedPointSeries alternating(BigInteger x, BigInteger first, int n, int w) {
        BigInteger minusSquare = x.multiply(x).shiftRight(w).negate();
        BigInteger term = first;
        BigInteger sum = first;
        int k = n;
        for (; term.bitLength() > 1; k += 2) {
            term = term.multiply(minusSquare).shiftRight(w).divide(BigInteger.valueOf((long) k * (k + 1)));
            sum = sum.add(term);
        }
        return of(sum, k);
    }

    /** arctan x, or artanh x, for |x| ≤ 1/4. */
    static FixedPointSeries arc(BigInteger x, int w, boolean tangent) {
        BigInteger square = x.multiply(x).shiftRight(w);
        BigInteger factor = tangent ? square.negate() : square;
        BigInteger power = x;
        BigInteger sum = x;
        int n = 3;
        for (; power.bitLength() > 1; n += 2) {
            power = power.multiply(factor).shiftRight(w);
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return of(sum, n);
    }

    private static FixedPointSeries of(BigInteger sum, int terms) {
        return new FixedPointSeries(sum, 3L * terms + 6);
    }
}
