package tridiff.wengert;

import tridiff.expr.Algebra;

/**
 * Arithmetic with zeros that are not there: null stands for a tangent, adjoint or jump that is 0 whatever the numbers, so that no rule is
 * asked about it and 0·∞ cannot arise.
 */
public record StructuralZeros<T>(Algebra<T> k) {

    /** The sum; null if both are. */
    public T sum(T x, T y) {
        return x == null ? y : y == null ? x : k.plus(x, y);
    }

    /** A number where one is needed. */
    public T orZero(T x) {
        return x == null ? k.constant(0) : x;
    }

    /** One of two, as a condition says; null if both are. */
    public T choose(T condition, T yes, T no) {
        return yes == null && no == null ? null : k.choose(condition, orZero(yes), orZero(no));
    }

    /** The jump of a choice whose condition varies: 0, and undefined where the condition changes. */
    public T boundary(T condition) {
        return k.unlessEqual(k.constant(0), condition, k.constant(0));
    }
}
