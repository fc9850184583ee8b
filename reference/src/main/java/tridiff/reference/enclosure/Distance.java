package tridiff.reference.enclosure;

import java.math.BigInteger;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.Bounds;

/** How far a finite double is from the true value; computed from the middle of its enclosure. */
final class Distance {
    private static final int BITS = 64;
    private static final int LOWEST_BINADE = Double.MIN_EXPONENT + 1;

    private final Ball truth;
    private final Ball difference;

    Distance(double d, Enclosure truth) {
        if (!Double.isFinite(d)) {
            throw new IllegalArgumentException("not a finite number: " + d);
        }
        this.truth = truth.ball(BITS).middle();
        this.difference = truth.exact()
                .map(x -> Ball.of(Rational.of(d).minus(x), BITS))
                .orElseGet(() -> Ball.of(d).minus(this.truth, BITS))
                .middle();
    }

    double absolute() {
        return Math.abs(Bounds.nearest(difference));
    }

    double relative() {
        if (truth.isZero()) { // exactly, or in the middle of what is known
            return difference.isZero() ? 0 : Double.POSITIVE_INFINITY;
        }
        return difference.top() - truth.top() > 2 * Double.MAX_EXPONENT
                ? Double.POSITIVE_INFINITY
                : Math.abs(Bounds.nearest(difference.over(truth, BITS)));
    }

    /** In the spacing at the double nearest to the truth: just below a power of two that is the wider one above it. */
    double ulps() {
        double nearest = Bounds.nearest(truth);
        boolean normal = Math.abs(nearest) >= Double.MIN_NORMAL && Double.isFinite(nearest);
        long binade = normal ? Math.getExponent(nearest) + 1 : Math.max(truth.top(), LOWEST_BINADE);
        return Math.abs(Bounds.nearest(difference.over(Ball.exactly(BigInteger.ONE, binade - 53), BITS)));
    }
}
