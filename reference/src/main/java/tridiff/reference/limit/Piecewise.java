package tridiff.reference.limit;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;

/** What has pieces: which of them, the first term of a series tells. */
final class Piecewise {

    private Piecewise() {}

    static PuiseuxSeries piecewise(PuiseuxAlgebra germs, Enclosures k, Unary f, PuiseuxSeries x) {
        if (!(f instanceof Elementary row)) {
            return PuiseuxSeries.unknown(); // one's own
        }
        if (f == Elementary.FLOOR || f == Elementary.CEIL) {
            return step(k, row, x);
        }
        OptionalInt sign = x.signum();
        if (sign.isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        int s = sign.getAsInt();
        return switch (row) {
            case ABS -> s < 0 ? germs.negate(x) : x;
            case RELU -> s < 0 ? germs.constant(0).meeting(x.meets()) : x;
            default -> germs.constant(s).meeting(x.meets() && (x.isZero() || x.isAwayFromZero()));
        };
    }

    /** floor and ceil: of the constant term, unless that is an integer, where the next term decides. */
    private static PuiseuxSeries step(Enclosures k, Elementary f, PuiseuxSeries x) {
        if (!x.isBounded()) {
            return PuiseuxSeries.unknown();
        }
        Enclosure at = x.coefficient(Rational.ZERO).orElseThrow();
        Enclosure there = k.apply(f, at);
        boolean integer = at.exact().map(Rational::isInteger).orElse(false);
        if (!integer || x.exactConstant().isPresent()) {
            return PuiseuxSeries.constant(there).meeting(x.meets());
        }
        int side = f == Elementary.FLOOR ? -1 : 1;
        OptionalInt sign = x.change().signum();
        if (sign.isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        boolean steps = sign.getAsInt() == side;
        return PuiseuxSeries.constant(steps ? k.plus(there, Enclosure.of(Rational.of(side))) : there)
                .meeting(!steps && x.meets());
    }

    static PuiseuxSeries compared(PuiseuxAlgebra germs, Comparison f, PuiseuxSeries x, PuiseuxSeries y) {
        OptionalInt sign = germs.minus(x, y).signum();
        if (sign.isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        PuiseuxSeries difference = germs.minus(x, y);
        double beside = f.of(sign.getAsInt(), 0);
        boolean same = difference.isAwayFromZero() || beside == f.of(0, 0);
        return germs.constant((long) beside).meeting(x.meets() && y.meets() && difference.isBounded() && same);
    }

    static boolean signed(PuiseuxSeries x, IntPredicate condition) {
        return x.signum().isPresent() && condition.test(x.signum().getAsInt());
    }

    /** One of two, as their difference tells: at the point itself it may be the other, but only where both are the same. */
    static PuiseuxSeries chosen(PuiseuxSeries difference, IntPredicate condition, PuiseuxSeries x, PuiseuxSeries y) {
        if (difference.signum().isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        PuiseuxSeries chosen = signed(difference, condition) ? x : y;
        return chosen.meeting(x.meets() && y.meets());
    }
}
