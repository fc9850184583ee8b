package tridiff.numerical;

import java.util.List;
import tridiff.expr.Expr;
import tridiff.wengert.method.Differentiator;

/**
 * A scheme for the first derivative as a method for gradients.
 *
 * @param id such as {@code numerical.ridders}
 */
public record SchemeMethod(String id, Scheme scheme) implements Differentiator {

    /** Central differences of order 8 with a step of their own choice. */
    public static SchemeMethod adaptive() {
        return new SchemeMethod("numerical.adaptive", new Adaptive(1, 8));
    }

    public static SchemeMethod richardson() {
        return new SchemeMethod("numerical.richardson", Extrapolation.richardson());
    }

    public static SchemeMethod ridders() {
        return new SchemeMethod("numerical.ridders", Extrapolation.ridders());
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return new Partials(scheme, f, variables, wanted, 0);
    }
}
