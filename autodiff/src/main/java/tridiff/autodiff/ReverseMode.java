package tridiff.autodiff;

import java.util.List;
import tridiff.expr.Differentiator;
import tridiff.expr.Expr;

/**
 * Reverse mode: one sweep forwards for the values, one backwards for the adjoints, whatever the number of variables.
 *
 * <p>The cheap-gradient principle: the cost is a small multiple of that of f (Griewank and Walther, Evaluating Derivatives, 2008,
 * section 3.3).
 */
public final class ReverseMode implements Differentiator {

    @Override
    public String id() {
        return "autodiff.reverse";
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return Program.of(
                f, variables, wanted, (primal, writer, inputs, active) -> primal.gradient(writer, inputs, active));
    }
}
