package tridiff.reference.enclosure;

import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * Enclosures that notice where a function may end although the rules say nothing of it: x^1.5 at 0 has the slope 0 on one side, and
 * nothing on the other, and the rules do not ask for the slope of a condition. Such points are examined on both sides, whatever the
 * rules say.
 */
public final class DomainEnds implements Algebra<Enclosure> {

    private final Enclosures k;
    private final boolean conditions;
    private boolean met;

    /**
     * Over other enclosures.
     *
     * @param conditions whether ends may hide in conditions and steps; elsewhere the rules tell them by an infinite slope
     */
    public DomainEnds(Enclosures k, boolean conditions) {
        this.k = k;
        this.conditions = conditions;
    }

    /** Whether an end was met so far. */
    public boolean isMet() {
        return met;
    }

    private void meet(Enclosure base, boolean whole) {
        boolean inside = whole || !base.isNumber() || base.signum().orElse(0) != 0;
        met |= !inside;
    }

    @Override
    public Enclosure constant(Constant c) {
        return k.constant(c);
    }

    @Override
    public Enclosure apply(Unary f, Enclosure x) {
        Enclosure y = k.apply(f, x);
        boolean mayEnd = conditions && y.isNumber() && !f.facts().isTotal();
        met |= mayEnd && !f.derivative(k, x, y).isNumber();
        return y;
    }

    /** A power whose exponent is no constant has no neighbours where its base is negative. */
    @Override
    public Enclosure apply(Binary f, Enclosure x, Enclosure y) {
        if (f == Arithmetic.POWER) {
            met |= x.isNumber() && x.signum().orElse(0) <= 0;
        }
        return k.apply(f, x, y);
    }

    @Override
    public Enclosure power(Enclosure x, Rational n) {
        meet(x, n.isInteger());
        return k.power(x, n);
    }

    @Override
    public Enclosure wholePower(Enclosure x, Enclosure n, boolean positive) {
        return k.wholePower(x, n, positive);
    }

    @Override
    public Enclosure choose(Enclosure condition, Enclosure yes, Enclosure no) {
        return k.choose(condition, yes, no);
    }
}
