package tridiff.wengert.method;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is computed of a problem: of m functions of several inputs and n wanted variables.
 *
 * <p>Matrices are rows one after the other. {@link Prepared#at} is given {@link #inputs} numbers and returns {@link #results}.
 */
public enum Operator {
    /** The n partial derivatives of the only function. */
    GRADIENT,

    /** The n partial derivatives of the only function, and behind them its value. */
    VALUE_AND_GRADIENT,

    /** m rows of n partial derivatives: a gradient for each function. */
    JACOBIAN,

    /** n rows of n second partial derivatives of the only function. */
    HESSIAN,

    /** The Hessian of the only function times a vector of n components, which follow the inputs. */
    HESSIAN_VECTOR,

    /** One derivative of the only function, of order n: by one wanted variable after the other, which may be n times the same. */
    DERIVATIVE;

    /** What every method has, since it has gradients. */
    public static final Set<Operator> OF_FIRST_ORDER =
            Collections.unmodifiableSet(EnumSet.of(GRADIENT, VALUE_AND_GRADIENT, JACOBIAN));

    /** What a method has that has second derivatives, too. */
    public static final Set<Operator> ALL = Collections.unmodifiableSet(EnumSet.allOf(Operator.class));

    /** How many numbers it is given. */
    public int inputs(Problem p) {
        return p.inputs().size() + (this == HESSIAN_VECTOR ? p.wanted().size() : 0);
    }

    /** How many numbers it computes. */
    public int results(Problem p) {
        int n = p.wanted().size();
        return switch (this) {
            case GRADIENT, HESSIAN_VECTOR -> n;
            case VALUE_AND_GRADIENT -> n + 1;
            case JACOBIAN -> p.functions().size() * n;
            case HESSIAN -> n * n;
            case DERIVATIVE -> 1;
        };
    }

    /** As for options: {@code hessian-vector}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
