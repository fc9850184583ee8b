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
}
