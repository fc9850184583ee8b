package tridiff.reference.limit;

import tridiff.expr.Elementary;
import tridiff.expr.NamedConstant;
import tridiff.reference.enclosure.Cause;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;

/** The angle of a moving point: as atan of a quotient that stays bounded, plus the angle of the axis it is measured from. */
final class Angles {

    private Angles() {}

    /** atan2(y, x). */
    static PuiseuxSeries of(PuiseuxAlgebra germs, Enclosures k, PuiseuxSeries y, PuiseuxSeries x) {
        if (x.isZero() && y.isZero()) {
            return PuiseuxSeries.undefined(Cause.INDETERMINATE);
        }
        if (x.signum().isEmpty() || y.signum().isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        int right = x.signum().getAsInt();
        int up = y.signum().getAsInt();
        boolean meets = x.meets() && y.meets() && (right > 0 && x.isAwayFromZero() || y.isAwayFromZero() || y.isZero());
        boolean steep = x.isZero() || !y.isZero() && y.lead().compareTo(x.lead()) < 0;
        if (steep) { // ±π/2 - atan(x/y)
            return germs.minus(quarter(k, up), germs.apply(Elementary.ATAN, germs.over(x, y)))
                    .meeting(meets);
        }
        PuiseuxSeries slope = germs.apply(Elementary.ATAN, germs.over(y, x));
        PuiseuxSeries angle = right > 0 ? slope : germs.plus(slope, half(k, up < 0 ? -1 : 1));
        return angle.meeting(meets);
    }

    private static PuiseuxSeries quarter(Enclosures k, int sign) {
        return PuiseuxSeries.constant(k.over(half(k), k.constant(2L * sign)));
    }

    private static PuiseuxSeries half(Enclosures k, int sign) {
        return PuiseuxSeries.constant(k.times(half(k), k.constant(sign)));
    }

    private static Enclosure half(Enclosures k) {
        return k.constant(NamedConstant.PI);
    }
}
