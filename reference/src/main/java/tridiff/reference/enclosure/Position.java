package tridiff.reference.enclosure;

import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;
import tridiff.reference.ball.Bounds;

/** Where a number lies with respect to a bound. */
enum Position {
    BELOW,
    /** Exactly at the bound. */
    AT,
    ABOVE,
    /** Above the bound or at it. */
    FROM,
    /** Below the bound or at it. */
    UP_TO,
    UNSURE;

    static Position of(Enclosure x, Rational bound) {
        if (x.exact().isPresent()) {
            int order = x.exact().get().compareTo(bound);
            return order == 0 ? AT : order > 0 ? ABOVE : BELOW;
        }
        Ball ball = x.ball(0);
        int low = Bounds.compare(ball.lower(), bound);
        int high = Bounds.compare(ball.upper(), bound);
        if (low >= 0) {
            return low > 0 ? ABOVE : high == 0 ? AT : FROM;
        }
        return high > 0 ? UNSURE : high < 0 ? BELOW : UP_TO;
    }

    /** Whether the number is not below the bound. */
    boolean isFrom() {
        return this == AT || this == ABOVE || this == FROM;
    }

    /** Whether the number is not above the bound. */
    boolean isUpTo() {
        return this == AT || this == BELOW || this == UP_TO;
    }
}
