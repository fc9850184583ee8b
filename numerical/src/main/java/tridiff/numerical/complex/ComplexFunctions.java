package tridiff.numerical.complex;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.complex.Complex;
import tridiff.expr.Elementary;
import tridiff.expr.Real;
import tridiff.expr.Unary;

/**
 * The functions continued from the real numbers. Both parts are accurate to a few ulp however small the imaginary part is, and however
 * near the real part is to an end of the domain, a pole, or the largest number.
 *
 * <p>Those of Commons Numbers are taken where they are so accurate: not its powers, which are exp(w log z) and lose digits, nor its
 * log10, whose imaginary part is arg z and not arg z / log 10, nor its tangents, which round cos 2x + cosh 2y.
 */
final class ComplexFunctions {

    /** From here on exp(-2x) is nothing beside 1. */
    private static final double FAR = 20;

    /** Below this share of a number its square is nothing beside 1. */
    private static final double SMALL = 0x1p-30;

    private static final double MOST_MULTIPLICATIONS = 1024;

    /** 1/(2n + 1)! is nothing beside 1/3! from here on. */
    private static final int SINC_TERMS = 10;

    // spotless:off - this is a table
    private static final Map<Unary, UnaryOperator<Complex>> UNARY = Map.ofEntries(
            Map.entry(Elementary.NEGATE,   Complex::negate),
            Map.entry(Elementary.SQRT,     Complex::sqrt),
            Map.entry(Elementary.CBRT,     z -> odd(z, ComplexFunctions::cbrt)),
            Map.entry(Elementary.EXP,      Complex::exp),
            Map.entry(Elementary.EXPM1,    ComplexFunctions::expm1),
            Map.entry(Elementary.LOG,      Complex::log),
            Map.entry(Elementary.LOG2,     z -> z.log().divide(Math.log(2))),
            Map.entry(Elementary.LOG10,    z -> z.log().divide(Math.log(10))),
            Map.entry(Elementary.LOG1P,    ComplexFunctions::log1p),
            Map.entry(Elementary.SIN,      Complex::sin),
            Map.entry(Elementary.COS,      Complex::cos),
            Map.entry(Elementary.TAN,      ComplexFunctions::tan),
            Map.entry(Elementary.COT,      ComplexFunctions::cot),
            Map.entry(Elementary.SEC,      z -> inverse(z.cos())),
            Map.entry(Elementary.CSC,      z -> inverse(z.sin())),
            Map.entry(Elementary.ASIN,     Complex::asin),
            Map.entry(Elementary.ACOS,     Complex::acos),
            Map.entry(Elementary.ATAN,     Complex::atan),
            Map.entry(Elementary.SINH,     Complex::sinh),
            Map.entry(Elementary.COSH,     Complex::cosh),
            Map.entry(Elementary.TANH,     ComplexFunctions::tanh),
            Map.entry(Elementary.ASINH,    Complex::asinh),
            Map.entry(Elementary.ACOSH,    Complex::acosh),
            Map.entry(Elementary.ATANH,    Complex::atanh),
            Map.entry(Elementary.COTH,     ComplexFunctions::coth),
            Map.entry(Elementary.SECH,     z -> Math.abs(z.real()) > FAR ? twiceExp(even(z)) : inverse(z.cosh())),
            Map.entry(Elementary.CSCH,     z -> odd(z, w -> w.real() > FAR ? twiceExp(w.negate()) : inverse(w.sinh()))),
            Map.entry(Elementary.ACOT,     z -> inverse(z).atan()),
            Map.entry(Elementary.ASEC,     ComplexFunctions::asec),
            Map.entry(Elementary.ACSC,     z -> Math.abs(z.real()) > 2 ? inverse(z).asin() : asec(z).negate().add(Math.PI / 2)),
            Map.entry(Elementary.ASECH,    ComplexFunctions::asech),
            Map.entry(Elementary.ACSCH,    z -> odd(z, ComplexFunctions::acsch)),
            Map.entry(Elementary.ACOTH,    z -> odd(z, ComplexFunctions::acoth)),
            Map.entry(Elementary.SIGMOID,  ComplexFunctions::sigmoid),
            Map.entry(Elementary.SOFTPLUS, z -> z.real() > 0 ? z.add(log1p(z.negate().exp())) : log1p(z.exp())),
            Map.entry(Elementary.SINC,     ComplexFunctions::sinc),
            Map.entry(Elementary.GAUSS,    z -> gaussian(Elementary.GAUSS, z, 2)),
            Map.entry(Elementary.NORMPDF,  z -> gaussian(Elementary.NORMPDF, z, 1)));
    // spotless:on

    private ComplexFunctions() {}

    /** The continuation of a function, that of one's own by what it says itself; empty if none is known. */
    static Optional<UnaryOperator<Complex>> of(Unary f) {
        return f instanceof AnalyticUnary own ? Optional.of(own::continued) : Optional.ofNullable(UNARY.get(f));
    }

    /** Whether the function has a value at x but an infinite slope. */
    static boolean endsSteeply(Unary f, double x) {
        return f instanceof Elementary row
                && switch (row) {
                    case SQRT, CBRT -> x == 0;
                    case ASIN, ACOS, ACOSH, ASEC, ACSC, ASECH -> Math.abs(x) == 1;
                    default -> false;
                };
    }

    /** An odd function by its right half. */
    private static Complex odd(Complex z, UnaryOperator<Complex> right) {
        return z.real() < 0 ? right.apply(z.negate()).negate() : right.apply(z);
    }

    /** The one of z and -z in the left half, for an even function. */
    private static Complex even(Complex z) {
        return z.real() > 0 ? z.negate() : z;
    }

    private static Complex twiceExp(Complex z) {
        return z.exp().multiply(2);
    }

    static Complex inverse(Complex z) {
        return Complex.ONE.divide(z);
    }

    private static Complex cbrt(Complex z) {
        return polar(Real.cbrt(z.abs()), z, 1.0 / 3);
    }

    /** exp(x + iy) - 1 = expm1(x) cos y - 2 sin²(y/2) + i exp(x) sin y. */
    private static Complex expm1(Complex z) {
        double half = Math.sin(z.imag() / 2);
        return Complex.ofCartesian(
                Math.expm1(z.real()) * Math.cos(z.imag()) - 2 * half * half, Math.exp(z.real()) * Math.sin(z.imag()));
    }

    /** log|1 + z| = log1p(x(2 + x) + y²)/2, which cancels near -1 and overflows far away. */
    private static Complex log1p(Complex z) {
        double x = z.real();
        double y = z.imag();
        double size = Math.abs(x) < 0.5 && Math.abs(y) < 0.5
                ? Math.log1p(x * (2 + x) + y * y) / 2
                : Math.log(Math.hypot(1 + x, y));
        return Complex.ofCartesian(size, Math.atan2(y, 1 + x));
    }

    /** (sin x cos x + i sinh y cosh y) / (cos² x + sinh² y). */
    private static Complex tan(Complex z) {
        return quotient(Math.sin(z.real()), Math.cos(z.real()), Math.cosh(z.imag()), Math.sinh(z.imag()));
    }

    /** (sin x cos x - i sinh y cosh y) / (sin² x + sinh² y). */
    private static Complex cot(Complex z) {
        return quotient(Math.cos(z.real()), Math.sin(z.real()), -Math.cosh(z.imag()), Math.sinh(z.imag()));
    }

    /** (sinh x cosh x + i sin y cos y) / (sinh² x + cos² y). */
    private static Complex tanh(Complex z) {
        return Math.abs(z.real()) > FAR
                ? nearOne(z, -1)
                : quotient(Real.cosh(z.real()), Real.sinh(z.real()), Math.sin(z.imag()), Math.cos(z.imag()));
    }

    /** (sinh x cosh x - i sin y cos y) / (sinh² x + sin² y). */
    private static Complex coth(Complex z) {
        return Math.abs(z.real()) > FAR
                ? nearOne(z, 1)
                : quotient(Real.cosh(z.real()), Real.sinh(z.real()), -Math.cos(z.imag()), Math.sin(z.imag()));
    }

    /** 1 ± 2 exp(-2z), which tanh and coth are far to the right. */
    private static Complex nearOne(Complex z, int sign) {
        return odd(z, w -> w.multiply(-2).exp().multiply(2 * sign).add(1));
    }

    /** (ab + icd) / (b² + d²), no square of which is formed. */
    private static Complex quotient(double a, double b, double c, double d) {
        double length = Math.hypot(b, d);
        return Complex.ofCartesian(a / length * (b / length), c / length * (d / length));
    }

    /** acos(1/z) = 2 atan √((z - 1)/(z + 1)), which does not round 1/z near 1; π minus its mirror image on the left. */
    private static Complex asec(Complex z) {
        if (z.real() < 0) {
            return asec(z.negate()).negate().add(Math.PI);
        }
        return z.real() > 2
                ? inverse(z).asin().negate().add(Math.PI / 2)
                : z.subtract(1).divide(z.add(1)).sqrt().atan().multiply(2);
    }

    /** acosh(1/z) = 2 atanh √((1 - z)/(1 + z)), better near 1; log(2/z) near 0. */
    private static Complex asech(Complex z) {
        if (z.real() < SMALL) {
            return z.log().negate().add(Math.log(2));
        }
        return z.real() < 0.5
                ? inverse(z).acosh()
                : z.subtractFrom(1).divide(z.add(1)).sqrt().atanh().multiply(2);
    }

    /** asinh(1/z); log(2/z) near 0. */
    private static Complex acsch(Complex z) {
        return z.real() < SMALL ? z.log().negate().add(Math.log(2)) : inverse(z).asinh();
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

    /** c exp(-s (x + iy)²/2) = c exp(-s x²/2) exp(s y²/2) (cos sxy - i sin sxy). */
    private static Complex gaussian(Elementary real, Complex z, double s) {
        double size = real.of(z.real()) * Math.exp(s / 2 * z.imag() * z.imag());
        double angle = s * z.real() * z.imag();
        return Complex.ofCartesian(size * Math.cos(angle), -size * Math.sin(angle));
    }

    /** sin(z)/z; near 0 by its series, which does not cancel. */
    private static Complex sinc(Complex z) {
        if (Math.abs(z.real()) > 1 || Math.abs(z.imag()) > 1) {
            double size = z.abs(); // squares of large parts would overflow
            return z.sin().divide(size).divide(z.divide(size));
        }
        Complex minusSquare = z.multiply(z).negate();
        Complex sum = Complex.ONE;
        for (int k = SINC_TERMS; k >= 1; k--) {
            sum = sum.multiply(minusSquare).divide(2.0 * k * (2 * k + 1)).add(1);
        }
        return sum;
    }

    /** √(x² + y²), scaled by the value r at the real parts. */
    static Complex hypot(Complex x, Complex y, double r) {
        Complex u = x.divide(r);
        Complex v = y.divide(r);
        return u.multiply(u).add(v.multiply(v)).sqrt().multiply(r);
    }

    /** The angle of (x, y), by the arc tangent of whichever quotient is at most 1. */
    static Complex atan2(Complex y, Complex x) {
        if (Math.abs(y.real()) > Math.abs(x.real())) {
            double right = Math.copySign(Math.PI / 2, y.real());
            return x.divide(y).atan().negate().add(right);
        }
        double turn = x.real() > 0 ? 0 : Math.copySign(Math.PI, y.real());
        return y.divide(x).atan().add(turn);
    }

    /**
     * z^n for a real n that is an integer or a real part above 0: by |z|^n and n arg z, whose rounding tells beside π; so where the
     * imaginary part is not small, by multiplication.
     */
    static Complex power(Complex z, double n) {
        if (z.real() < 0) {
            Complex mirrored = power(z.negate(), n);
            return n % 2 == 0 ? mirrored : mirrored.negate();
        }
        boolean multiplied =
                n == Math.rint(n) && Math.abs(n) <= MOST_MULTIPLICATIONS && Math.abs(z.imag()) > SMALL * z.real();
        return multiplied ? multiplied(n < 0 ? inverse(z) : z, (int) Math.abs(n)) : polar(Math.pow(z.abs(), n), z, n);
    }

    private static Complex multiplied(Complex z, int n) {
        Complex square = z;
        Complex power = Complex.ONE;
        for (int rest = n; rest > 0; rest /= 2) {
            power = rest % 2 == 0 ? power : power.multiply(square);
            square = square.multiply(square);
        }
        return power;
    }

    /** A number of that size at n times the angle of z; small angles are not formed, since they may underflow. */
    private static Complex polar(double size, Complex z, double n) {
        return Math.abs(n * z.imag()) <= SMALL * z.real()
                ? Complex.ofCartesian(size, n * (size / z.real()) * z.imag())
                : polar(size, n * z.arg());
    }

    /** z^w for a base with a real part above 0 and an exponent that varies. */
    static Complex exponential(Complex z, Complex w) {
        double size = Math.pow(z.abs(), w.real()) * Math.exp(-w.imag() * z.arg());
        return polar(size, w.real() * z.arg() + w.imag() * Math.log(z.abs()));
    }

    private static Complex polar(double size, double angle) {
        return Complex.ofCartesian(size * Math.cos(angle), size * Math.sin(angle));
    }
}
