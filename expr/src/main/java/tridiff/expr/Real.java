package tridiff.expr;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Functions of doubles that {@link Math} lacks, and that printed Java code may call.
 *
 * <p>All return NaN outside their domain and at poles.
 */
public final class Real {

    private static final double LN_2 = Math.log(2);
    private static final double LARGE = 0x1p28; // 1 + x² rounds to x²

    /** B(2k) for k = 1, 2, ... */
    private static final double[] BERNOULLI = {
        1. / 6, -1. / 30, 1. / 42, -1. / 30, 5. / 66, -691. / 2730, 7. / 6, -3617. / 510, 43867. / 798, -174611. / 330
    };

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

    /** Inverse hyperbolic cosine; by log1p of x - 1, so that arguments near 1 keep all digits. */
    public static double acosh(double x) {
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

    public static double erf(double x) {
        return Erf.value(x);
    }

    public static double erfc(double x) {
        return Erfc.value(x);
    }

    public static double gamma(double x) {
        return isPole(x) ? Double.NaN : Gamma.value(x);
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
        if (isPole(x)) {
            return Double.NaN;
        }
        if (x < 0) { // reflection, DLMF 5.5.4
            double r = x - Math.rint(x);
            return digamma(1 - x) - Math.PI / Math.tan(Math.PI * r);
        }
        double sum = 0;
        double t = x;
        if (t >= 10) {
            return asymptoticDigamma(t);
        }
        for (; t > 2; sum += 1 / t) { // DLMF 5.5.2
            t -= 1;
        }
        for (; t < 1; t += 1) {
            sum -= 1 / t;
        }
        return sum + digammaAroundRoot(t);
    }

    /** DLMF 5.11.2. */
    private static double asymptoticDigamma(double x) {
        double z = 1 / (x * x);
        double sum = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            sum = z * (sum + BERNOULLI[k - 1] / (2 * k));
        }
        return Math.log(x) - 0.5 / x - sum;
    }

    /** On [1, 2], relative to the root 1.4616... in three parts; rational approximation of Boost.Math's digamma. */
    private static double digammaAroundRoot(double x) {
        double fromRoot = x - 1569415565.0 / 1073741824.0;
        fromRoot -= 381566830.0 / 1073741824.0 / 1073741824.0;
        fromRoot -= 0.9016312093258695918615325266959189453125e-19;
        double t = x - 1;
        double p = ((((-0.0020713321167745952 * t - 0.045251321448739056) * t - 0.28919126444774784) * t
                                                - 0.65031853770896507) * t
                                - 0.32555031186804491) * t
                + 0.25479851061131551;
        double q = (((((-0.55789841321675513e-6 * t + 0.0021284987017821144) * t + 0.054151797245674225) * t
                                                        + 0.43593529692665969) * t
                                        + 1.4606242909763515) * t
                                + 2.0767117023730469) * t
                + 1;
        return fromRoot * 0.99558162689208984 + fromRoot * (p / q);
    }

    /** The n-th derivative of digamma, n = 0, 1, ..., 100. */
    public static double polygamma(double n, double x) {
        if (n == 0) {
            return digamma(x);
        }
        boolean unsupported = !(n > 0 && n <= 100 && n == Math.rint(n)) || x < -1e5;
        return unsupported || isPole(x) || Double.isNaN(x) ? Double.NaN : polygammaByShift((int) n, x);
    }

    /** Recurrence up to where the asymptotic series (DLMF 5.15.8) has converged, then that series. */
    private static double polygammaByShift(int n, double x) {
        double sum = 0;
        double t = x;
        double factorial = 1;
        for (int k = 2; k < n; k++) {
            factorial *= k; // (n-1)!
        }
        for (; t < 15 + n; t += 1) {
            sum += Math.pow(t, -n - 1);
        }
        double term = factorial * Math.pow(t, -n);
        double series = term + term * n / (2 * t);
        double ratio = term;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            ratio *= (n + 2 * k - 1.0) * (n + 2 * k - 2.0) / ((2 * k - 1.0) * 2 * k) / (t * t);
            series += ratio * BERNOULLI[k - 1];
        }
        double magnitude = series + factorial * n * sum;
        return n % 2 == 1 ? magnitude : -magnitude;
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
        return Evaluator.choose(condition, yes, no);
    }
}
