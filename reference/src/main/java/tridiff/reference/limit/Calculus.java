package tridiff.reference.limit;

import java.util.ArrayList;
import tridiff.expr.Rational;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.reference.limit.PuiseuxSeries.Term;

/** Series differentiated and integrated term by term. */
final class Calculus {

    private static final Enclosures SCALE = new Enclosures(200);

    private Calculus() {}

    static PuiseuxSeries derivative(PuiseuxSeries x) {
        var terms = new ArrayList<Term>();
        for (Term t : x.terms()) {
            if (!t.exponent().isZero()) {
                terms.add(new Term(t.exponent().minus(Rational.ONE), scaled(t.coefficient(), t.exponent())));
            }
        }
        return PuiseuxSeries.of(terms, x.order() == null ? null : x.order().minus(Rational.ONE));
    }

    static PuiseuxSeries integral(PuiseuxSeries x) {
        if (!x.isSeries() || x.order() != null && x.order().plus(Rational.ONE).signum() <= 0) {
            return x.isSeries() ? PuiseuxSeries.unknown() : x;
        }
        var terms = new ArrayList<Term>();
        for (Term t : x.terms()) {
            Rational exponent = t.exponent().plus(Rational.ONE);
            if (exponent.signum() <= 0) {
                return PuiseuxSeries.unknown(); // unbounded, or a logarithm
            }
            terms.add(new Term(exponent, scaled(t.coefficient(), Rational.ONE.over(exponent))));
        }
        return PuiseuxSeries.of(terms, x.order() == null ? null : x.order().plus(Rational.ONE));
    }

    static Enclosure scaled(Enclosure c, Rational factor) {
        return SCALE.times(c, Enclosure.of(factor));
    }
}
