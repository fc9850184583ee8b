package tridiff.expr;

/** Expressions as an algebra: run in it, a list writes formulas, exactly as the rules say and without simplifying anything. */
public enum Expressions implements Algebra<Expr> {
    ALGEBRA;

    @Override
    public Expr constant(Constant c) {
        return Expr.constant(c);
    }

    @Override
    public Expr apply(Unary f, Expr x) {
        return Expr.apply(f, x);
    }

    @Override
    public Expr apply(Binary f, Expr x, Expr y) {
        return Expr.apply(f, x, y);
    }

    @Override
    public Expr choose(Expr condition, Expr yes, Expr no) {
        return Expr.choose(condition, yes, no);
    }
}
