package tridiff.symbolic.steps;

import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/** Is told what is done to a formula, step by step. */
public interface Steps {

    /** Nobody listens. */
    Steps NONE = new Steps() {
        @Override
        public void differentiated(Said rule, Expr f, Expr.Var x, Expr derivative) {}

        @Override
        public void simplified(Said rule, Expr before, Expr after) {}
    };

    /** df/dx is the derivative, by that rule from derivatives that were found before. */
    void differentiated(Said rule, Expr f, Expr.Var x, Expr derivative);

    /** One part of the formula is written differently. */
    void simplified(Said rule, Expr before, Expr after);
}
