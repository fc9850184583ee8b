package tridiff.symbolic.steps;

import java.util.List;
import java.util.function.Function;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;
import tridiff.wengert.Expressions;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopAlgebra;
import tridiff.wengert.LoopTangents;
import tridiff.wengert.StructuralZeros;
import tridiff.wengert.WengertList;

/**
 * Differentiation as the textbook does it: sum, product, quotient, power and chain rule, word for word, nothing simplified.
 *
 * <p>Its results carry factors 1 and terms 0 along and repeat f inside f': the swell is the point.
 */
public final class Textbook<T> implements LoopAlgebra<Textbook.Derived<T>> {

    /** Is told each rule, the formula and its derivative. */
    public interface Listener<T> {
        void differentiated(Said rule, T f, T derivative);
    }

    /**
     * A formula and its derivative.
     *
     * @param varies whether it depends on the variable and does not only step
     * @param jump 0 where it is continuous and undefined where it jumps; null where it cannot jump
     */
    record Derived<T>(T f, T derivative, boolean varies, T jump) {}

    private final Algebra<T> k;
    private final StructuralZeros<T> zeros;
    private final Listener<T> listener;
    private final boolean factorsOut; // constants, and so writes no terms 0

    private Textbook(Algebra<T> k, Listener<T> listener, boolean factorsOut) {
        this.k = k;
        this.zeros = new StructuralZeros<>(k);
        this.listener = listener;
        this.factorsOut = factorsOut;
    }

    /** The derivative of f by x as a formula. */
    public static Expr derivative(Expr f, Expr.Var x, Steps steps) {
        return derivative(f, x, Expressions.ALGEBRA, v -> v, (rule, g, d) -> steps.differentiated(rule, g, x, d));
    }

    /** The same in another algebra, given its variables. */
    public static <T> T derivative(
            Expr f, Expr.Var x, Algebra<T> k, Function<Expr.Var, T> variable, Listener<T> listener) {
        var rules = new Textbook<>(k, listener, false);
        List<Expr.Var> variables = f.variables();
        List<Derived<T>> inputs = variables.stream()
                .map(v -> rules.variable(variable.apply(v), v.name().equals(x.name())))
                .toList();
        Derived<T> result = WengertList.of(f, variables).in(rules, inputs).get(0);
        return rules.zeros.sum(result.derivative, result.jump);
    }

    private Derived<T> variable(T v, boolean varies) {
        return noted(
                varies ? Said.of("symbolic.rule.variable") : Said.of("symbolic.rule.variable.other"),
                v,
                k.constant(varies ? 1 : 0),
                varies,
                null);
    }

    private Derived<T> noted(Said rule, T f, T derivative, boolean varies, T jump) {
        listener.differentiated(rule, f, derivative);
        return new Derived<>(f, derivative, varies, jump);
    }

    private Derived<T> constant(T c, T jump) {
        return noted(Said.of("symbolic.rule.constant"), c, k.constant(0), false, jump);
    }

    @Override
    public Derived<T> constant(Constant c) {
        return constant(k.constant(c), null);
    }

    /** The chain rule: f(u)' = f'(u)·u'; a constant has derivative 0. */
    @Override
    public Derived<T> apply(Unary f, Derived<T> u) {
        T y = k.apply(f, u.f);
        if (f == Elementary.NEGATE) {
            return noted(Said.of("symbolic.rule.sign"), y, k.negate(u.derivative), u.varies, u.jump);
        }
        if (!u.varies) {
            return constant(y, u.jump);
        }
        if (f.facts().isStep()) {
            return stepping(f, y, zeros.sum(f.jump(k, u.f, y), u.jump));
        }
        return noted(
                Said.of("symbolic.rule.chain", f.symbol()),
                y,
                k.times(f.derivative(k, u.f, y), u.derivative),
                true,
                u.jump);
    }

    private Derived<T> stepping(Operation f, T value, T jump) {
        return noted(Said.of("symbolic.rule.steps", f.symbol()), value, k.constant(0), false, jump);
    }

    @Override
    public Derived<T> apply(Binary f, Derived<T> u, Derived<T> v) {
        T z = k.apply(f, u.f, v.f);
        boolean varies = u.varies || v.varies;
        T jump = zeros.sum(u.jump, v.jump);
        boolean call = !(f instanceof Arithmetic) || f == Arithmetic.POWER;
        if ((call || factorsOut) && !varies) {
            return constant(z, jump);
        }
        T all = f.facts().mayJump() ? zeros.sum(f.jump(k, u.f, v.f, z), jump) : jump;
        if (f.facts().isStep()) {
            return stepping(f, z, all);
        }
        return f instanceof Arithmetic operator
                ? noted(rule(operator, u, v), z, operator(operator, u, v, z), varies, jump)
                : noted(Said.of("symbolic.rule.chain.two", f.symbol()), z, general(f, u, v, z), varies, all);
    }

    private static Said rule(Arithmetic operator, Derived<?> u, Derived<?> v) {
        return switch (operator) {
            case PLUS -> Said.of("symbolic.rule.sum");
            case MINUS -> Said.of("symbolic.rule.difference");
            case TIMES -> Said.of("symbolic.rule.product");
            case OVER -> Said.of("symbolic.rule.quotient");
            case POWER ->
                !v.varies
                        ? Said.of("symbolic.rule.power")
                        : u.varies ? Said.of("symbolic.rule.power.formulas") : Said.of("symbolic.rule.exponential");
        };
    }

    private T operator(Arithmetic operator, Derived<T> u, Derived<T> v, T z) {
        if (factorsOut && u.varies != v.varies) {
            return constantBeside(operator, u, v, z);
        }
        return switch (operator) {
            case PLUS -> k.plus(u.derivative, v.derivative);
            case MINUS -> k.minus(u.derivative, v.derivative);
            case TIMES -> k.plus(k.times(u.derivative, v.f), k.times(u.f, v.derivative));
            case OVER ->
                k.over(
                        k.minus(k.times(u.derivative, v.f), k.times(u.f, v.derivative)),
                        k.apply(Arithmetic.POWER, v.f, k.constant(2)));
            case POWER -> power(u, v, z);
        };
    }

    /** The constant factor rule and its like, for two parts of which one does not vary. */
    private T constantBeside(Arithmetic operator, Derived<T> u, Derived<T> v, T z) {
        return switch (operator) {
            case PLUS -> u.varies ? u.derivative : v.derivative;
            case MINUS -> u.varies ? u.derivative : k.negate(v.derivative);
            case TIMES -> u.varies ? k.times(u.derivative, v.f) : k.times(u.f, v.derivative);
            case OVER ->
                u.varies
                        ? k.over(u.derivative, v.f)
                        : k.negate(k.over(k.times(u.f, v.derivative), k.apply(Arithmetic.POWER, v.f, k.constant(2))));
            case POWER -> power(u, v, z);
        };
    }

    /** (u^v)' = u^v (v' log u + v u'/u), where only the exponent varies its first term, and where only the base varies v·u^(v-1)·u'. */
    private T power(Derived<T> u, Derived<T> v, T z) {
        if (!v.varies) {
            return k.times(k.times(v.f, k.apply(Arithmetic.POWER, u.f, k.minus(v.f, k.constant(1)))), u.derivative);
        }
        T first = k.times(v.derivative, k.apply(Elementary.LOG, u.f));
        return !u.varies ? k.times(z, first) : k.times(z, k.plus(first, k.over(k.times(v.f, u.derivative), u.f)));
    }

    private T general(Binary f, Derived<T> u, Derived<T> v, T z) {
        T first = !v.varies || u.varies ? k.times(f.partialX(k, u.f, v.f, z), u.derivative) : null;
        T second = !u.varies || v.varies ? k.times(f.partialY(k, u.f, v.f, z), v.derivative) : null;
        return first == null ? second : second == null ? first : k.plus(first, second);
    }

    /** The power rule: (u^n)' = n·u^(n-1)·u'. */
    @Override
    public Derived<T> power(Derived<T> u, Rational n) {
        T slope = n.isZero()
                ? k.constant(0)
                : k.times(k.constant(n), k.apply(Arithmetic.POWER, u.f, k.constant(n.minus(Rational.ONE))));
        return noted(
                Said.of("symbolic.rule.power"),
                k.apply(Arithmetic.POWER, u.f, k.constant(n)),
                k.times(slope, u.derivative),
                u.varies,
                u.jump);
    }

    /** The power rule for an exponent of a loop, where x^0 is 1 and its derivative 0. */
    @Override
    public Derived<T> wholePower(Derived<T> u, Derived<T> n, boolean positive) {
        return noted(
                Said.of("symbolic.rule.power"),
                k.wholePower(u.f, n.f, positive),
                k.times(Arithmetic.wholePowerRule(k, u.f, n.f, positive), u.derivative),
                u.varies,
                u.jump);
    }

    /** A loop that carries derivatives along: the derivative of a sum is the sum of the derivatives. */
    @Override
    public List<Derived<T>> loop(Loop loop, List<Derived<T>> arguments) {
        List<LoopTangents.Carried<T>> carried = arguments.stream()
                .map(u -> new LoopTangents.Carried<>(u.f, u.varies ? u.derivative : null, u.jump))
                .toList();
        return LoopTangents.of(loop, k, carried, Textbook::body).stream()
                .map(c -> c.tangent() == null
                        ? constant(c.value(), c.jump())
                        : noted(
                                loop.kind() == Loop.Kind.SUM
                                        ? Said.of("symbolic.rule.index")
                                        : Said.of("symbolic.rule.iteration"),
                                c.value(),
                                c.tangent(),
                                true,
                                c.jump()))
                .toList();
    }

    /** The body of a loop by the same rules, constants factored out: its index and parameters are all constants. */
    private static List<LoopTangents.Carried<Integer>> body(
            WengertList body, ListBuilder writer, List<LoopTangents.Carried<Integer>> inputs) {
        var rules = new Textbook<Integer>(writer, (rule, f, derivative) -> {}, true);
        List<Derived<Integer>> given = inputs.stream()
                .map(c -> c.tangent() == null
                        ? rules.constant(c.value(), c.jump())
                        : new Derived<>(c.value(), c.tangent(), true, c.jump()))
                .toList();
        return body.in(rules, given).stream()
                .map(u -> new LoopTangents.Carried<>(
                        u.f, u.varies ? rules.zeros.sum(u.derivative, u.jump) : u.jump, null))
                .toList();
    }

    @Override
    public Derived<T> choose(Derived<T> condition, Derived<T> yes, Derived<T> no) {
        T boundary = condition.varies ? zeros.boundary(condition.f) : null;
        T branches = zeros.choose(condition.f, yes.jump, no.jump);
        return noted(
                Said.of("symbolic.rule.branches"),
                k.choose(condition.f, yes.f, no.f),
                k.choose(condition.f, yes.derivative, no.derivative),
                yes.varies || no.varies,
                zeros.sum(zeros.sum(boundary, condition.jump), branches));
    }
}
