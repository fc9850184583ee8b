package tridiff.numerical.complex;

import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Operation;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/** Whether a number depends on the wanted variables, as an algebra that refuses every operation that a complex step cannot pass. */
enum Analytic implements Algebra<Boolean> {
    ALGEBRA;

    @Override
    public Boolean constant(Constant c) {
        return false;
    }

    @Override
    public Boolean apply(Unary f, Boolean x) {
        return permitted(f, x);
    }

    @Override
    public Boolean apply(Binary f, Boolean x, Boolean y) {
        return permitted(f, x || y);
    }

    private static boolean permitted(Operation f, boolean depends) {
        Said refusal = depends ? ComplexNumbers.refusal(f) : null;
        if (refusal != null) {
            throw new Refusal(refusal);
        }
        return depends;
    }

    @Override
    public Boolean choose(Boolean condition, Boolean yes, Boolean no) {
        if (condition) {
            throw new Refusal(Said.of("numerical.refusal.branch"));
        }
        return yes || no;
    }
}
