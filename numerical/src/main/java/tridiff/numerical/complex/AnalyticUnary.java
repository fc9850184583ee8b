package tridiff.numerical.complex;

import org.apache.commons.numbers.complex.Complex;
import tridiff.expr.Unary;

/** A function of one's own with a value at complex numbers, so that the complex step differentiates it, too. */
public interface AnalyticUnary extends Unary {

    /**
     * Its value at a complex number with a small imaginary part, both parts to a few ulp.
     *
     * @return the value, or NaN where the function is not analytic
     */
    Complex continued(Complex z);
}
