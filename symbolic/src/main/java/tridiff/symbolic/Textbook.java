package tridiff.symbolic;

import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Expressions;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * Differentiation as the textbook does it: sum, product, quotient, power and chain rule, word for word, nothing simplified.
 *
 * <p>Its results carry factors 1 and terms 0 along and repeat f inside f': the swell is the point.
 */
final class Textbook implements Algebra<Textbook.Derived> {

    private static final Expressions K = Expressions.ALGEBRA;
    private static final Expr ZERO = Expr.constant(0);
    private static final Expr ONE = Expr.constant(1);

    /** A formula and its derivative. */
    record Derived(Expr f, Expr derivative) {}

    /** The variable to differentiate by. */
    static Derived variable(Expr.Var x) {
        return new Derived(x, ONE);
    }

    /** Another variable. */
    static Derived parameter(Expr.Var x) {
        return new Derived(x, ZERO);
    }

    @Override
    public Derived constant(Constant c) {
        return new Derived(K.constant(c), ZERO);
    }

    /** The chain rule: f(u)' = f'(u)·u'. */
    @Override
    public Derived apply(Unary f, Derived u) {
        Expr y = K.apply(f, u.f);
        Expr derivative = f == Elementary.NEGATE
                ? u.derivative.negate()
                : f.derivative(K, u.f, y).times(u.derivative);
        return new Derived(y, derivative);
    }

    @Override
    public Derived apply(Binary f, Derived u, Derived v) {
        Expr z = K.apply(f, u.f, v.f);
        return new Derived(z, f instanceof Arithmetic operator ? operator(operator, u, v, z) : general(f, u, v, z));
    }

    private static Expr operator(Arithmetic operator, Derived u, Derived v, Expr z) {
        return switch (operator) {
            case PLUS -> u.derivative.plus(v.derivative);
            case MINUS -> u.derivative.minus(v.derivative);
            case TIMES -> u.derivative.times(v.f).plus(u.f.times(v.derivative));
            case OVER -> u.derivative.times(v.f).minus(u.f.times(v.derivative)).over(v.f.power(2));
            case POWER -> power(u, v, z);
        };
    }

    /** (u^v)' = u^v (v' log u + v u'/u); with a number below, only the first term; see {@link #power(Derived, Rational)}. */
    private static Expr power(Derived u, Derived v, Expr z) {
        Expr log = K.apply(Elementary.LOG, u.f);
        Expr first = v.derivative.times(log);
        return u.derivative == ZERO
                ? z.times(first)
                : z.times(first.plus(v.f.times(u.derivative).over(u.f)));
    }

    private static Expr general(Binary f, Derived u, Derived v, Expr z) {
        Expr first = v.derivative == ZERO || u.derivative != ZERO
                ? f.partialX(K, u.f, v.f, z).times(u.derivative)
                : null;
        Expr second = u.derivative == ZERO || v.derivative != ZERO
                ? f.partialY(K, u.f, v.f, z).times(v.derivative)
                : null;
        return first == null ? second : second == null ? first : first.plus(second);
    }

    /** The power rule: (u^n)' = n·u^(n-1)·u'. */
    @Override
    public Derived power(Derived u, Rational n) {
        Expr derivative = n.isZero()
                ? ZERO
                : K.constant(n)
                        .times(u.f.power(K.constant(n.minus(Rational.ONE))))
                        .times(u.derivative);
        return new Derived(u.f.power(K.constant(n)), derivative);
    }

    @Override
    public Derived choose(Derived condition, Derived yes, Derived no) {
        Expr value = K.choose(condition.f, yes.f, no.f);
        Expr branches = K.choose(condition.f, yes.derivative, no.derivative);
        return new Derived(value, condition.derivative == ZERO ? branches : branches.plus(condition.derivative));
    }
}
