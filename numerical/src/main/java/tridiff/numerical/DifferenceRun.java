package tridiff.numerical;

import java.util.List;
import java.util.Optional;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.run.Evaluator;

/** Derivatives by values of f at shifted points. What it says of its evaluations is of the last run, whichever thread it was. */
abstract class DifferenceRun implements Prepared {

    private final long operationsOfF;
    private final Evaluator f;
    private int evaluations;

    /**
     * Prepares f.
     *
     * @param expected evaluations, where they are known; else 0
     * @param derivatives how many there are
     */
    DifferenceRun(WengertList list, int expected, int derivatives) {
        this.operationsOfF = list.operations();
        Evaluations.require(expected, derivatives, operationsOfF);
        this.f = new Evaluator(list);
        this.evaluations = expected;
    }

    final Evaluator f() {
        return f;
    }

    final void counted(int runs) {
        evaluations = runs;
    }

    @Override
    public final List<Evaluator> evaluators() {
        return List.of(f);
    }

    @Override
    public final int evaluations() {
        return evaluations;
    }

    /** The evaluations; and for each a shift of the point, a weight and a sum. */
    @Override
    public final Optional<Long> operations() {
        return Optional.of(evaluations * (operationsOfF + 3));
    }
}
