package tridiff.reference.ball;

import java.math.BigInteger;
import java.util.function.IntFunction;

/** A real constant in fixed point, computed once to the greatest precision that was asked for. */
public final class Constants {
    /** Machin: π = 16 arctan(1/5) - 4 arctan(1/239). */
    public static final Constants PI = new Constants(
            w -> inverse(5, w, true).shiftLeft(4).subtract(inverse(239, w, true).shiftLeft(2)));

    /** log 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749). */
    public static final Constants LOG_2 = new Constants(w -> inverse(26, w, false)
            .multiply(BigInteger.valueOf(18))
            .subtract(inverse(4801, w, false).shiftLeft(1))
            .add(inverse(8749, w, false).shiftLeft(3)));

    private static final int GUARD = 32;

    private final IntFunction<BigInteger> formula;
    private volatile Known known = new Known(-1, BigInteger.ZERO);

    private Constants(IntFunction<BigInteger> formula) {
        this.formula = formula;
    }

    /** The constant times 2^w with an error below 1. */
    BigInteger fixed(int w) {
        Known best = known;
        if (best.bits < w) {
            int bits = Math.max(w + w / 4, 512);
            best = new Known(bits, formula.apply(bits + GUARD).shiftRight(GUARD));
            known = best;
        }
        return best.value.shiftRight(best.bits - w);
    }

    /** The constant as a ball with p bits or more. */
    public Ball ball(int p) {
        return new Ball(fixed(p), -p, Magnitude.of(1, -p));
    }

    /**
     * arctan or artanh of 1/n for n ≥ 5: each term is cut twice, by less than 1 each, and the rest of the series is below 1; so the
     * errors of at most w terms, times 28 or less, stay far below 2^GUARD.
     */
    private static BigInteger inverse(long n, int w, boolean alternating) {
        BigInteger square = BigInteger.valueOf(n * n);
        BigInteger power = BigInteger.ONE.shiftLeft(w).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (int k = 3; power.signum() != 0; k += 2) {
            power = power.divide(square);
            BigInteger term = power.divide(BigInteger.valueOf(k));
            sum = alternating && (k & 2) != 0 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }

    private record Known(int bits, BigInteger value) {}
}
