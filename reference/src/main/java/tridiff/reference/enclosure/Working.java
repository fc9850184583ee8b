package tridiff.reference.enclosure;

import java.util.function.IntFunction;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.BallFunction;
import tridiff.reference.ball.Unsettled;

/** A working precision, and the ways to extend functions of balls to enclosures at that precision. */
record Working(int target, int bits) {
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);
    private static final int GUARD = 24;
    private static final int MOST = 6000;
    private static final int NARROW = 24;

    static Working of(int digits) {
        int target = (int) Math.ceil(digits * BITS_PER_DIGIT) + 8;
        return new Working(target, target + GUARD);
    }

    /** f at a number: at more precision than usual if it is exact and the result would be inaccurate. */
    Enclosure direct(Enclosure x, BallFunction f) {
        if (x.exact().isPresent()) {
            return refined(x.exact().get(), f);
        }
        Ball ball = x.ball(bits);
        return ball.accuracy() > NARROW || ball.radius().top() < -NARROW && ball.top() < 0
                ? Enclosure.of(f.at(ball, bits))
                : monotone(x, f);
    }

    /** f at a number where f is monotone: the hull of the values at the two ends. */
    Enclosure monotone(Enclosure x, BallFunction f) {
        if (x.exact().isPresent()) {
            return refined(x.exact().get(), f);
        }
        Ball ball = x.ball(bits);
        return Enclosure.of(
                ball.isExact()
                        ? f.at(ball, bits)
                        : Ball.hull(f.at(ball.lower(), bits), f.at(ball.upper(), bits), bits));
    }

    private Enclosure refined(Rational q, BallFunction f) {
        return refined(MOST, p -> f.at(Ball.of(q, p), p));
    }

    /** A number that can be enclosed at any precision, to the relative accuracy wanted if that is possible with moderate effort. */
    Enclosure refined(int most, IntFunction<Ball> f) {
        int p = bits;
        while (true) {
            long missing = p;
            try {
                Ball y = f.apply(p);
                missing = Math.min(p, target - y.accuracy());
                if (missing <= 0 || p >= bits + most || isTiny(y)) {
                    return Enclosure.of(y);
                }
            } catch (Unsettled e) {
                if (e == Unsettled.EFFORT || p >= bits + most) {
                    throw e;
                }
            }
            p = (int) Math.min(bits + most, p + GUARD + Math.max(missing, p / 4));
        }
    }

    private static boolean isTiny(Ball y) {
        return y.mid().signum() != 0 && y.top() < -Ball.LIMIT / 2;
    }
}
