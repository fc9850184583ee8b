package tridiff.expr.special;

/**
 * Bessel functions of the first kind of whole orders n ≥ 0 in doubles, for x > 0.
 *
 * <p>Up to 36 they are right to an ulp or two, near their zeros, too; beyond, to a few units of rounding of their amplitude, and some
 * tens where 36 &lt; x &lt; n.
 */
public final class Bessel {

    /** Up to here the terms of the power series are below 2^47, so that twice the digits of a double are enough for their sum. */
    private static final double NEAR = 36;

    /** Below the rounding of twice the digits of a double. */
    private static final double NOTHING = 0x1p-110;

    private static final double TINY = 0x1p-60;
    private static final double OVERFLOW = 1e100;

    private Bessel() {}

    /** J_n(x). */
    public static double cylindrical(int n, double x) {
        if (x <= NEAR) {
            return series(n, 0, x);
        }
        if (n >= x) {
            return downward(n, x, 0);
        }
        double sine = Math.sin(x);
        double cosine = Math.cos(x);
        return upward(n, x, 0, hankel(0, x, sine, cosine), hankel(1, x, sine, cosine));
    }

    /** j_n(x). */
    public static double spherical(int n, double x) {
        if (n == 0) {
            return x == 0 ? 1 : Math.sin(x) / x;
        }
        if (x <= NEAR) {
            return series(n, 1, x);
        }
        double zeroth = Math.sin(x) / x;
        return n < x ? upward(n, x, 1, zeroth, (zeroth - Math.cos(x)) / x) : downward(n, x, 1);
    }

    /**
     * DLMF 10.2.2, 10.53.1: (x/2)^n/n!, or x^n/(3·5···(2n+1)), times Σ (-x²)^k/(2·4···2k (2ν+2)(2ν+4)···(2ν+2k)), in numbers of two
     * doubles (T. J. Dekker, Numer. Math. 18, 1971).
     *
     * @param odd 0 for ν = n, 1 for ν = n + 1/2
     */
    private static double series(int n, int odd, double x) {
        double high = 1;
        double low = 0;
        for (int i = 1; i <= n; i++) {
            double product = high * x;
            double error = Math.fma(high, x, -product) + low * x;
            int by = 2 * i + odd;
            high = (product + error) / by;
            low = (Math.fma(-high, by, product) + error) / by;
        }
        double square = -x * x;
        double squareLow = -Math.fma(x, x, square);
        double enough = Math.abs(high) * NOTHING;
        double sum = high;
        double sumLow = low;
        for (int k = 1; Math.abs(high) > enough; k++) {
            double product = high * square;
            double error = Math.fma(high, square, -product) + (high * squareLow + low * square);
            double by = 2.0 * k * (2.0 * n + odd + 2.0 * k);
            high = (product + error) / by;
            low = (Math.fma(-high, by, product) + error) / by;
            double next = sum + high;
            double part = next - sum;
            sumLow += sum - (next - part) + (high - part) + low;
            sum = next;
        }
        return sum + sumLow;
    }

    /** f_(k+1) = (2ν+2k)/x f_k - f_(k-1) (DLMF 10.6.1, 10.51.1), stable while k < x. */
    private static double upward(int n, double x, int odd, double zeroth, double first) {
        double before = zeroth;
        double f = n == 0 ? zeroth : first;
        for (int k = 1; k < n; k++) {
            double next = (2 * k + odd) / x * f - before;
            before = f;
            f = next;
        }
        return f;
    }

    /**
     * The same recurrence downwards, from where the function has vanished, scaled to 1 = J_0 + 2 J_2 + 2 J_4 + … (DLMF 10.12.4), or
     * 1 = Σ (2k+1) j_k² (10.60.12).
     */
    private static double downward(int n, double x, int odd) {
        int start = 2 * (((int) Math.max(n, x) + 30 + (int) Math.sqrt(60.0 * Math.max(n, x))) / 2);
        double above = 0;
        double f = 1e-100;
        double wanted = 0;
        double sum = 0;
        for (int k = start; ; k--) {
            wanted = k == n ? f : wanted;
            sum += odd == 1 ? (2 * k + 1) * f * f : k % 2 == 1 ? 0 : k == 0 ? f : 2 * f;
            if (k == 0) {
                break;
            }
            double below = (2 * k + odd) / x * f - above;
            above = f;
            f = below;
            if (Math.abs(f) > OVERFLOW) {
                f /= OVERFLOW;
                above /= OVERFLOW;
                wanted /= OVERFLOW;
                sum /= odd == 1 ? OVERFLOW * OVERFLOW : OVERFLOW;
            }
        }
        return odd == 1 ? Math.copySign(wanted / Math.sqrt(sum), wanted * f * Math.sin(x)) : wanted / sum;
    }

    /** DLMF 10.17.3 for n = 0 or 1, with the cosine and sine of x - (2n+1)π/4 by those of x. */
    private static double hankel(int n, double x, double sine, double cosine) {
        double p = 0;
        double q = 0;
        double term = 1;
        for (int k = 1; Math.abs(term) > TINY; k++) {
            term *= (4.0 * n * n - (2.0 * k - 1) * (2.0 * k - 1)) / (8.0 * k * x);
            double signed = k / 2 % 2 == 0 ? term : -term;
            p += k % 2 == 0 ? signed : 0;
            q += k % 2 == 1 ? signed : 0;
        }
        double sum = sine + cosine;
        double difference = sine - cosine;
        double waves = n == 0 ? sum + (p * sum - q * difference) : difference + (p * difference + q * sum);
        return waves / (Math.sqrt(Math.PI) * Math.sqrt(x));
    }
}
