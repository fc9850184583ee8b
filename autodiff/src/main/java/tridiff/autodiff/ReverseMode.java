package tridiff.autodiff;

import java.util.Set;
import tridiff.autodiff.jacobian.Jacobian;
import tridiff.autodiff.reverse.AdjointSweep;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/**
 * Reverse mode: one sweep forwards for the values, one backwards for the adjoints, whatever the number of variables.
 *
 * <p>The cheap-gradient principle: the cost is a small multiple of that of f (Griewank and Walther, Evaluating Derivatives, 2008,
 * section 3.3). Some local derivatives are written before they meet an adjoint, which saves operations and may change last bits.
 */
public final class ReverseMode implements Method {

    /** Lines of f beyond which writing its gradient as a program would take longer than thousands of gradients without one. */
    private static final int LONGEST_PROGRAM = 2_000_000;

    private static final MethodId ID = MethodId.autodiff("reverse");

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    @Override
    public Prepared gradient(Problem p) {
        return program(p, false);
    }

    @Override
    public Prepared valueAndGradient(Problem p) {
        return program(p, true);
    }

    /** A sweep over the list itself computes the value anyhow. */
    private static Prepared program(Problem p, boolean withValue) {
        WengertList list = p.listOfOne();
        return list.size() > LONGEST_PROGRAM && AdjointSweep.isFor(list)
                ? new SweepGradient(p, withValue)
                : PreparedProgram.gradient(
                        p,
                        withValue,
                        (primal, writer, values, active) ->
                                Adjoints.preaccumulatedGradient(primal, writer, values, active));
    }

    /** By rows; rows that no column has both of share a sweep. */
    @Override
    public Prepared jacobian(Problem p) {
        return SparseMatrix.of(Jacobian.of(p.list(), p.directions(), Jacobian.Mode.REVERSE));
    }

    /** Forward over reverse: the Jacobian of the gradient by columns. */
    @Override
    public Prepared hessian(Problem p) {
        return SparseMatrix.of(Jacobian.ofGradient(p.listOfOne(), p.directions()));
    }

    /** Forward over reverse along the vector: one sweep each, whatever the number of variables. */
    @Override
    public Prepared hessianVector(Problem p) {
        return PreparedProgram.of(Jacobian.hessianTimesVector(p.listOfOne(), p.directions()));
    }
}
