package tridiff.autodiff.reverse;

import java.util.List;
import tridiff.autodiff.Program;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;

/**
 * Reverse mode: one sweep forwards for the values, one backwards for the adjoints, whatever the number of variables.
 *
 * <p>The cheap-gradient principle: the cost is a small multiple of that of f (Griewank and Walther, Evaluating Derivatives, 2008,
 * section 3.3). Some local derivatives are written before they meet an adjoint, which saves operations and may change last bits.
 */
public final class ReverseMode implements Differentiator {

    /** Lines of f beyond which writing its gradient as a program would take longer than thousands of gradients without one. */
    private static final int LONGEST_PROGRAM = 2_000_000;

    @Override
    public String id() {
        return "autodiff.reverse";
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return program(f, variables, wanted, false);
    }

    @Override
    public Gradient prepareWithValue(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return program(f, variables, wanted, true);
    }

    /** A sweep over the list itself computes the value anyhow. */
    private static Gradient program(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted, boolean withValue) {
        var list = WengertList.of(f, variables);
        return list.size() > LONGEST_PROGRAM && AdjointSweep.isFor(list)
                ? new SweepGradient(list, wanted)
                : Program.of(
                        list,
                        wanted,
                        withValue,
                        (primal, writer, values, active) ->
                                Adjoints.preaccumulatedGradient(primal, writer, values, active));
    }
}
