package tridiff.expr;

import java.util.ArrayList;
import java.util.List;

/**
 * Dual numbers over any algebra: forward mode.
 *
 * <p>A number that does not depend on the chosen direction has no tangent at all, not a zero one, so that no rule is asked about it
 * and 0·∞ cannot arise: x^2 at x &lt; 0 never touches log x. Duals of duals give second derivatives; the levels are different types
 * and cannot be confused.
 */
public final class Duals<T> implements Algebra<Duals.Dual<T>> {

    /** A value and its derivative along the chosen direction; null where there is no dependence. */
    public record Dual<T>(T value, T tangent) {}

    private final Algebra<T> k;

    public Duals(Algebra<T> k) {
        this.k = k;
    }

    /** An input along which to differentiate: its tangent is the seed 1. */
    public Dual<T> seeded(T x) {
        return new Dual<>(x, k.constant(1));
    }

    /** An input that is a parameter. */
    public Dual<T> parameter(T x) {
        return new Dual<>(x, null);
    }

    @Override
    public Dual<T> constant(Constant c) {
        return parameter(k.constant(c));
    }

    @Override
    public Dual<T> apply(Unary f, Dual<T> x) {
        T y = k.apply(f, x.value);
        return x.tangent == null ? parameter(y) : new Dual<>(y, k.times(f.derivative(k, x.value, y), x.tangent));
    }

    @Override
    public Dual<T> apply(Binary f, Dual<T> x, Dual<T> y) {
        T z = k.apply(f, x.value, y.value);
        T first = x.tangent == null ? null : k.times(f.partialX(k, x.value, y.value, z), x.tangent);
        T second = y.tangent == null ? null : k.times(f.partialY(k, x.value, y.value, z), y.tangent);
        return new Dual<>(z, sum(first, second));
    }

    @Override
    public Dual<T> power(Dual<T> x, Rational n) {
        T z = k.power(x.value, n);
        return x.tangent == null
                ? parameter(z)
                : new Dual<>(z, k.times(Arithmetic.powerRule(k, x.value, n), x.tangent));
    }

    /** The tangent of the branch taken; that of the condition is 0, or undefined where its sides are equal, and is added. */
    @Override
    public Dual<T> choose(Dual<T> condition, Dual<T> yes, Dual<T> no) {
        T value = k.choose(condition.value, yes.value, no.value);
        T tangent = yes.tangent == null && no.tangent == null
                ? null
                : k.choose(condition.value, orZero(yes.tangent), orZero(no.tangent));
        return new Dual<>(value, sum(tangent, condition.tangent));
    }

    /** A loop that carries the tangents along. */
    @Override
    public List<Dual<T>> loop(Loop loop, List<Dual<T>> arguments) {
        boolean[] given = new boolean[arguments.size()];
        boolean any = false;
        for (int i = 0; i < given.length; i++) {
            given[i] = arguments.get(i).tangent != null;
            any |= given[i];
        }
        List<T> values = arguments.stream().map(Dual::value).toList();
        if (!any) {
            return k.loop(loop, values).stream().map(this::parameter).toList();
        }
        boolean[] active = LoopDerivatives.activeArguments(loop, given);
        List<T> tangents = arguments.stream().map(d -> orZero(d.tangent)).toList();
        var both = LoopDerivatives.tangent(loop, active);
        List<T> results = k.loop(both.loop(), LoopDerivatives.arguments(loop, values, tangents, active));
        var duals = new ArrayList<Dual<T>>();
        int next = loop.results();
        for (int i = 0; i < loop.results(); i++) {
            duals.add(new Dual<>(results.get(i), both.active()[i] ? results.get(next++) : null));
        }
        return duals;
    }

    private T orZero(T tangent) {
        return tangent == null ? k.constant(0) : tangent;
    }

    private T sum(T first, T second) {
        return first == null ? second : second == null ? first : k.plus(first, second);
    }
}
