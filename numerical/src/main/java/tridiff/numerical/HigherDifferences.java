package tridiff.numerical;

import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** One derivative of any order by one variable. */
final class HigherDifferences {

    /** In doubles the round-off ε/h^m leaves nothing of a higher one. */
    private static final int HIGHEST = 12;

    private HigherDifferences() {}

    /**
     * By the scheme's relative of that order; mixed ones only of the second order, from the Hessian.
     *
     * @throws Refusal if the derivative is mixed or of too high an order
     */
    static Prepared of(Method method, Scheme scheme, Problem p) {
        int order = p.wanted().size();
        boolean mixed = p.wanted().stream().distinct().count() > 1;
        if (order > HIGHEST || mixed && order > 2) {
            throw new Refusal(Said.of(mixed ? "numerical.refusal.mixed" : "wengert.refusal.order", method.id(), order));
        }
        if (mixed) {
            return SecondDifferences.mixed(scheme.ofOrder(2), p);
        }
        Scheme higher = order == 1 ? scheme : scheme.ofOrder(order);
        return new SchemeGradient(higher, p.by(p.wanted().subList(0, 1)), false);
    }
}
