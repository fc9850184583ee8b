package tridiff.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Exact values of operations on exact numbers. */
public final class Exact {

    private static final int MANY_BITS = 4096;

    private Exact() {}

    /** The exact value of f at a rational number, where it is rational whatever the number and cheap; else null. */
    public static Rational of(Unary f, Rational x) {
        return x != null && f == Elementary.NEGATE ? x.negate() : null;
    }

    /** The exact value of f at rational numbers; null where it is undefined, not rational, or long. */
    public static Rational of(Binary f, Rational x, Rational y) {
        if (x == null || y == null || x.bits() + y.bits() > MANY_BITS || !(f instanceof Arithmetic operator)) {
            return null;
        }
        return switch (operator) {
            case PLUS -> x.plus(y);
            case MINUS -> x.minus(y);
            case TIMES -> x.times(y);
            case OVER -> y.isZero() ? null : x.over(y);
            case POWER -> null;
        };
    }

    /** The exact value of an expression, where it is rational whatever its variables and arithmetic finds it; else null. */
    public static Rational of(Expr root) {
        var values = new HashMap<Long, Rational>();
        Expr.nodes(List.of(root)).forEach(e -> values.put(e.number(), of(e, values)));
        return values.get(root.number());
    }

    private static Rational of(Expr e, Map<Long, Rational> values) {
        List<Rational> parts =
                e.parts().stream().map(part -> values.get(part.number())).toList();
        if (e instanceof Expr.UnaryCall call) {
            return of(call.operation(), parts.get(0));
        }
        if (e instanceof Expr.BinaryCall call) {
            return of(call.operation(), parts.get(0), parts.get(1));
        }
        return e instanceof Expr.Const c && c.value() instanceof Rational r ? r : null;
    }
}
