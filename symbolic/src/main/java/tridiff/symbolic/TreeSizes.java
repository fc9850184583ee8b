package tridiff.symbolic;

import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** Tree nodes as an algebra: what is written in it is counted and not built. */
enum TreeSizes implements Algebra<Long> {
    ALGEBRA;

    /** Larger trees are not told apart. */
    static final long MANY = Long.MAX_VALUE / 8;

    @Override
    public Long constant(Constant c) {
        if (!(c instanceof Rational r)) {
            return 1L;
        }
        return (r.signum() < 0 ? 1L : 0) + (r.isInteger() || r.isDecimal() ? 1 : 3);
    }

    @Override
    public Long apply(Unary f, Long x) {
        return Math.min(MANY, 1 + x);
    }

    @Override
    public Long apply(Binary f, Long x, Long y) {
        return Math.min(MANY, 1 + x + y);
    }

    @Override
    public Long choose(Long condition, Long yes, Long no) {
        return Math.min(MANY, 1 + condition + yes + no);
    }
}
