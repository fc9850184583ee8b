package tridiff.expr;

/**
 * What an expression can be run in: some kind of number, with arithmetic and the functions of the table.
 *
 * <p>Over doubles an expression yields its value, over dual numbers forward mode, over expressions symbolic calculus, over enclosures
 * the reference, over line numbers a program. A new traversal of expressions is usually a new algebra of a few lines.
 *
 * @param <T> the kind of number; immutable
 */
public interface Algebra<T> {

    T constant(Constant c);

    T apply(Unary f, T x);

    T apply(Binary f, T x, T y);

    /** {@code yes} where the condition is 1, {@code no} where it is 0; nothing that happens in the other one matters. */
    T choose(T condition, T yes, T no);

    default T constant(long n) {
        return constant(Rational.of(n));
    }

    default T negate(T x) {
        return apply(Elementary.NEGATE, x);
    }

    default T plus(T x, T y) {
        return apply(Arithmetic.PLUS, x, y);
    }

    default T minus(T x, T y) {
        return apply(Arithmetic.MINUS, x, y);
    }

    default T times(T x, T y) {
        return apply(Arithmetic.TIMES, x, y);
    }

    default T over(T x, T y) {
        return apply(Arithmetic.OVER, x, y);
    }

    default T power(T x, T y) {
        return apply(Arithmetic.POWER, x, y);
    }

    /** A power whose exponent is a number: x^0 is 1 for every x, where 0^0 of two numbers that happen to be 0 is undefined. */
    default T power(T x, Rational n) {
        return n.isZero() ? constant(1) : power(x, constant(n));
    }

    /**
     * A power whose exponent is a whole number of a loop, and no input: x^0 is 1 for every x.
     *
     * @param positive whether the exponent is known to be
     */
    default T wholePower(T x, T n, boolean positive) {
        return power(x, n);
    }

    /** {@code value} where x ≠ y and undefined where x = y: the derivative at a possible jump or kink. */
    default T unlessEqual(T value, T x, T y) {
        return over(value, apply(Comparison.UNEQUAL, x, y));
    }
}
