package tridiff.numerical;

import java.util.Set;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/**
 * A scheme for the first derivative as a method; it has the higher derivatives for which there are schemes of that kind.
 *
 * @param id such as {@code numerical.ridders}
 */
public record SchemeMethod(MethodId id, Scheme scheme) implements Method {

    /** Central differences of order 8 with a step of their own choice. */
    public static SchemeMethod adaptive() {
        return new SchemeMethod(MethodId.numerical("adaptive"), new Adaptive(1, 8));
    }

    public static SchemeMethod richardson() {
        return new SchemeMethod(MethodId.numerical("richardson"), Extrapolation.richardson());
    }

    public static SchemeMethod ridders() {
        return new SchemeMethod(MethodId.numerical("ridders"), Extrapolation.ridders());
    }

    @Override
    public Set<Operator> operators() {
        return scheme.hasHigherOrders() ? Operator.ALL : Operator.OF_FIRST_ORDER;
    }

    @Override
    public Prepared gradient(Problem p) {
        return new SchemeGradient(scheme, p, false);
    }

    @Override
    public Prepared hessian(Problem p) {
        return scheme.hasHigherOrders() ? SecondDifferences.of(scheme.ofOrder(2), p) : Method.super.hessian(p);
    }

    @Override
    public Prepared derivative(Problem p) {
        return scheme.hasHigherOrders() ? HigherDifferences.of(this, scheme, p) : Method.super.derivative(p);
    }
}
