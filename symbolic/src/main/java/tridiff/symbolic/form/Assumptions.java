package tridiff.symbolic.form;

import java.util.HashSet;
import java.util.Set;
import tridiff.expr.NamedConstant;
import tridiff.expr.Rational;

/**
 * What is known of forms: that they are defined, never zero, never negative; from their shape, and from what was given.
 *
 * <p>Given is that a function has a value where it is differentiated: inside log(x)/sqrt(y) then x and y are positive.
 */
public final class Assumptions {

    /** Nothing is known of what is nested more deeply. */
    private static final int DEEPEST = 8;

    private final Set<Form> defined = new HashSet<>();
    private final Set<Form> nonZero = new HashSet<>();
    private final Set<Form> nonNegative = new HashSet<>();

    /**
     * From now on this form has a value; but of a quotient by a condition that is not taken for granted: it says where a derivative of
     * lower order has none, and all that follow have none either.
     */
    public void give(Form x) {
        if (x.isProduct()
                && x.parts.entrySet().stream().anyMatch(e -> e.getValue().signum() < 0 && isStep(e.getKey()))) {
            return;
        }
        defined.add(x);
        if (x.isProduct()) {
            x.parts.forEach((base, exponent) -> {
                defined.add(base);
                if (exponent.signum() < 0) {
                    nonZero.add(base);
                }
                if (!exponent.isInteger()) {
                    nonNegative.add(base);
                }
            });
        }
    }

    private static boolean isStep(Form x) {
        return x.function != null && x.function.facts().isStep();
    }

    public boolean isDefined(Form x) {
        return x.total || defined.contains(x);
    }

    /** Whether a power is defined wherever the inputs have values. */
    public boolean isDefined(Form base, Rational exponent) {
        return isDefined(base)
                && (exponent.signum() > 0 || isNeverZero(base) || nonZero.contains(base))
                && (exponent.isInteger() || isNonNegative(base) || nonNegative.contains(base));
    }

    public boolean isNeverZero(Form x) {
        return isNeverZero(x, DEEPEST);
    }

    private boolean isNeverZero(Form x, int depth) {
        if (x.isNumber()) {
            return !x.number.isZero();
        }
        if (isCallNeverZero(x)) {
            return true;
        }
        if (depth > 0 && x.isProduct()) {
            return x.parts.keySet().stream().allMatch(base -> isNeverZero(base, depth - 1));
        }
        return isPositive(x, depth);
    }

    /** Whether it is never negative where it is defined. */
    boolean isNonNegative(Form x) {
        return isNonNegative(x, DEEPEST);
    }

    private boolean isNonNegative(Form x, int depth) {
        return switch (x.kind) {
            case ATOM ->
                isCallNonNegative(x)
                        || isConstant(x)
                        || x.isPower() && depth > 0 && isNonNegative(x.argument(), depth - 1);
            case PRODUCT ->
                x.number.signum() >= 0
                        && x.parts.entrySet().stream()
                                .allMatch(e -> isEven(e.getValue())
                                        || !e.getValue().isInteger()
                                        || depth > 0 && isNonNegative(e.getKey(), depth - 1));
            case SUM ->
                x.number.signum() >= 0
                        && depth > 0
                        && x.parts.entrySet().stream()
                                .allMatch(e -> e.getValue().signum() > 0 && isNonNegative(e.getKey(), depth - 1));
        };
    }

    boolean isPositive(Form x) {
        return isPositive(x, DEEPEST);
    }

    private boolean isPositive(Form x, int depth) {
        if (x.isSum()) {
            boolean positiveTerm = x.number.signum() > 0
                    || depth > 0 && x.parts.keySet().stream().anyMatch(t -> isPositive(t, depth - 1));
            return positiveTerm && isNonNegative(x, depth);
        }
        return x.kind == Form.Kind.ATOM
                ? isConstant(x) || isCallNeverZero(x) && isCallNonNegative(x)
                : isNonNegative(x, depth)
                        && !x.number.isZero()
                        && depth > 0
                        && x.parts.keySet().stream().allMatch(base -> isNeverZero(base, depth - 1));
    }

    private static boolean isCallNeverZero(Form x) {
        return x.function != null && x.function.facts().isNeverZero();
    }

    private static boolean isCallNonNegative(Form x) {
        return x.function != null && x.function.facts().isNeverNegative();
    }

    private static boolean isConstant(Form x) {
        return x.expr() instanceof tridiff.expr.Expr.Const c && c.value() instanceof NamedConstant;
    }

    public static boolean isEven(Rational n) {
        return n.isInteger() && !n.numerator().testBit(0);
    }
}
