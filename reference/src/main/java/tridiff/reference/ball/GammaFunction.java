package tridiff.reference.ball;

import java.math.BigInteger;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import tridiff.expr.Rational;

/** Γ(x) and log |Γ(x)| for balls without a pole. */
public final class GammaFunction {
    private GammaFunction() {}

    /** For x > 0 by the recurrence and Stirling's series; else Γ(x) = π / (sin(πx) Γ(1-x)). */
    public static Ball gamma(Ball x, int p) {
        if (x.signum() > 0) {
            return ofPositive(x, p);
        }
        Ball reflected = Ball.ONE.minus(x, widthOf(x, p));
        Ball sine = Circular.sinPi(x, p + 8);
        return Constants.PI.ball(p + 8).over(sine.times(ofPositive(reflected, p + 8), p + 8), p);
    }

    /** For x > 0 by the recurrence and Stirling's series; else log π - log |sin(πx)| - log Γ(1-x). */
    public static Ball logGamma(Ball x, int p) {
        if (x.signum() > 0) {
            return logOfPositive(x, p);
        }
        Ball reflected = Ball.ONE.minus(x, widthOf(x, p));
        Ball sine = Circular.sinPi(x, p + 8).abs();
        Ball logs = Logarithm.log(Constants.PI.ball(p + 8).over(sine, p + 8), p + 8);
        return logs.minus(logOfPositive(reflected, p + 8), p + 8);
    }

    private static int widthOf(Ball x, int p) {
        return p + 16 + (int) Math.max(0, Math.min(x.top(), p));
    }

    private static Ball ofPositive(Ball x, int p) {
        if (x.top() > 40) {
            throw Unsettled.EFFORT;
        }
        int bits = p + 16 + 2 * (int) Math.max(0, x.top());
        int shift = shift(x, bits);
        Ball product = rising(x, shift, bits);
        return Exponential.exp(stirling(x.plus(Ball.of(shift), bits), bits), bits)
                .over(product, p + 4);
    }

    private static Ball logOfPositive(Ball x, int p) {
        int bits = p + 16 + 2 * (int) Math.max(0, Math.min(x.top(), 64));
        int shift = shift(x, bits);
        Ball sum = stirling(x.plus(Ball.of(shift), bits), bits);
        return shift == 0 ? sum : sum.minus(Logarithm.log(rising(x, shift, bits), bits), bits);
    }

    /** How far to go up so that the terms of Stirling's series fall below 2^-bits: its least is near e^(-2πz). */
    static int shift(Ball x, int bits) {
        int enough = 4 + bits / 5;
        double guess = x.guess();
        return guess >= enough ? 0 : enough - (int) guess;
    }

    /** x (x+1) ... (x+n-1) */
    private static Ball rising(Ball x, int n, int p) {
        Ball product = Ball.ONE;
        for (int i = 0; i < n; i++) {
            product = product.times(x.plus(Ball.of(i), p), p);
        }
        return product;
    }

    /** log Γ(z) = (z - 1/2) log z - z + log(2π)/2 + Σ B(2k) / (2k (2k-1) z^(2k-1)), see {@link #tail} for the error. */
    private static Ball stirling(Ball z, int p) {
        int bits = p + 8;
        Ball main = z.minus(Ball.ONE.scaled(-1), bits).times(Logarithm.log(z, bits), bits);
        Ball logTwoPi = Logarithm.log(Constants.PI.ball(bits).scaled(1), bits);
        Ball inverse = Ball.ONE.over(z, bits);
        return main.minus(z, bits)
                .plus(logTwoPi.scaled(-1), bits)
                .plus(tail(inverse, inverse.square(bits), bits, k -> BigInteger.ONE, k -> 2L * k * (2L * k - 1)), bits);
    }

    /**
     * The sum of first · s^(k-1) · B(2k) f(k) / g(k) over k ≥ 1, to where the terms fall below 2^-bits or stop falling; for z > 0 the
     * error is below the first term left out (DLMF 5.11(ii) for log Γ and ψ, Abramowitz and Stegun 6.4.11 for ψ(n)).
     */
    static Ball tail(Ball first, Ball s, int bits, IntFunction<BigInteger> f, IntToLongFunction g) {
        Ball sum = Ball.ZERO;
        Ball power = first;
        long before = Long.MAX_VALUE;
        for (int k = 1; ; k++) {
            Rational number = Bernoulli.even(k);
            BigInteger numerator = number.numerator().multiply(f.apply(k));
            BigInteger denominator = number.denominator().multiply(BigInteger.valueOf(g.applyAsLong(k)));
            Ball term = power.times(Ball.exactly(numerator, 0), bits).over(Ball.exactly(denominator, 0), bits);
            long size = term.above().top();
            if (size < -bits || size > before) {
                return sum.widened(term.above());
            }
            sum = sum.plus(term, bits);
            power = power.times(s, bits);
            before = size;
        }
    }
}
