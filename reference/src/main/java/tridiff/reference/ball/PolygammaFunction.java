package tridiff.reference.ball;

import java.math.BigInteger;
import java.util.Arrays;

/** ψ(n)(x), the n-th derivative of ψ = Γ'/Γ, for balls without a pole. */
public final class PolygammaFunction {
    /** The greatest n that is computed. */
    public static final int MAX_ORDER = 200;

    private PolygammaFunction() {}

    /** For x > 0 by recurrence and the asymptotic series; else (-1)^n ψ(n)(1-x) - dⁿ/dxⁿ π cot πx (DLMF 5.15.6). */
    public static Ball at(int n, Ball x, int p) {
        if (x.signum() > 0) {
            return ofPositive(n, x, p);
        }
        int bits = p + 16 + (int) Math.max(0, Math.min(x.top(), p));
        Ball reflected = ofPositive(n, Ball.ONE.minus(x, bits), p + 8);
        Ball cot = Circular.cosPi(x, p + 8).over(Circular.sinPi(x, p + 8), p + 8);
        Ball poles = power(Constants.PI.ball(p + 8), n + 1, p + 8).times(cotangentDerivative(n, cot, p + 8), p + 8);
        return (n % 2 == 0 ? reflected : reflected.negate()).minus(poles, p + 8);
    }

    /** (-1)^(n+1) times: the asymptotic series at x + N, plus n! Σ 1/(x+j)^(n+1) for j below N. */
    private static Ball ofPositive(int n, Ball x, int p) {
        int bits = p + 16;
        int shift = x.top() > 40 ? 0 : GammaFunction.shift(x.plus(Ball.of(-n), bits), bits);
        Ball sum = Ball.ZERO;
        for (int j = 0; j < shift; j++) {
            sum = sum.plus(Ball.ONE.over(power(x.plus(Ball.of(j), bits), n + 1, bits), bits), bits);
        }
        Ball total = asymptotic(n, x.plus(Ball.of(shift), bits), bits)
                .plus(sum.times(Ball.exactly(factorial(n), 0), bits), bits);
        return n % 2 == 0 ? total.negate() : total;
    }

    /** (n-1)!/z^n + n!/(2 z^(n+1)) + Σ B(2k) (2k+n-1)!/((2k)! z^(2k+n)), with -log z for the first term if n = 0. */
    private static Ball asymptotic(int n, Ball z, int p) {
        Ball inverse = Ball.ONE.over(z, p);
        Ball toN = power(inverse, n, p);
        Ball first = n == 0 ? Logarithm.log(z, p).negate() : toN.times(Ball.exactly(factorial(n - 1), 0), p);
        Ball second = toN.times(inverse, p).times(Ball.exactly(factorial(n), -1), p);
        Ball square = inverse.square(p);
        Ball tail = GammaFunction.tail(
                toN.times(square, p), square, cutoff(toN, p), k -> rising(2 * k + 1, n - 1), k -> n == 0 ? 2L * k : 1);
        return first.plus(second, p).plus(tail, p);
    }

    private static int cutoff(Ball leading, int p) {
        return (int) Math.max(p, Math.min(100_000, p - leading.top()));
    }

    private static BigInteger factorial(int n) {
        return rising(1, n);
    }

    /** from (from+1) ... (from+count-1) */
    private static BigInteger rising(int from, int count) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < count; i++) {
            product = product.multiply(BigInteger.valueOf(from + (long) i));
        }
        return product;
    }

    /** x^n by repeated squaring. */
    static Ball power(Ball x, int n, int p) {
        Ball result = Ball.ONE;
        for (int bit = 31 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
            result = result.square(p);
            if ((n >> bit & 1) == 1) {
                result = result.times(x, p);
            }
        }
        return result;
    }

    /** Q(n)(c) with Q(0) = c and Q(n+1) = -(1+c²) Q(n)', so that dⁿ/dxⁿ π cot πx = π^(n+1) Q(n)(cot πx). */
    private static Ball cotangentDerivative(int n, Ball c, int p) {
        BigInteger[] q = new BigInteger[n + 2];
        Arrays.fill(q, BigInteger.ZERO);
        q[1] = BigInteger.ONE;
        for (int i = 0; i < n; i++) {
            q = next(q);
        }
        Ball sum = Ball.ZERO;
        for (int i = q.length - 1; i >= 0; i--) {
            sum = sum.times(c, p).plus(Ball.exactly(q[i], 0), p);
        }
        return sum;
    }

    private static BigInteger[] next(BigInteger[] q) {
        BigInteger[] derivative = new BigInteger[q.length + 1];
        derivative[q.length] = BigInteger.ZERO;
        derivative[q.length - 1] = BigInteger.ZERO;
        for (int i = 1; i < q.length; i++) {
            derivative[i - 1] = q[i].multiply(BigInteger.valueOf(-i));
        }
        BigInteger[] next = new BigInteger[q.length];
        for (int i = 0; i < q.length; i++) {
            next[i] = i < 2 ? derivative[i] : derivative[i].add(derivative[i - 2]);
        }
        return next;
    }
}
