package tridiff.expr;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogGamma;
import tridiff.expr.special.Bessel;
import tridiff.expr.special.Polygamma;

/**
 * Functions of doubles that {@link Math} lacks, and that printed Java code may call.
 *
 * <p>All return NaN outside their domain and at poles.
 */
public final class Real {

    private static final double LN_2 = Math.log(2);
    private static final double LARGE = 0x1p28; // 1 + x² rounds to x²
    private static final double SMALL = 0x1p-28; // 1 + x² rounds to 1
    private static final double FAR = 20; // 1 + exp(-2x) rounds to 1

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_HALF_REST = -4.833646656726457e-17; // √½ less the double
    private static final double INVERSE_ROOT_2_PI = 0.3989422804014327;
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private Real() {}

    /** Logarithm to base 2, exact for powers of two. */
    public static double log2(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return Math.log(x);
        }
        double normal = x < Double.MIN_NORMAL ? x * 0x1p54 : x;
        int exponent = Math.getExponent(normal);
        double mantissa = Math.scalb(normal, -exponent);
        if (mantissa > 1.4142135623730951) {
            mantissa /= 2;
            exponent++;
        }
        return (exponent - (normal == x ? 0 : 54)) + Math.log(mantissa) / LN_2;
    }

    public static double cot(double x) {
        return 1 / Math.tan(x);
    }

    public static double sec(double x) {
        return 1 / Math.cos(x);
    }

    public static double csc(double x) {
        return 1 / Math.sin(x);
    }

    /** Inverse hyperbolic sine; by log1p, so that small arguments keep all digits. */
    public static double asinh(double x) {
        double a = Math.abs(x);
        double y = a >= LARGE ? Math.log(a) + LN_2 : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(y, x);
    }

    /** Cube root: Math.cbrt and one Newton step with an exact residual, which halves its error. */
    public static double cbrt(double x) {
        double y = Math.cbrt(x);
        if (!(Math.abs(y) > 1e-90)) {
            return y;
        }
        double square = y * y;
        double residual = Math.fma(square, y, -x) + Math.fma(y, y, -square) * y;
        return y - residual / (3 * square);
    }

    /** Hyperbolic cosine by Math.exp, whose error is smaller than that of the one in Math.cosh. */
    public static double cosh(double x) {
        double a = Math.abs(x);
        if (a < 0.5 || !(a < 700)) {
            return Math.cosh(x);
        }
        double half = 0.5 * Math.exp(a);
        return half + 0.25 / half;
    }

    /** Hyperbolic sine, by Math.exp where that is more accurate than Math.sinh; between 1/2 and 1 its terms cancel, not those of expm1. */
    public static double sinh(double x) {
        double a = Math.abs(x);
        if (a < 0.5 || !(a < 700)) {
            return Math.sinh(x);
        }
        if (a < 1) {
            double t = Math.expm1(a);
            return Math.copySign((t + t / (t + 1)) / 2, x);
        }
        double half = 0.5 * Math.exp(a);
        return Math.copySign(half - 0.25 / half, x);
    }

    /** Hyperbolic tangent, by Math.exp where that is more accurate than Math.tanh. */
    public static double tanh(double x) {
        double a = Math.abs(x);
        return a < 0.5 || !(a < 20) ? Math.tanh(x) : Math.copySign(1 - 2 / (Math.exp(2 * a) + 1), x);
    }

    /** Inverse hyperbolic cosine; by log1p of x - 1, so that arguments near 1 keep all digits. */
    public static double acosh(double x) {
        if (!(x >= 1)) {
            return Double.NaN;
        }
        if (x >= LARGE) {
            return Math.log(x) + LN_2;
        }
        double t = x - 1;
        return Math.log1p(t + Math.sqrt(t * (x + 1)));
    }

    public static double atanh(double x) {
        double a = Math.abs(x);
        return a == 1 ? Double.NaN : Math.copySign(0.5 * Math.log1p(2 * a / (1 - a)), x);
    }

    public static double coth(double x) {
        return 1 / tanh(x);
    }

    public static double sech(double x) {
        double a = Math.abs(x);
        return a > FAR ? 2 * Math.exp(-a) : 1 / cosh(x);
    }

    public static double csch(double x) {
        double a = Math.abs(x);
        return a > FAR ? Math.copySign(2 * Math.exp(-a), x) : 1 / sinh(x);
    }

    public static double acot(double x) {
        return x == 0 ? Double.NaN : Math.atan(1 / x);
    }

    /** By the tangent √(x² - 1), so that arguments near ±1 keep all digits. */
    public static double asec(double x) {
        double a = Math.abs(x);
        return Math.atan2(Math.sqrt(a - 1) * Math.sqrt(a + 1), Math.signum(x));
    }

    public static double acsc(double x) {
        double a = Math.abs(x);
        return Math.copySign(Math.atan2(1, Math.sqrt(a - 1) * Math.sqrt(a + 1)), x);
    }

    /** By log1p of 1/x - 1, so that arguments near 1 keep all digits. */
    public static double asech(double x) {
        double t = (1 - x) / x;
        return x > 0 ? x < SMALL ? LN_2 - Math.log(x) : Math.log1p(t + Math.sqrt(t * (t + 2))) : Double.NaN;
    }

    public static double acsch(double x) {
        double a = Math.abs(x);
        return x == 0 ? Double.NaN : a < SMALL ? Math.copySign(LN_2 - Math.log(a), x) : asinh(1 / x);
    }

    public static double acoth(double x) {
        double a = Math.abs(x);
        return a > 1 ? Math.copySign(0.5 * Math.log1p(2 / (a - 1)), x) : Double.NaN;
    }

    /** The angle of the point (x, y) in (-π, π]; no angle at the origin, and -0 is 0. */
    public static double atan2(double y, double x) {
        return x == 0 && y == 0 ? Double.NaN : Math.atan2(y + 0.0, x + 0.0);
    }

    public static double relu(double x) {
        return x > 0 ? x : x <= 0 ? 0 : Double.NaN;
    }

    /** 1/(1 + exp(-x)), without overflow on either side. */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double t = Math.exp(x);
        return t / (1 + t);
    }

    /** log(1 + exp(x)), without overflow. */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** exp(-x²); the rounding error of the square, which exp would amplify by x², is put back. */
    public static double gauss(double x) {
        double square = x * x;
        double error = Math.fma(x, x, -square);
        return square > 800 ? 0 : Math.exp(-square) * (1 - error);
    }

    /** The density of the standard normal distribution, exp(-x²/2)/√(2π), with the rounding error of the square put back. */
    public static double normpdf(double x) {
        double square = x * x;
        double error = Math.fma(x, x, -square);
        return square > 1600 ? 0 : Math.exp(-square / 2) * (1 - error / 2) * INVERSE_ROOT_2_PI;
    }

    /** The distribution function of the standard normal distribution, erfc(-x/√2)/2, with the rounding error of x/√2 put back. */
    public static double normcdf(double x) {
        double scaled = x * ROOT_HALF;
        double error = Math.fma(x, ROOT_HALF, -scaled) + x * ROOT_HALF_REST;
        double corrected = scaled * scaled > 800 ? 0 : TWO_OVER_ROOT_PI * Math.exp(-scaled * scaled) * error;
        return (Erfc.value(-scaled) + corrected) / 2;
    }

    /** x normcdf(x), the Gaussian error linear unit. */
    public static double gelu(double x) {
        return x * normcdf(x);
    }

    public static double erf(double x) {
        return Erf.value(x);
    }

    public static double erfc(double x) {
        return Erfc.value(x);
    }

    public static double gamma(double x) {
        return isPole(x) ? Double.NaN : x < -20 ? reflectedGamma(x) : Gamma.value(x);
    }

    /** π/(sin(πx) Γ(1-x)), DLMF 5.5.3; dividing in steps, because Γ(1-x) overflows before the result underflows. */
    private static double reflectedGamma(double x) {
        double nearest = Math.rint(x);
        double sine = Math.sin(Math.PI * (x - nearest)) * (nearest % 2 == 0 ? 1 : -1);
        double quotient = Math.PI / sine;
        double n = 1 - x;
        for (; n > 170 && quotient != 0; quotient /= n) {
            n -= 1;
        }
        return quotient == 0 ? quotient : quotient / Gamma.value(n);
    }

    /** log |Γ(x)|. */
    public static double lgamma(double x) {
        return isPole(x) ? Double.NaN : LogGamma.value(x);
    }

    private static boolean isPole(double x) {
        return x <= 0 && x == Math.rint(x);
    }

    /** The logarithmic derivative of the gamma function. */
    public static double digamma(double x) {
        return isPole(x) ? Double.NaN : Polygamma.digamma(x);
    }

    /** The n-th derivative of digamma, n = 0, 1, ..., 100; NaN also below -100,000 if n is more than 1. */
    public static double polygamma(double n, double x) {
        return !isOrder(n) || isPole(x) || Double.isNaN(x) ? Double.NaN : Polygamma.value((int) n, x);
    }

    /** The Bessel function J_n for a whole order of at most 100 in size; J_n(-x) = J_(-n)(x) = (-1)^n J_n(x). */
    public static double besselj(double n, double x) {
        if (!isOrder(Math.abs(n)) || Double.isNaN(x)) {
            return Double.NaN;
        }
        double y = Double.isInfinite(x) ? 0 : Bessel.cylindrical((int) Math.abs(n), Math.abs(x));
        return n % 2 != 0 && n < 0 != x < 0 ? -y : y;
    }

    public static double besselj0(double x) {
        return besselj(0, x);
    }

    /** The spherical Bessel function j_n, n = 0, 1, ..., 100; j_n(-x) = (-1)^n j_n(x). */
    public static double sphericalbesselj(double n, double x) {
        if (!isOrder(n) || Double.isNaN(x)) {
            return Double.NaN;
        }
        double y = Double.isInfinite(x) ? 0 : Bessel.spherical((int) n, Math.abs(x));
        return n % 2 == 1 && x < 0 ? -y : y;
    }

    /** sin(x)/x, and 1 at 0. */
    public static double sinc(double x) {
        return sphericalbesselj(0, x);
    }

    private static boolean isOrder(double n) {
        return n >= 0 && n <= 100 && n == Math.rint(n);
    }

    /** 1 if x &lt; y, else 0; NaN if either is NaN, as for all comparisons. */
    public static double less(double x, double y) {
        return Comparison.LESS.of(x, y);
    }

    public static double lessOrEqual(double x, double y) {
        return Comparison.LESS_OR_EQUAL.of(x, y);
    }

    public static double greater(double x, double y) {
        return Comparison.GREATER.of(x, y);
    }

    public static double greaterOrEqual(double x, double y) {
        return Comparison.GREATER_OR_EQUAL.of(x, y);
    }

    public static double equal(double x, double y) {
        return Comparison.EQUAL.of(x, y);
    }

    public static double unequal(double x, double y) {
        return Comparison.UNEQUAL.of(x, y);
    }

    /** {@code yes} where the condition is 1, {@code no} where it is 0, NaN where it is NaN. */
    public static double choose(double condition, double yes, double no) {
        return condition != 0 ? Double.isNaN(condition) ? condition : yes : no;
    }

    /** The sum of a body over an index, from the first term on; 0 if there is none. */
    public static double sum(long from, long to, DoubleUnaryOperator body) {
        double sum = 0;
        for (long i = from; i <= to; i++) {
            double term = body.applyAsDouble((double) i);
            sum = i == from ? term : sum + term;
        }
        return sum;
    }

    /** The product of a body over an index; 1 if there is no factor. */
    public static double product(long from, long to, DoubleUnaryOperator body) {
        double product = 1;
        for (long i = from; i <= to; i++) {
            product *= body.applyAsDouble((double) i);
        }
        return product;
    }

    /** What is left of a state after n steps. */
    public static double iterate(long n, double start, DoubleUnaryOperator step) {
        double state = start;
        for (long i = 0; i < n; i++) {
            state = step.applyAsDouble(state);
        }
        return state;
    }

    /** What is left of several states after n steps. */
    public static double[] iterate(long n, double[] start, UnaryOperator<double[]> step) {
        double[] states = start;
        for (long i = 0; i < n; i++) {
            states = step.apply(states);
        }
        return states;
    }
}
