package tridiff.symbolic;

import java.util.Optional;
import tridiff.expr.Differentiator;
import tridiff.expr.Evaluator;
import tridiff.expr.WengertList;

/** Formulas of partial derivatives, evaluated together so that what they share is computed once. */
final class FormulaGradient implements Differentiator.Gradient {

    private final WengertList formulas;
    private final Evaluator evaluator;

    FormulaGradient(WengertList formulas) {
        this.formulas = formulas;
        this.evaluator = new Evaluator(formulas);
    }

    @Override
    public void at(double[] x, double[] gradient) {
        evaluator.run(x, gradient);
    }

    @Override
    public int evaluations() {
        return 0;
    }

    @Override
    public Optional<Long> operations() {
        return Optional.of(formulas.operations());
    }

    @Override
    public Optional<WengertList> program() {
        return Optional.of(formulas);
    }
}
