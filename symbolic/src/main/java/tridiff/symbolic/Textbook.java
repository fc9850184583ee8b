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

    /**
     * A formula and its derivative.
     *
     * @param varies whether it depends on the variable at all
     */
    record Derived(Expr f, Expr derivative, boolean varies) {}

    /** The variable to differentiate by. */
    static Derived variable(Expr.Var x) {
        return new Derived(x, ONE, true);
    }

    /** Another variable. */
    static Derived parameter(Expr.Var x) {
        return new Derived(x, ZERO, false);
    }

    @Override
    public Derived constant(Constant c) {
        return new Derived(K.constant(c), ZERO, false);
    }

    /** The chain rule: f(u)' = f'(u)·u'; a constant has derivative 0. */
    @Override
    public Derived apply(Unary f, Derived u) {
        Expr y = K.apply(f, u.f);
        if (!u.varies && f != Elementary.NEGATE) {
            return new Derived(y, ZERO, false);
        }
        Expr derivative = f == Elementary.NEGATE
                ? u.derivative.negate()
                : f.derivative(K, u.f, y).times(u.derivative);
        return new Derived(y, derivative, u.varies);
    }

    @Override
    public Derived apply(Binary f, Derived u, Derived v) {
        Expr z = K.apply(f, u.f, v.f);
        boolean call = !(f instanceof Arithmetic) || f == Arithmetic.POWER;
        if (call && !u.varies && !v.varies) {
            return new Derived(z, ZERO, false);
        }
        Expr derivative = f instanceof Arithmetic operator ? operator(operator, u, v, z) : general(f, u, v, z);
        return new Derived(z, derivative, u.varies || v.varies);
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

    /** (u^v)' = u^v (v' log u + v u'/u), where only the exponent varies its first term, and where only the base varies v·u^(v-1)·u'. */
    private static Expr power(Derived u, Derived v, Expr z) {
        if (!v.varies) {
            return v.f.times(u.f.power(v.f.minus(ONE))).times(u.derivative);
        }
        Expr first = v.derivative.times(K.apply(Elementary.LOG, u.f));
        return !u.varies
                ? z.times(first)
                : z.times(first.plus(v.f.times(u.derivative).over(u.f)));
    }

    private static Expr general(Binary f, Derived u, Derived v, Expr z) {
        Expr first = !v.varies || u.varies ? f.partialX(K, u.f, v.f, z).times(u.derivative) : null;
        Expr second = !u.varies || v.varies ? f.partialY(K, u.f, v.f, z).times(v.derivative) : null;
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
        return new Derived(u.f.power(K.constant(n)), derivative, u.varies);
    }

    @Override
    public Derived choose(Derived condition, Derived yes, Derived no) {
        Expr value = K.choose(condition.f, yes.f, no.f);
        Expr branches = K.choose(condition.f, yes.derivative, no.derivative);
        Expr derivative = condition.varies ? branches.plus(condition.derivative) : branches;
        return new Derived(value, derivative, condition.varies || yes.varies || no.varies);
    }
}
