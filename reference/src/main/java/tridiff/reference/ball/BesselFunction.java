package tridiff.reference.ball;

import java.math.BigInteger;

/**
 * J_n(x) and the spherical j_n(x) for whole n ≥ 0: by the power series (DLMF 10.2.2, 10.53.1), and far out by recurrence from the
 * orders 0 and 1.
 */
public final class BesselFunction {
    /** The greatest n that is computed. */
    public static final int MAX_ORDER = 200;

    private static final double BITS_PER_E = 1 / Math.log(2);
    private static final int FARTHEST = 20_000;
    private static final Ball UNIT = new Ball(BigInteger.ZERO, 0, Magnitude.powerOfTwo(0));

    private final int twiceIndex; // of the J that is meant: 2n, or 2n + 1 as j_n(x) = √(π/2x) J_(n+1/2)(x)
    private final int order;

    private BesselFunction(int twiceIndex, int order) {
        this.twiceIndex = twiceIndex;
        this.order = order;
    }

    public static BallFunction cylindrical(int n) {
        return new BesselFunction(2 * n, n)::at;
    }

    public static BallFunction spherical(int n) {
        return new BesselFunction(2 * n + 1, n)::at;
    }

    private boolean isSpherical() {
        return twiceIndex % 2 == 1;
    }

    /** Values and slopes are at most 1, so that f of m±r is within r of f(m). */
    private Ball at(Ball x, int p) {
        if (x.radius().top() > 0) {
            return UNIT;
        }
        Ball middle = x.middle();
        boolean mirrored = middle.mid().signum() < 0 && order % 2 == 1;
        Ball y = atPoint(middle.abs(), p);
        Ball signed = mirrored ? y.negate() : y;
        return x.isExact() ? signed : signed.widened(x.radius());
    }

    /** The asymptotic series of the orders 0 and 1 reach their least term, near e^(-2x), below 2^-p beyond 0.35 p. */
    private Ball atPoint(Ball x, int p) {
        double guess = x.top() > 40 ? Double.POSITIVE_INFINITY : x.guess();
        int most = p + 24 + 2 * order;
        if (guess > Math.max(order, 0.4 * most + 4)) {
            return byRecurrence(x, most);
        }
        if (guess > FARTHEST) {
            throw Unsettled.EFFORT;
        }
        return bySeries(x, p + 16 + (int) (BITS_PER_E * guess));
    }

    /** (x/2)^n/n!, or x^n/(2n+1)!!, times Σ (-x²)^k / (2·4···2k (2ν+2)(2ν+4)···(2ν+2k)); the terms add up to less than e^x. */
    private Ball bySeries(Ball x, int bits) {
        Ball square = x.square(bits).negate();
        Ball term = PolygammaFunction.power(x, order, bits);
        for (int i = 1; i <= order; i++) {
            term = term.over(isSpherical() ? 2L * i + 1 : 2L * i, bits);
        }
        long enough = term.top() - bits;
        Ball sum = term;
        for (int k = 1; ; k++) {
            term = term.times(square, bits).over(2L * k * (twiceIndex + 2L * k), bits);
            boolean falling = square.top() < 62 && -square.guess() < 2.0 * k * (twiceIndex + 2.0 * k);
            if (term.isZero() || falling && term.top() < enough) {
                return sum.widened(term.above()); // alternating, and falling from here on
            }
            sum = sum.plus(term, bits);
        }
    }

    /** f_(k+1) = (2ν+2k)/x f_k - f_(k-1) (DLMF 10.6.1, 10.51.1), where k < x. */
    private Ball byRecurrence(Ball x, int bits) {
        Ball sine = Circular.sin(x, bits);
        Ball cosine = Circular.cos(x, bits);
        Ball before = isSpherical() ? sine.over(x, bits) : hankel(0, x, sine, cosine, bits);
        if (order == 0) {
            return before;
        }
        Ball f = isSpherical() ? before.minus(cosine, bits).over(x, bits) : hankel(1, x, sine, cosine, bits);
        for (int k = 1; k < order; k++) {
            Ball next = f.times(isSpherical() ? 2L * k + 1 : 2L * k, bits)
                    .over(x, bits)
                    .minus(before, bits);
            before = f;
            f = next;
        }
        return f;
    }

    /**
     * J_n(x) = (P cos χ - Q sin χ) √(2/πx) for n = 0 or 1, χ = x - (2n+1)π/4; the error of P and Q is below the first term left out (DLMF
     * 10.17.3, 10.17(iii)).
     */
    private static Ball hankel(int n, Ball x, Ball sine, Ball cosine, int bits) {
        Ball p = Ball.ONE;
        Ball q = Ball.ZERO;
        Ball term = Ball.ONE;
        long before = Long.MAX_VALUE;
        for (int k = 1; ; k++) {
            term = term.times(4L * n * n - (2L * k - 1) * (2L * k - 1), bits).over(x.times(8L * k, bits), bits);
            long size = term.top();
            if (k > 2 && (size < -bits || size > before)) {
                p = p.widened(term.above());
                q = q.widened(term.above());
                break;
            }
            before = size;
            Ball signed = k / 2 % 2 == 0 ? term : term.negate();
            p = k % 2 == 0 ? p.plus(signed, bits) : p;
            q = k % 2 == 1 ? q.plus(signed, bits) : q;
        }
        Ball sum = sine.plus(cosine, bits);
        Ball difference = sine.minus(cosine, bits);
        Ball root = Root.sqrt(Constants.PI.ball(bits).times(x, bits), bits);
        Ball waves = n == 0
                ? p.times(sum, bits).minus(q.times(difference, bits), bits)
                : p.times(difference, bits).plus(q.times(sum, bits), bits);
        return waves.over(root, bits);
    }
}
