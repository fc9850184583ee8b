package tridiff.autodiff.forward;

import java.util.List;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopAlgebra;
import tridiff.wengert.LoopTangents;
import tridiff.wengert.StructuralZeros;
import tridiff.wengert.WengertList;

/**
 * Dual numbers over any algebra: forward mode.
 *
 * <p>A number that does not depend on the chosen direction has no tangent at all, not a zero one, so that no rule is asked about it
 * and 0·∞ cannot arise: x^2 at x &lt; 0 never touches log x. What only steps, such as floor(x), has no tangent either: it is constant,
 * unless it jumps. Duals of duals give second derivatives; the levels are different types and cannot be confused.
 */
public final class Duals<T> implements LoopAlgebra<Duals.Dual<T>> {

    /**
     * A value and how it changes along the chosen direction.
     *
     * @param tangent null where it does not change
     * @param jump 0 where it is continuous and undefined where it jumps; null where it cannot jump
     */
    public record Dual<T>(T value, T tangent, T jump) {

        /** A number that does not jump. */
        public Dual(T value, T tangent) {
            this(value, tangent, null);
        }
    }

    private final Algebra<T> k;
    private final StructuralZeros<T> zeros;

    public Duals(Algebra<T> k) {
        this.k = k;
        this.zeros = new StructuralZeros<>(k);
    }

    /** An input along which to differentiate: its tangent is the seed 1. */
    public Dual<T> seeded(T x) {
        return new Dual<>(x, k.constant(1));
    }

    /** An input that is a parameter. */
    public Dual<T> parameter(T x) {
        return new Dual<>(x, null);
    }

    /** The derivative along the direction, undefined where there is a jump on the way; null if there is no dependence. */
    public T derivative(Dual<T> x) {
        return zeros.sum(x.tangent, x.jump);
    }

    @Override
    public Dual<T> constant(Constant c) {
        return parameter(k.constant(c));
    }

    @Override
    public Dual<T> apply(Unary f, Dual<T> x) {
        T y = k.apply(f, x.value);
        if (x.tangent == null) {
            return new Dual<>(y, null, x.jump);
        }
        T tangent = f.facts().isStep() ? null : k.times(f.derivative(k, x.value, y), x.tangent);
        return new Dual<>(y, tangent, f.facts().mayJump() ? zeros.sum(f.jump(k, x.value, y), x.jump) : x.jump);
    }

    @Override
    public Dual<T> apply(Binary f, Dual<T> x, Dual<T> y) {
        T z = k.apply(f, x.value, y.value);
        T jump = zeros.sum(x.jump, y.jump);
        if (x.tangent == null && y.tangent == null) {
            return new Dual<>(z, null, jump);
        }
        T own = f.facts().mayJump() ? f.jump(k, x.value, y.value, z) : null;
        if (f.facts().isStep()) {
            return new Dual<>(z, null, zeros.sum(own, jump));
        }
        T first = x.tangent == null ? null : k.times(f.partialX(k, x.value, y.value, z), x.tangent);
        T second = y.tangent == null ? null : k.times(f.partialY(k, x.value, y.value, z), y.tangent);
        return new Dual<>(z, zeros.sum(first, second), zeros.sum(own, jump));
    }

    @Override
    public Dual<T> power(Dual<T> x, Rational n) {
        T z = k.power(x.value, n);
        T tangent = x.tangent == null ? null : k.times(Arithmetic.powerRule(k, x.value, n), x.tangent);
        return new Dual<>(z, tangent, x.jump);
    }

    @Override
    public Dual<T> wholePower(Dual<T> x, Dual<T> n, boolean positive) {
        T z = k.wholePower(x.value, n.value, positive);
        T tangent =
                x.tangent == null ? null : k.times(Arithmetic.wholePowerRule(k, x.value, n.value, positive), x.tangent);
        return new Dual<>(z, tangent, x.jump);
    }

    /** The tangent of the branch taken. The condition has none of its own: it is true or not, unless this is where it changes. */
    @Override
    public Dual<T> choose(Dual<T> condition, Dual<T> yes, Dual<T> no) {
        T value = k.choose(condition.value, yes.value, no.value);
        T boundary = condition.tangent == null ? null : zeros.boundary(condition.value);
        T jump = zeros.sum(condition.jump, zeros.choose(condition.value, yes.jump, no.jump));
        return new Dual<>(value, zeros.choose(condition.value, yes.tangent, no.tangent), zeros.sum(boundary, jump));
    }

    /** A loop that carries the tangents along. */
    @Override
    public List<Dual<T>> loop(Loop loop, List<Dual<T>> arguments) {
        List<LoopTangents.Carried<T>> carried =
                arguments.stream().map(Duals::carried).toList();
        return LoopTangents.of(loop, k, carried, Duals::differentiated).stream()
                .map(c -> new Dual<>(c.value(), c.tangent(), c.jump()))
                .toList();
    }

    private static <S> LoopTangents.Carried<S> carried(Dual<S> x) {
        return new LoopTangents.Carried<>(x.value, x.tangent, x.jump);
    }

    private static List<LoopTangents.Carried<Integer>> differentiated(
            WengertList body, ListBuilder writer, List<LoopTangents.Carried<Integer>> inputs) {
        var duals = new Duals<>(writer);
        List<Dual<Integer>> given =
                inputs.stream().map(c -> new Dual<>(c.value(), c.tangent())).toList();
        return body.in(duals, given).stream()
                .map(d -> new LoopTangents.Carried<>(d.value, duals.derivative(d), null))
                .toList();
    }
}
