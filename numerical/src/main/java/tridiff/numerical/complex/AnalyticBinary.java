package tridiff.numerical.complex;

import org.apache.commons.numbers.complex.Complex;
import tridiff.expr.Binary;

/** A function of two variables of one's own with a value at complex numbers, as {@link AnalyticUnary} has. */
public interface AnalyticBinary extends Binary {

    /** Its value at complex numbers with small imaginary parts, both parts to a few ulp; NaN where it is not analytic. */
    Complex continued(Complex x, Complex y);
}
