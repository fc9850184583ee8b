package tridiff.reference.ball;

/** arctan x. */
public final class ArcTangent {
    private ArcTangent() {}

    /** arctan(m±r) lies within r / (1 + min x²) of arctan m. */
    public static Ball atan(Ball x, int p) {
        Ball y = ofPoint(x.middle(), p);
        if (x.isExact()) {
            return y;
        }
        if (x.containsZero()) {
            return y.widened(x.radius());
        }
        Magnitude least = x.below();
        return y.widened(least.top() > 0 ? x.radius().over(least).over(least) : x.radius());
    }

    /** |arctan x - x| ≤ |x|³. */
    private static Ball ofPoint(Ball x, int p) {
        long top = x.top();
        if (x.isZero()) {
            return Ball.ZERO;
        }
        if (2 * top < -p - 4L) {
            return x.widened(x.above().times(x.above()).times(x.above()));
        }
        return top < -10 ? ofSmall(x, p + 12 - (int) top) : near(Math.atan(x.guess()), x, p + 16);
    }

    /** arctan x = y + arctan t with t = (x cos y - sin y) / (cos y + x sin y), where y is any number near it. */
    private static Ball near(double guess, Ball x, int p) {
        Ball y = Ball.of(guess);
        Ball sin = Circular.sin(y, p);
        Ball cos = Circular.cos(y, p);
        Ball t = x.times(cos, p).minus(sin, p).over(cos.plus(x.times(sin, p), p), p);
        if (t.above().top() > -20) {
            throw Unsettled.PRECISION;
        }
        return y.plus(ofSmall(t, p), p);
    }

    /** For |x| ≤ 2^-10, with an error near 2^-w; x±r changes it by at most r. */
    private static Ball ofSmall(Ball x, int w) {
        FixedPointSeries sum = FixedPointSeries.arc(x.fixed(w), w, true);
        return new Ball(sum.value(), -w, Magnitude.of(sum.error() + 1, -w)).widened(x.radius());
    }
}
