package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** A way to differentiate: what every method, ours or a library's, fulfils. */
public interface Differentiator {

    /** Its name for options and tables, such as {@code autodiff.reverse}. */
    String id();

    /**
     * Does once what need not be repeated at every point: writes the program, derives the formula.
     *
     * @param f the function
     * @param variables its inputs, in the order of the points; all of its variables, and possibly more
     * @param wanted the variables to differentiate by, in the order of the results; some of the inputs
     * @throws Refusal if the method cannot differentiate this function
     */
    Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted);

    /** The same for value and gradient together: f is evaluated beside, unless the method meets its value on the way. */
    default Gradient prepareWithValue(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return new WithValue(prepare(f, variables, wanted), WengertList.of(f, variables));
    }

    /** A prepared gradient. Threads may share it: each has a workspace of its own. What it says of its last run is any thread's. */
    interface Gradient {

        /**
         * Computes the partial derivatives at a point; an entry is NaN or infinite where this method finds no derivative.
         *
         * @param x one value for each input
         * @param gradient receives one value for each wanted variable
         */
        void at(double[] x, double[] gradient);

        /** How many evaluations of f one gradient takes; 0 for methods that evaluate something else instead. */
        int evaluations();

        /** Scalar operations of one gradient, where they are known. */
        Optional<Long> operations();

        /** The program that computes the gradient, where there is one: its sizes are the expression's swell. */
        default Optional<WengertList> program() {
            return Optional.empty();
        }

        /**
         * The method's own estimates of the absolute errors of its partial derivatives at a point, which may take further evaluations;
         * empty if it makes none.
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
        default String remark() {
            return "";
        }

        /** Why there is no result at a point although no number on the way is to blame; empty if that is not so. */
        default Optional<String> objection(double[] x) {
            return Optional.empty();
        }
    }
}
