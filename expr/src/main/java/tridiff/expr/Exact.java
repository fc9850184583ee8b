package tridiff.expr;

import java.util.HashMap;
import java.util.List;

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
        var visitor = new Expr.Visitor<Rational>() {
            @Override
            public Rational constant(Constant value) {
                return value instanceof Rational r ? r : null;
            }

            @Override
            public Rational variable(Expr.Var variable) {
                return null;
            }

            @Override
            public Rational call(Unary f, Expr x) {
                return Exact.of(f, values.get(x.number()));
            }

            @Override
            public Rational call(Binary f, Expr x, Expr y) {
                return Exact.of(f, values.get(x.number()), values.get(y.number()));
            }

            @Override
            public Rational choice(Expr condition, Expr yes, Expr no) {
                return null;
            }

            @Override
            public Rational repeated(Repeated loop) {
                return null;
            }
        };
        Expr.nodes(List.of(root)).forEach(e -> values.put(e.number(), e.match(visitor)));
        return values.get(root.number());
    }
}
