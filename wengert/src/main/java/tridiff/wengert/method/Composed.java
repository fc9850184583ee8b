package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** One operator computed by means of another: it says of its work what that one says. */
abstract class Composed implements Prepared {

    final Prepared inner;

    Composed(Prepared inner) {
        this.inner = inner;
    }

    @Override
    public int evaluations() {
        return inner.evaluations();
    }

    @Override
    public Optional<Long> operations() {
        return inner.operations();
    }

    @Override
    public Optional<WengertList> program() {
        return inner.program();
    }

    @Override
    public List<Evaluator> evaluators() {
        return inner.evaluators();
    }

    @Override
    public Said remark() {
        return inner.remark();
    }

    @Override
    public Optional<Said> objection(double[] x) {
        return inner.objection(x);
    }
}
