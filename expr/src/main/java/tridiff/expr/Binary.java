package tridiff.expr;

/** A function of two numbers and its partial derivatives. */
public interface Binary extends Operation {

    /** Its value; NaN outside the domain. */
    double of(double x, double y);

    /**
     * The partial derivative by the first argument, in any algebra.
     *
     * @param z the value of the function at (x, y), which the rule may use
     */
    <T> T partialX(Algebra<T> k, T x, T y, T z);

    /** The partial derivative by the second argument, in any algebra. */
    <T> T partialY(Algebra<T> k, T x, T y, T z);

    /** 0 where it is continuous at (x, y), and undefined where it jumps; asked only if it {@linkplain Facts#mayJump() may jump}. */
    default <T> T jump(Algebra<T> k, T x, T y, T z) {
        return partialX(k, x, y, z);
    }
}
