package tridiff.numerical;

import org.apache.commons.numbers.complex.Complex;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Constant;
import tridiff.expr.Differentiator.Refusal;
import tridiff.expr.Elementary;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/**
 * Complex numbers as an algebra: each function continued from the real numbers, on which it agrees with its value there.
 *
 * <p>Where the real function is undefined, or ends in an infinite slope, the result is NaN: the continued log of -1 is iπ, and a complex
 * step would read a derivative out of it. Real and imaginary part are both accurate to a few ulp however small the imaginary part is.
 * Elementary functions are those of Commons Numbers; powers are not, since its exp(w log z) loses digits, nor is log10, whose
 * imaginary part there is arg z and not arg z / log 10.
 */
enum ComplexNumbers implements Algebra<Complex> {
    ALGEBRA;

    private static final Complex UNDEFINED = Complex.ofCartesian(Double.NaN, Double.NaN);

    /** Why a function cannot be continued to complex numbers; null if it can. */
    static String refusal(Operation f) {
        if (f instanceof Arithmetic || f == Bivariate.ATAN2 || f == Bivariate.HYPOT) {
            return null;
        }
        String none = "there is no complex implementation of " + f.symbol();
        if (f instanceof Elementary e) {
            return switch (e) {
                case ABS, SIGN, FLOOR, CEIL, RELU -> notAnalytic(f);
                case ERF, ERFC, GAMMA, LGAMMA, DIGAMMA -> none;
                default -> null;
            };
        }
        boolean stepped = f instanceof tridiff.expr.Comparison || f == Bivariate.MIN || f == Bivariate.MAX;
        return stepped ? notAnalytic(f) : none;
    }

    private static String notAnalytic(Operation f) {
        return f.symbol() + " is not a complex differentiable function, so that the complex step is not valid";
    }

    private static Complex real(double x) {
        return Double.isFinite(x) ? Complex.ofCartesian(x, 0) : UNDEFINED;
    }

    @Override
    public Complex constant(Constant c) {
        return real(c.doubleValue());
    }

    @Override
    public Complex apply(Unary f, Complex z) {
        double x = z.real();
        double y = f.of(x);
        if (z.imag() == 0 || !Double.isFinite(y) || Double.isNaN(z.imag())) {
            return Double.isNaN(z.imag()) ? UNDEFINED : real(y);
        }
        if (!(f instanceof Elementary e) || refusal(f) != null) {
            throw new Refusal(refusal(f));
        }
        return endsSteeply(e, x) ? UNDEFINED : elementary(e, z);
    }

    /** Whether the function has a value at x but an infinite slope. */
    private static boolean endsSteeply(Elementary f, double x) {
        return switch (f) {
            case SQRT, CBRT -> x == 0;
            case ASIN, ACOS, ACOSH, ASEC, ACSC, ASECH -> Math.abs(x) == 1;
            default -> false;
        };
    }

    private static Complex elementary(Elementary f, Complex z) {
        // spotless:off - this is a table
        return switch (f) {
            case NEGATE   -> z.negate();
            case SQRT     -> z.sqrt();
            case CBRT     -> z.real() < 0 ? power(z.negate(), 1.0 / 3).negate() : power(z, 1.0 / 3);
            case EXP      -> z.exp();
            case EXPM1    -> expm1(z);
            case LOG      -> z.log();
            case LOG2     -> z.log().divide(Math.log(2));
            case LOG10    -> z.log().divide(Math.log(10));
            case LOG1P    -> log1p(z);
            case SIN      -> z.sin();
            case COS      -> z.cos();
            case TAN      -> z.tan();
            case COT      -> inverse(z.tan());
            case SEC      -> inverse(z.cos());
            case CSC      -> inverse(z.sin());
            case ASIN     -> z.asin();
            case ACOS     -> z.acos();
            case ATAN     -> z.atan();
            case SINH     -> z.sinh();
            case COSH     -> z.cosh();
            case TANH     -> z.tanh();
            case ASINH    -> z.asinh();
            case ACOSH    -> z.acosh();
            case ATANH    -> z.atanh();
            case COTH     -> inverse(z.tanh());
            case SECH     -> inverse(z.cosh());
            case CSCH     -> inverse(z.sinh());
            case ACOT     -> inverse(z).atan();
            case ASEC     -> asec(z);
            case ACSC     -> Math.abs(z.real()) > 2 ? inverse(z).asin() : asec(z).negate().add(Math.PI / 2);
            case ASECH    -> asech(z);
            case ACSCH    -> inverse(z).asinh();
            case ACOTH    -> z.real() < 0 ? acoth(z.negate()).negate() : acoth(z);
            case SIGMOID  -> sigmoid(z);
            case SOFTPLUS -> z.real() > 0 ? z.add(log1p(z.negate().exp())) : log1p(z.exp());
            case GAUSS    -> gauss(z);
            case ABS, SIGN, FLOOR, CEIL, RELU, ERF, ERFC, GAMMA, LGAMMA, DIGAMMA -> throw new Refusal(refusal(f));
        };
        // spotless:on
    }

    private static Complex inverse(Complex z) {
        return Complex.ONE.divide(z);
    }

    /** exp(x + iy) - 1 = expm1(x) cos y - 2 sin²(y/2) + i exp(x) sin y. */
    private static Complex expm1(Complex z) {
        double half = Math.sin(z.imag() / 2);
        return Complex.ofCartesian(
                Math.expm1(z.real()) * Math.cos(z.imag()) - 2 * half * half, Math.exp(z.real()) * Math.sin(z.imag()));
    }

    /** log|1 + z| = log1p(x(2 + x) + y²)/2. */
    private static Complex log1p(Complex z) {
        double x = z.real();
        double y = z.imag();
        return Complex.ofCartesian(Math.log1p(x * (2 + x) + y * y) / 2, Math.atan2(y, 1 + x));
    }

    /** acos(1/z) = 2 atan √((z - 1)/(z + 1)), which does not round 1/z near 1; π minus its mirror image on the left. */
    private static Complex asec(Complex z) {
        return z.real() < 0
                ? asec(z.negate()).negate().add(Math.PI)
                : z.subtract(1).divide(z.add(1)).sqrt().atan().multiply(2);
    }

    /** acosh(1/z) = 2 atanh √((1 - z)/(1 + z)), better near 1. */
    private static Complex asech(Complex z) {
        return z.real() < 0.5
                ? inverse(z).acosh()
                : z.subtractFrom(1).divide(z.add(1)).sqrt().atanh().multiply(2);
    }

    /** atanh(1/z) = log(1 + 2/(z - 1))/2. */
    private static Complex acoth(Complex z) {
        return log1p(inverse(z.subtract(1).divide(2))).divide(2);
    }

    private static Complex sigmoid(Complex z) {
        if (z.real() > 0) {
            return inverse(z.negate().exp().add(1));
        }
        Complex e = z.exp();
        return e.divide(e.add(1));
    }

    /** exp(-(x + iy)²) = exp(-x²) exp(y²) (cos 2xy - i sin 2xy). */
    private static Complex gauss(Complex z) {
        double size = Elementary.GAUSS.of(z.real()) * Math.exp(z.imag() * z.imag());
        double angle = 2 * z.real() * z.imag();
        return Complex.ofCartesian(size * Math.cos(angle), -size * Math.sin(angle));
    }

    @Override
    public Complex apply(Binary f, Complex x, Complex y) {
        boolean real = x.imag() == 0 && y.imag() == 0;
        double value = f.of(x.real(), y.real());
        if (real || !Double.isFinite(value)) {
            return real(value);
        }
        if (f instanceof Arithmetic a) {
            return switch (a) {
                case PLUS -> x.add(y);
                case MINUS -> x.subtract(y);
                case TIMES -> x.multiply(y);
                case OVER -> x.divide(y);
                case POWER -> y.imag() == 0 ? power(x, y.real()) : exponential(x, y);
            };
        }
        if (f == Bivariate.HYPOT) {
            return hypot(x, y, value);
        }
        if (f == Bivariate.ATAN2) {
            return atan2(x, y);
        }
        throw new Refusal(refusal(f));
    }

    @Override
    public Complex power(Complex x, Rational n) {
        return n.isZero() ? Complex.ONE : apply(Arithmetic.POWER, x, constant(n));
    }

    /** √(x² + y²), scaled by the value r at the real parts. */
    private static Complex hypot(Complex x, Complex y, double r) {
        if (r == 0) {
            return UNDEFINED;
        }
        Complex u = x.divide(r);
        Complex v = y.divide(r);
        return u.multiply(u).add(v.multiply(v)).sqrt().multiply(r);
    }

    /** The angle of (x, y), by the arc tangent of whichever quotient is at most 1. */
    private static Complex atan2(Complex y, Complex x) {
        if (Math.abs(y.real()) > Math.abs(x.real())) {
            double right = Math.copySign(Math.PI / 2, y.real());
            return x.divide(y).atan().negate().add(right);
        }
        double turn = x.real() > 0 ? 0 : Math.copySign(Math.PI, y.real());
        return y.divide(x).atan().add(turn);
    }

    /** z^n for a real n, by |z|^n and n arg z; for negative real parts only where n is an integer. */
    private static Complex power(Complex z, double n) {
        if (z.real() < 0) {
            Complex mirrored = power(z.negate(), n);
            return n % 2 == 0 ? mirrored : mirrored.negate();
        }
        if (z.real() == 0) {
            return n == 1 ? z : n > 1 ? Complex.ZERO : UNDEFINED; // what the real function does to first order
        }
        return polar(Math.pow(z.abs(), n), n * z.arg());
    }

    /** z^w for an exponent that varies: only positive bases have a derivative by it. */
    private static Complex exponential(Complex z, Complex w) {
        if (!(z.real() > 0)) {
            return UNDEFINED;
        }
        double size = Math.pow(z.abs(), w.real()) * Math.exp(-w.imag() * z.arg());
        return polar(size, w.real() * z.arg() + w.imag() * Math.log(z.abs()));
    }

    private static Complex polar(double size, double angle) {
        return Complex.ofCartesian(size * Math.cos(angle), size * Math.sin(angle));
    }

    @Override
    public Complex choose(Complex condition, Complex yes, Complex no) {
        return condition.real() != 0 ? Double.isNaN(condition.real()) ? UNDEFINED : yes : no;
    }
}
