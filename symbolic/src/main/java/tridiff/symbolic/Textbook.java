package tridiff.symbolic;

import java.util.List;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Expressions;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.WengertList;

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

    private final Expr.Var x;
    private final Steps steps;

    private Textbook(Expr.Var x, Steps steps) {
        this.x = x;
        this.steps = steps;
    }

    /** The derivative of f by x. */
    static Expr derivative(Expr f, Expr.Var x, Steps steps) {
        var rules = new Textbook(x, steps);
        List<Expr.Var> variables = f.variables();
        List<Derived> inputs = variables.stream().map(rules::variable).toList();
        return WengertList.of(f, variables).in(rules, inputs).get(0).derivative;
    }

    private Derived variable(Expr.Var v) {
        boolean varies = v.name().equals(x.name());
        return noted(
                varies ? "variable: x' = 1" : "another variable is a constant: c' = 0", v, varies ? ONE : ZERO, varies);
    }

    private Derived noted(String rule, Expr f, Expr derivative, boolean varies) {
        steps.differentiated(rule, f, x, derivative);
        return new Derived(f, derivative, varies);
    }

    private Derived constant(Expr c) {
        return noted("constant: c' = 0", c, ZERO, false);
    }

    @Override
    public Derived constant(Constant c) {
        return constant(K.constant(c));
    }

    /** The chain rule: f(u)' = f'(u)·u'; a constant has derivative 0. */
    @Override
    public Derived apply(Unary f, Derived u) {
        Expr y = K.apply(f, u.f);
        if (f == Elementary.NEGATE) {
            return noted("sign: (-u)' = -u'", y, u.derivative.negate(), u.varies);
        }
        return u.varies
                ? noted(
                        "derivative of " + f.symbol() + ", chain rule: f(u)' = f'(u)*u'",
                        y,
                        f.derivative(K, u.f, y).times(u.derivative),
                        true)
                : constant(y);
    }

    @Override
    public Derived apply(Binary f, Derived u, Derived v) {
        Expr z = K.apply(f, u.f, v.f);
        boolean varies = u.varies || v.varies;
        boolean call = !(f instanceof Arithmetic) || f == Arithmetic.POWER;
        if (call && !varies) {
            return constant(z);
        }
        return f instanceof Arithmetic operator
                ? noted(rule(operator, u, v), z, operator(operator, u, v, z), varies)
                : noted(
                        "derivative of " + f.symbol() + ", chain rule: f(u, v)' = f_u(u, v)*u' + f_v(u, v)*v'",
                        z,
                        general(f, u, v, z),
                        varies);
    }

    private static String rule(Arithmetic operator, Derived u, Derived v) {
        return switch (operator) {
            case PLUS -> "sum rule: (u + v)' = u' + v'";
            case MINUS -> "difference rule: (u - v)' = u' - v'";
            case TIMES -> "product rule: (u*v)' = u'*v + u*v'";
            case OVER -> "quotient rule: (u/v)' = (u'*v - u*v')/v^2";
            case POWER ->
                !v.varies
                        ? "power rule: (u^n)' = n*u^(n - 1)*u'"
                        : u.varies
                                ? "power of formulas: (u^v)' = u^v*(v'*log(u) + v*u'/u)"
                                : "exponential rule: (c^v)' = c^v*v'*log(c)";
        };
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
        return noted("power rule: (u^n)' = n*u^(n - 1)*u'", u.f.power(K.constant(n)), derivative, u.varies);
    }

    @Override
    public Derived choose(Derived condition, Derived yes, Derived no) {
        Expr value = K.choose(condition.f, yes.f, no.f);
        Expr branches = K.choose(condition.f, yes.derivative, no.derivative);
        Expr derivative = condition.varies ? branches.plus(condition.derivative) : branches;
        return noted(
                "branches: if(c, u, v)' = if(c, u', v') + c'",
                value,
                derivative,
                condition.varies || yes.varies || no.varies);
    }
}
