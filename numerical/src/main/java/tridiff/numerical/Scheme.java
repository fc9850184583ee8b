package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;

/** A way to find a derivative of a function of one variable from values of it alone; the first derivative, unless it says otherwise. */
public interface Scheme {

    /** The derivative at x; NaN if f has no finite values to take differences of. */
    default double value(DoubleUnaryOperator f, double x) {
        return estimate(f, x).value();
    }

    /** The same with an estimate of its error, which may take further evaluations. */
    Estimate estimate(DoubleUnaryOperator f, double x);

    /** The same, with a second look at the error by quotients of other steps, of which there are some for the first derivative. */
    default Estimate examined(DoubleUnaryOperator f, double x) {
        return order() == 1 ? Scrutiny.examined(this, f, x) : estimate(f, x);
    }

    /** Which derivative it finds. */
    default int order() {
        return 1;
    }

    /** Whether there are schemes of its kind for higher derivatives. */
    default boolean hasHigherOrders() {
        return false;
    }

    /**
     * The scheme of its kind for another derivative.
     *
     * @throws UnsupportedOperationException if there is none
     */
    default Scheme ofOrder(int order) {
        throw new UnsupportedOperationException("a scheme for first derivatives only");
    }

    /** Evaluations of f along so many lines through one point, where they are known beforehand; else 0. */
    default int evaluations(int lines) {
        return 0;
    }

    /** How far a coordinate is moved by a step of 1 along a line that is no axis. */
    default double unit(double x) {
        return StepSize.scale(x);
    }
}
