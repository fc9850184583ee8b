package tridiff.symbolic.steps;

import tridiff.expr.Expr;

/** Is told what is done to a formula, step by step. */
public interface Steps {

    /** Nobody listens. */
    Steps NONE = new Steps() {
        @Override
        public void differentiated(String rule, Expr f, Expr.Var x, Expr derivative) {}

        @Override
        public void simplified(String rule, Expr before, Expr after) {}
    };

    /** df/dx is the derivative, by that rule from derivatives that were found before. */
    void differentiated(String rule, Expr f, Expr.Var x, Expr derivative);

    /** One part of the formula is written differently. */
    void simplified(String rule, Expr before, Expr after);
}
