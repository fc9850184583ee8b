package tridiff.wengert.method;

import java.util.Set;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;

/**
 * A way to differentiate: what every method, ours or a library's, fulfils.
 *
 * <p>Every method has gradients. From them follow value and gradient together, the Jacobian and the first derivative; from a Hessian,
 * where there is one, its product with a vector and the second derivative. A method overrides what it does better. What it has not and
 * what cannot be composed it refuses: nowhere is a difference of exact derivatives taken in their place.
 *
 * <p>To prepare is to do once what need not be repeated at every point: write the program, derive the formula.
 */
public interface Method {

    /** Its name for options and tables. */
    MethodId id();

    /** The operators that it has, of its own or composed; it may refuse them for some functions. All others it refuses. */
    default Set<Operator> operators() {
        return Operator.OF_FIRST_ORDER;
    }

    /**
     * Prepares an operator.
     *
     * @throws Refusal if the method does not have it, or not for this function
     * @throws IllegalStateException if it is an operator on one function and there are several
     */
    default Prepared prepare(Problem p, Operator what) {
        return switch (what) {
            case GRADIENT -> gradient(p);
            case VALUE_AND_GRADIENT -> valueAndGradient(p);
            case JACOBIAN -> jacobian(p);
            case HESSIAN -> hessian(p);
            case HESSIAN_VECTOR -> hessianVector(p);
            case DERIVATIVE -> derivative(p);
        };
    }

    /** See {@link Operator#GRADIENT}. */
    Prepared gradient(Problem p);

    /** See {@link Operator#VALUE_AND_GRADIENT}. By itself f is evaluated beside, since the method does not meet its value on the way. */
    default Prepared valueAndGradient(Problem p) {
        return new WithValue(gradient(p), p.listOfOne());
    }

    /** See {@link Operator#JACOBIAN}. By itself a gradient for each function. */
    default Prepared jacobian(Problem p) {
        return p.functions().size() == 1 ? gradient(p) : GradientRows.of(this, p);
    }

    /** See {@link Operator#HESSIAN}. By itself refused. */
    default Prepared hessian(Problem p) {
        throw new Refusal(Said.of("wengert.refusal.second", id()));
    }

    /** See {@link Operator#HESSIAN_VECTOR}. By itself the whole Hessian, and then the product. */
    default Prepared hessianVector(Problem p) {
        return new HessianTimesVector(hessian(p), p);
    }

    /** See {@link Operator#DERIVATIVE}. By itself the gradient or an entry of the Hessian; refused from the third order on. */
    default Prepared derivative(Problem p) {
        return switch (p.wanted().size()) {
            case 1 -> gradient(p);
            case 2 -> SecondDerivative.of(this, p);
            default ->
                throw new Refusal(
                        Said.of("wengert.refusal.order", id(), p.wanted().size()));
        };
    }
}
