package tridiff.expr;

/** A function of one number and its derivative. */
public interface Unary extends Operation {

    /** Its value; NaN outside the domain. */
    double of(double x);

    /**
     * The derivative at x, in any algebra.
     *
     * @param y the value of the function at x, which the rule may use
     */
    <T> T derivative(Algebra<T> k, T x, T y);

    /** 0 where it is continuous at x, and undefined where it jumps; asked only if it {@linkplain Facts#mayJump() may jump}. */
    default <T> T jump(Algebra<T> k, T x, T y) {
        return derivative(k, x, y);
    }
}
