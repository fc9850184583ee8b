package tridiff.expr;

import tridiff.expr.said.Said;
import tridiff.expr.said.SaidException;

/** Says what cannot be done with a function, and why: thrown instead of a wrong number. */
public final class Refusal extends SaidException {
    private static final long serialVersionUID = 1;

    public Refusal(Said reason) {
        super(reason);
    }
}
