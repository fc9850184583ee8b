package tridiff.symbolic;

import tridiff.expr.Expr;

/** Formulas made simpler: smaller, never less accurate, and defined where they were. */
public final class Simplifier {

    private Simplifier() {}

    /** The formula made as small as can be. */
    public static Expr simplify(Expr e) {
        return simplify(e, Effort.FULL).expr();
    }

    /** The formula simplified, and what that assumes. */
    public static Simplification simplify(Expr e, Effort effort) {
        return Simplification.of(e, effort);
    }
}
