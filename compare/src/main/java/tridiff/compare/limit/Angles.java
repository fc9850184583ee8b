package tridiff.compare.limit;

import tridiff.compare.Enclosures;
import tridiff.compare.enclosure.Cause;
import tridiff.compare.enclosure.Enclosure;
import tridiff.expr.Elementary;
import tridiff.expr.NamedConstant;

/** The angle of a moving point: as atan of a quotient that stays bounded, plus the angle of the axis it is measured from. */
final class Angles {

    private Angles() {}

    /** atan2(y, x). */
    static Germ of(Germs germs, Enclosures k, Germ y, Germ x) {
        if (x.isZero() && y.isZero()) {
            return Germ.undefined(Cause.INDETERMINATE);
        }
        if (x.signum().isEmpty() || y.signum().isEmpty()) {
            return Germ.unknown();
        }
        int right = x.signum().getAsInt();
        int up = y.signum().getAsInt();
        boolean meets = x.meets() && y.meets() && (right > 0 && x.isAwayFromZero() || y.isAwayFromZero() || y.isZero());
        boolean steep = x.isZero() || !y.isZero() && y.lead().compareTo(x.lead()) < 0;
        if (steep) { // ±π/2 - atan(x/y)
            return germs.minus(quarter(k, up), germs.apply(Elementary.ATAN, germs.over(x, y)))
                    .meeting(meets);
        }
        Germ slope = germs.apply(Elementary.ATAN, germs.over(y, x));
        Germ angle = right > 0 ? slope : germs.plus(slope, half(k, up < 0 ? -1 : 1));
        return angle.meeting(meets);
    }

    private static Germ quarter(Enclosures k, int sign) {
        return Germ.constant(k.over(half(k), k.constant(2L * sign)));
    }

    private static Germ half(Enclosures k, int sign) {
        return Germ.constant(k.times(half(k), k.constant(sign)));
    }

    private static Enclosure half(Enclosures k) {
        return k.constant(NamedConstant.PI);
    }
}
