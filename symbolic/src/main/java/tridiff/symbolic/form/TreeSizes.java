package tridiff.symbolic.form;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopAlgebra;

/** Tree nodes as an algebra: what is written in it is counted and not built. */
enum TreeSizes implements LoopAlgebra<Long> {
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

    /** The body once, and the arguments. */
    @Override
    public List<Long> loop(Loop loop, List<Long> arguments) {
        BigInteger body = loop.bodies().get(0).treeSize();
        long size = body.bitLength() < Long.SIZE - 4 ? body.longValue() : MANY;
        for (long x : arguments) {
            size = Math.min(MANY, size + x);
        }
        return Collections.nCopies(loop.results(), size);
    }

    @Override
    public Long choose(Long condition, Long yes, Long no) {
        return Math.min(MANY, 1 + condition + yes + no);
    }
}
