package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;

/** A way to find a derivative of a function of one variable from values of it alone. */
public interface Scheme {

    /** The derivative at x; NaN if f has no finite values to take differences of. */
    default double value(DoubleUnaryOperator f, double x) {
        return estimate(f, x).value();
    }

    /** The same with an estimate of its error, which may take further evaluations. */
    Estimate estimate(DoubleUnaryOperator f, double x);

    /** The same, with a second look at the error by quotients of other steps. */
    default Estimate examined(DoubleUnaryOperator f, double x) {
        return Scrutiny.examined(this, f, x);
    }
}
