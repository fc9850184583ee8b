package tridiff.reference.limit;

import java.util.Optional;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.reference.enclosure.Enclosure;

/** Functions beside their poles, as quotients of functions that have none. */
final class Poles {

    /** The poles of gamma are followed down to this negative integer; each costs a product. */
    private static final int MOST_SHIFTS = 64;

    private Poles() {}

    /** f(x) for a germ x whose constant term is a pole of f. */
    static PuiseuxSeries beside(PuiseuxAlgebra k, Unary f, PuiseuxSeries x, Enclosure at) {
        if (!(f instanceof Elementary row)) {
            return PuiseuxSeries.unknown();
        }
        return switch (row) {
            case COT -> k.over(k.apply(Elementary.COS, x), k.apply(Elementary.SIN, x));
            case CSC -> k.over(k.constant(1), k.apply(Elementary.SIN, x));
            case COTH -> k.over(k.apply(Elementary.COSH, x), k.apply(Elementary.SINH, x));
            case CSCH -> k.over(k.constant(1), k.apply(Elementary.SINH, x));
            case GAMMA -> gamma(k, x, at);
            default -> PuiseuxSeries.unknown();
        };
    }

    /** Γ(x) = Γ(x+n+1)/(x (x+1) … (x+n)) beside -n (DLMF 5.5.1). */
    private static PuiseuxSeries gamma(PuiseuxAlgebra k, PuiseuxSeries x, Enclosure at) {
        Optional<Rational> pole = at.exact().filter(q -> q.compareTo(Rational.of(-MOST_SHIFTS)) >= 0);
        if (pole.isEmpty()) {
            return PuiseuxSeries.unknown();
        }
        int n = pole.get().negate().numerator().intValue();
        PuiseuxSeries product = x;
        for (int i = 1; i <= n; i++) {
            product = k.times(product, k.plus(x, k.constant(i)));
        }
        return k.over(k.apply(Elementary.GAMMA, k.plus(x, k.constant(n + 1L))), product);
    }
}
