package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.function.IntPredicate;
import tridiff.expr.Rational;
import tridiff.reference.ball.Ball;

/** Comparisons of enclosures that are numbers, and the functions that depend on them. */
final class Ordering {
    private static final int MAX_TOP = 1 << 14;

    private final int bits;

    Ordering(Working working) {
        this.bits = working.bits();
    }

    static Enclosure abs(Enclosure x) {
        return x.exact()
                .map(q -> Enclosure.of(q.abs()))
                .orElseGet(() -> Enclosure.of(x.ball(0).abs()));
    }

    static Enclosure sign(Enclosure x) {
        return x.signum().isPresent() ? Enclosure.of((long) x.signum().getAsInt()) : Enclosure.undecided();
    }

    Enclosure min(Enclosure x, Enclosure y) {
        return Algebraic.negate(max(Algebraic.negate(x), Algebraic.negate(y)));
    }

    Enclosure max(Enclosure x, Enclosure y) {
        if (x.exact().isPresent() && y.exact().isPresent()) {
            return x.exact().get().compareTo(y.exact().get()) >= 0 ? x : y;
        }
        if (isUpTo(x, y) || isUpTo(y, x)) {
            return isUpTo(x, y) ? y : x;
        }
        Ball a = x.ball(bits);
        Ball b = y.ball(bits);
        return Enclosure.of(Ball.hull(greater(a.lower(), b.lower()), greater(a.upper(), b.upper()), bits));
    }

    private static Ball greater(Ball a, Ball b) {
        return a.compareMid(b) >= 0 ? a : b;
    }

    /** Whether every member of x is below every member of y or equal to it. */
    private static boolean isUpTo(Enclosure x, Enclosure y) {
        if (y.exact().isPresent()) {
            return Position.of(x, y.exact().get()).isUpTo();
        }
        if (x.exact().isPresent()) {
            return Position.of(y, x.exact().get()).isFrom();
        }
        return x.ball(0).upper().compareMid(y.ball(0).lower()) <= 0;
    }

    Enclosure relu(Enclosure x) {
        return max(x, Enclosure.of(Rational.ZERO));
    }

    static Enclosure floor(Enclosure x) {
        if (x.exact().isPresent()) {
            return integer(x.exact().get().floor());
        }
        Ball ball = x.ball(0);
        if (ball.top() > MAX_TOP) {
            return Enclosure.undecided();
        }
        BigInteger low = ball.lower().fixed(0);
        return low.equals(ball.upper().fixed(0)) ? integer(low) : Enclosure.undecided();
    }

    private static Enclosure integer(BigInteger n) {
        return Enclosure.of(new Rational(n, BigInteger.ONE));
    }

    /** Whether it is certain that no member is an integer. */
    static boolean withoutInteger(Ball x) {
        if (x.top() > MAX_TOP) {
            return false;
        }
        BigInteger low = x.lower().fixed(0);
        boolean integer = x.lower().compareMid(Ball.exactly(low, 0)) == 0;
        return !integer && low.equals(x.upper().fixed(0));
    }

    /** 1 or 0, as the order of the two (negative, 0 or positive) passes the test or not; undecided if it may or may not. */
    static Enclosure compare(Enclosure x, Enclosure y, IntPredicate test) {
        boolean less = mayBe(x, y, -1);
        boolean equal = mayBe(x, y, 0);
        boolean greater = mayBe(x, y, 1);
        boolean yes = less && test.test(-1) || equal && test.test(0) || greater && test.test(1);
        boolean no = less && !test.test(-1) || equal && !test.test(0) || greater && !test.test(1);
        return yes && no ? Enclosure.undecided() : Enclosure.of(yes ? 1L : 0L);
    }

    private static boolean mayBe(Enclosure x, Enclosure y, int order) {
        if (x.exact().isPresent() && y.exact().isPresent()) {
            return Integer.signum(x.exact().get().compareTo(y.exact().get())) == order;
        }
        return switch (order) {
            case -1 -> !isUpTo(y, x);
            case 1 -> !isUpTo(x, y);
            default -> x.overlaps(y);
        };
    }
}
