package tridiff.numerical.complex;

import org.apache.commons.numbers.complex.Complex;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Constant;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/**
 * Complex numbers as an algebra: each function continued from the real numbers, by {@link ComplexFunctions}.
 *
 * <p>Where the real function is undefined, or is not analytic, the result is NaN: the continued log of -1 is iπ, and a complex step
 * would read a derivative out of it. A number knows whether it varies with the input, since the imaginary part may vanish although
 * it does: cbrt(x³) at 0 has no derivative of its own there, and is not the constant 0.
 */
final class ComplexNumbers implements Algebra<ComplexNumbers.Shifted> {

    /**
     * A complex number.
     *
     * @param varies whether it depends on the input that was shifted
     */
    record Shifted(Complex value, boolean varies) {

        static Shifted input(double x, double h) {
            return new Shifted(Complex.ofCartesian(x, h), h != 0);
        }

        double real() {
            return value.real();
        }

        double imaginary() {
            return value.imag();
        }

        boolean isUndefined() {
            return Double.isNaN(value.imag());
        }
    }

    /** An imaginary part below this has lost digits to underflow. */
    static final double UNDERFLOW = 1e-290;

    private static final Shifted UNDEFINED = new Shifted(Complex.ofCartesian(Double.NaN, Double.NaN), true);

    private final boolean firstOrder;
    private boolean underflow;

    /**
     * Numbers for one evaluation.
     *
     * @param firstOrder whether imaginary parts are so small that real parts are those of the real functions
     */
    ComplexNumbers(boolean firstOrder) {
        this.firstOrder = firstOrder;
    }

    /** Whether an imaginary part has vanished on the way, or nearly so. */
    boolean hasUnderflow() {
        return underflow;
    }

    /** Why a function cannot be continued to complex numbers; null if it can. */
    static Said refusal(Operation f) {
        boolean continued = f instanceof Unary unary
                ? ComplexFunctions.of(unary).isPresent()
                : f instanceof Arithmetic
                        || f == Bivariate.ATAN2
                        || f == Bivariate.HYPOT
                        || f instanceof AnalyticBinary;
        return continued
                ? null
                : Said.of(
                        f.facts().isPiecewise() ? "numerical.refusal.analytic" : "numerical.refusal.complex",
                        f.symbol());
    }

    private static Shifted real(double x, boolean varies) {
        return Double.isFinite(x) ? new Shifted(Complex.ofCartesian(x, 0), varies) : UNDEFINED;
    }

    @Override
    public Shifted constant(Constant c) {
        return real(c.doubleValue(), false);
    }

    @Override
    public Shifted apply(Unary f, Shifted z) {
        double y = f.of(z.real());
        if (!z.varies || z.isUndefined() || !Double.isFinite(y)) {
            return z.isUndefined() ? UNDEFINED : real(y, z.varies);
        }
        var continuation = ComplexFunctions.of(f).orElseThrow(() -> new Refusal(refusal(f)));
        if (ComplexFunctions.endsSteeply(f, z.real())) {
            return UNDEFINED;
        }
        return z.imaginary() == 0 ? real(y, true) : continued(y, continuation.apply(z.value), Math.abs(z.imaginary()));
    }

    /**
     * The result of a function.
     *
     * @param value of the real function
     * @param shift the largest imaginary part among the arguments
     */
    private Shifted continued(double value, Complex z, double shift) {
        underflow |= Math.abs(z.imag()) < UNDERFLOW && shift >= UNDERFLOW;
        return new Shifted(firstOrder ? Complex.ofCartesian(value, z.imag()) : z, true);
    }

    @Override
    public Shifted apply(Binary f, Shifted x, Shifted y) {
        double value = f.of(x.real(), y.real());
        boolean varies = x.varies || y.varies;
        if (!varies || x.isUndefined() || y.isUndefined() || !Double.isFinite(value)) {
            return x.isUndefined() || y.isUndefined() ? UNDEFINED : real(value, varies);
        }
        if (refusal(f) != null) {
            throw new Refusal(refusal(f));
        }
        if (branches(f, x, y)) {
            return UNDEFINED;
        }
        if (f == Arithmetic.POWER && x.real() == 0 && firstOrder) {
            return y.real() == 1 ? x : real(0, true); // by multiplication it would be of higher order
        }
        double shift = Math.max(Math.abs(x.imaginary()), Math.abs(y.imaginary()));
        return shift == 0 ? real(value, true) : continued(value, binary(f, x, y, value), shift);
    }

    /** Whether a function is not analytic there: a root of 0, a power of 0 or less with an exponent that varies. */
    private static boolean branches(Binary f, Shifted x, Shifted y) {
        if (f == Bivariate.HYPOT) {
            return x.real() == 0 && y.real() == 0;
        }
        if (f != Arithmetic.POWER) {
            return false;
        }
        return y.varies ? !(x.real() > 0) : x.real() == 0 && !(y.real() >= 1 && y.real() == Math.rint(y.real()));
    }

    private static Complex binary(Binary f, Shifted x, Shifted y, double value) {
        if (f == Bivariate.HYPOT) {
            return ComplexFunctions.hypot(x.value, y.value, value);
        }
        if (f == Bivariate.ATAN2) {
            return ComplexFunctions.atan2(x.value, y.value);
        }
        if (f instanceof AnalyticBinary own) {
            return own.continued(x.value, y.value);
        }
        return switch ((Arithmetic) f) {
            case PLUS -> x.value.add(y.value);
            case MINUS -> x.value.subtract(y.value);
            case TIMES -> x.value.multiply(y.value);
            case OVER -> x.value.divide(y.value);
            case POWER ->
                y.varies ? ComplexFunctions.exponential(x.value, y.value) : ComplexFunctions.power(x.value, y.real());
        };
    }

    @Override
    public Shifted power(Shifted x, Rational n) {
        return n.isZero() ? constant(1) : apply(Arithmetic.POWER, x, constant(n));
    }

    @Override
    public Shifted choose(Shifted condition, Shifted yes, Shifted no) {
        return condition.real() != 0 ? Double.isNaN(condition.real()) ? UNDEFINED : yes : no;
    }
}
