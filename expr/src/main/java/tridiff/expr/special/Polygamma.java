package tridiff.expr.special;

/** The derivatives of log Γ in doubles. Arguments that are poles are not asked for. */
public final class Polygamma {

    /** B(2k) for k = 1, 2, ... */
    private static final double[] BERNOULLI = {
        1. / 6, -1. / 30, 1. / 42, -1. / 30, 5. / 66, -691. / 2730, 7. / 6, -3617. / 510, 43867. / 798, -174611. / 330
    };

    /** The positive root of digamma, 1.4616..., in three parts. */
    private static final double ROOT_1 = 1569415565.0 / 1073741824.0;

    private static final double ROOT_2 = 381566830.0 / 1073741824.0 / 1073741824.0;
    private static final double ROOT_3 = 9.016312093258695e-20;

    /** digamma(x)/(x - root) on [1, 2] is SHIFT + P(x-1)/Q(x-1): the rational approximation of Boost.Math's digamma. */
    private static final double SHIFT = 0.9955816268920898;

    private static final double[] P = {
        0.25479851061131553,
        -0.3255503118680449,
        -0.6503185377089651,
        -0.28919126444774784,
        -0.04525132144873906,
        -0.002071332116774595
    };
    private static final double[] Q = {
        1.0,
        2.076711702373047,
        1.4606242909763516,
        0.43593529692665967,
        0.054151797245674226,
        0.0021284987017821146,
        -5.578984132167551e-07
    };

    private static final double FAR_LEFT = -20;
    private static final double TOO_FAR_LEFT = -1e5;

    private Polygamma() {}

    public static double digamma(double x) {
        if (x < 0) { // reflection, DLMF 5.5.4
            return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.rint(x)));
        }
        if (x >= 10) {
            return asymptoticDigamma(x);
        }
        double sum = 0;
        double t = x;
        for (; t > 2; sum += 1 / t) { // recurrence, DLMF 5.5.2
            t -= 1;
        }
        for (; t < 1; t += 1) {
            sum -= 1 / t;
        }
        return sum + aroundRoot(t);
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

    private static double aroundRoot(double x) {
        double fromRoot = x - ROOT_1 - ROOT_2 - ROOT_3;
        return fromRoot * SHIFT + fromRoot * (polynomial(P, x - 1) / polynomial(Q, x - 1));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }

    /** The n-th derivative of digamma. */
    public static double value(int n, double x) {
        if (n == 0) {
            return digamma(x);
        }
        if (n == 1 && x < FAR_LEFT) { // reflection, DLMF 5.15.6
            double sine = Math.sin(Math.PI * (x - Math.rint(x))) / Math.PI;
            return 1 / (sine * sine) - value(1, 1 - x);
        }
        return x < TOO_FAR_LEFT ? Double.NaN : byShift(n, x);
    }

    /** Recurrence up to where the asymptotic series (DLMF 5.15.8) has converged, then that series. */
    private static double byShift(int n, double x) {
        double factorial = 1; // (n-1)!
        for (int k = 2; k < n; k++) {
            factorial *= k;
        }
        int shift = (int) Math.max(0, Math.ceil(15 + n - x));
        double sum = 0;
        for (int k = shift - 1; k >= 0; k--) { // small terms first
            sum += Math.pow(x + k, -n - 1);
        }
        double t = x + shift;
        double term = factorial * Math.pow(t, -n);
        double series = term + term * n / (2 * t);
        for (int k = 1; k <= BERNOULLI.length; k++) {
            term *= (n + 2 * k - 1.0) * (n + 2 * k - 2.0) / ((2 * k - 1.0) * 2 * k) / (t * t);
            series += term * BERNOULLI[k - 1];
        }
        double magnitude = series + factorial * n * sum;
        return n % 2 == 1 ? magnitude : -magnitude;
    }
}
