package tridiff.reference.ball;

import java.math.BigInteger;

/** erf x and erfc x of points. */
public final class ErrorFunction {
    private static final double LOG_2 = Math.log(2);

    private ErrorFunction() {}

    public static Ball erf(Ball x, int p) {
        if (x.mid().signum() < 0) {
            return erf(x.negate(), p).negate();
        }
        return x.top() > 0 ? Ball.ONE.minus(erfc(x, p), p + 4) : bySeries(x, p);
    }

    /** erfc(-x) = 2 - erfc x; erfc x = 1 - erf x loses the bits of e^(-x²) at most, and a few. */
    public static Ball erfc(Ball x, int p) {
        if (x.mid().signum() < 0) {
            return Ball.of(2).minus(erfc(x.negate(), p), p + 4);
        }
        if (x.top() > 64) {
            return Ball.tiny(1);
        }
        double square = x.guess() * x.guess();
        if (square > (p + 12) * LOG_2) {
            return asymptotic(x, p + 8);
        }
        int lost = 8 + (int) (square / LOG_2);
        return Ball.ONE.minus(bySeries(x, p + lost), p + lost);
    }

    /** erf x = 2x/√π e^(-x²) Σ (2x²)^n / (1·3·5···(2n+1)) (DLMF 7.6.2); |erf x - 2x/√π| ≤ |x|³. */
    private static Ball bySeries(Ball x, int p) {
        int bits = p + 10;
        Ball factor = x.scaled(1).over(Root.sqrt(Constants.PI.ball(bits), bits), bits);
        if (2 * x.top() < -p - 4L) {
            return factor.widened(x.above().times(x.above()).times(x.above()));
        }
        int w = bits + 12;
        Ball square = x.times(x, w + 2 + 2 * (int) Math.max(0, x.top()));
        return factor.times(sum(square.fixed(w).shiftLeft(1), w), bits)
                .times(Exponential.exp(square.negate(), bits), bits);
    }

    /**
     * S(y) = Σ y^n / (1·3·5···(2n+1)) for y = 2x², which comes wrong by less than 4 units of 2^-w: that costs 2S units, as S' ≤ S/2.
     * Two cuts in a term, below 1 unit each, grow in all later terms by S at most, as the ratios of the terms fall: 2S units a term.
     */
    private static Ball sum(BigInteger y, int w) {
        BigInteger term = BigInteger.ONE.shiftLeft(w);
        BigInteger sum = term;
        int n = 1;
        for (; term.signum() != 0; n++) {
            term = term.multiply(y).shiftRight(w).divide(BigInteger.valueOf(2L * n + 1));
            sum = sum.add(term);
        }
        Magnitude twiceSum = Magnitude.above(sum, 1 - w);
        return new Ball(sum, -w, twiceSum.times(Magnitude.of(2L * n + 4, -w)));
    }

    /** erfc x ~ e^(-x²)/(x√π) Σ (-1)^n 1·3···(2n-1) / (2x²)^n, the error below the first term left out (DLMF 7.12(i)). */
    private static Ball asymptotic(Ball x, int p) {
        Ball square = x.times(x, p + 2 * (int) x.top() + 4);
        Ball step = Ball.ONE.over(square.scaled(1), p).negate();
        Ball term = Ball.ONE;
        Ball sum = Ball.ZERO;
        for (int n = 1; term.above().top() >= -p && n < p; n++) {
            sum = sum.plus(term, p);
            term = term.times(step, p).times(2L * n - 1, p);
        }
        Ball root = Root.sqrt(Constants.PI.ball(p), p);
        return Exponential.exp(square.negate(), p)
                .times(sum.widened(term.above()), p)
                .over(root.times(x, p), p);
    }
}
