package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** An operator made ready to run. Threads may share it: each has a workspace of its own. What it says of its last run is any thread's. */
public interface Prepared {

    /**
     * Computes at a point; an entry is NaN or infinite where this method finds no derivative.
     *
     * @param x one value for each input, and behind them what else the operator takes; left as it is
     * @param results receives what the operator computes: see {@link Operator}
     */
    void at(double[] x, double[] results);

    /** How many evaluations of f one run takes; 0 for methods that evaluate something else instead. */
    int evaluations();

    /** Scalar operations of one run, where they are known. */
    Optional<Long> operations();

    /** The program that computes the derivatives, where there is one: its sizes are the expression's swell. */
    default Optional<WengertList> program() {
        return Optional.empty();
    }

    /**
     * The method's own estimates of the absolute errors of the derivatives at a point, which may take further evaluations; empty if it
     * makes none.
     */
    default Optional<double[]> errorEstimates(double[] x) {
        return Optional.empty();
    }

    /** What runs its programs; none where it runs no program. */
    default List<Evaluator> evaluators() {
        return List.of();
    }

    /** Compiles what it runs, now and not only when that pays. */
    default void compile() {
        evaluators().forEach(Evaluator::compile);
    }

    /** Stays with the interpreter: so the times of several methods are of the same kind. */
    default void interpret() {
        evaluators().forEach(Evaluator::interpret);
    }

    /** What the method has to say about its work, such as the step sizes taken; one short phrase. */
    default Said remark() {
        return Said.NOTHING;
    }

    /** Why there is no result at a point although no number on the way is to blame; empty if that is not so. */
    default Optional<Said> objection(double[] x) {
        return Optional.empty();
    }
}
