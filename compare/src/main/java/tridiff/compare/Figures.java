package tridiff.compare;

import java.math.BigInteger;
import java.util.Locale;
import tridiff.compare.time.Timing;
import tridiff.wengert.WengertList;

/** How numbers are written in tables: short, and honest about what they leave out. */
public final class Figures {

    private Figures() {}

    /** Two significant digits. */
    public static String error(double e) {
        return Double.isNaN(e) ? "-" : e == 0 ? "0" : Double.isInfinite(e) ? "inf" : format("%.1e", e);
    }

    /** At most six significant digits, for labels in pictures. */
    public static String shortest(double x) {
        if (!Double.isFinite(x) || x == 0) {
            return x == 0 ? "0" : Double.toString(x);
        }
        var rounded =
                new java.math.BigDecimal(x).round(new java.math.MathContext(6)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= -4 && exponent < 7
                ? rounded.toPlainString()
                : Double.toString(rounded.doubleValue()).replace(".0E", "e").replace('E', 'e');
    }

    /** Correct significant decimal digits, -log10 of the relative error: between 0 and the 17 that tell two doubles apart. */
    public static double digits(double relativeError) {
        return Double.isNaN(relativeError) ? Double.NaN : Math.max(0, Math.min(17, -Math.log10(relativeError)));
    }

    /** A number of correct digits: whole ones, since a part of a digit is not one. */
    static String wholeDigits(double digits) {
        return Double.isNaN(digits) ? "-" : Integer.toString((int) digits);
    }

    /** Tenths of an ulp below 10, whole ulps below 10,000. */
    public static String ulps(double u) {
        return Double.isNaN(u)
                ? "-"
                : u < 10
                        ? format("%.1f", u)
                        : u < 1e4
                                ? format("%.0f", u)
                                : error(u).replace("e+0", "e").replace("e+", "e");
    }

    public static String ratio(double r) {
        return r < 100 ? format("%.1f", r) : format("%.0f", r);
    }

    /** A factor of any size: tenths below 100, else two digits. */
    public static String factor(double f) {
        return f < 100 || Double.isNaN(f) ? format("%.1f", f) : error(f);
    }

    /** A time with its unit. */
    public static String nanos(double ns) {
        double[] scales = {1, 1e3, 1e6, 1e9};
        String[] units = {"ns", "µs", "ms", "s"};
        int i = ns < 1e3 ? 0 : ns < 1e6 ? 1 : ns < 1e9 ? 2 : 3;
        double value = ns / scales[i];
        return format(value < 10 ? "%.1f" : "%.0f", value) + " " + units[i];
    }

    /** A time and the half width of its 95 % interval, in percent; alone if it was taken once. */
    public static String timing(Timing t) {
        if (t.batches() == 1) {
            return nanos(t.medianNanos());
        }
        double half = (t.highNanos() - t.lowNanos()) / 2 / t.medianNanos();
        return nanos(t.medianNanos()) + format(" ±%.0f%%", 100 * half);
    }

    /** A large count to one digit: 10 million. */
    static String rounded(double n) {
        var one = new java.math.BigDecimal(n).round(new java.math.MathContext(1));
        return one.precision() - one.scale() <= 15
                ? one.toPlainString().replaceAll("\\B(?=(\\d{3})+$)", ",")
                : error(n);
    }

    /** A count of nodes; large ones as powers of ten. */
    public static String count(BigInteger n) {
        if (n.bitLength() < 44) {
            return n.toString();
        }
        int exponent = n.toString().length() - 1;
        return (n.compareTo(WengertList.HUGE) >= 0 ? ">" : "") + n.toString().charAt(0) + "."
                + n.toString().charAt(1) + "e" + exponent;
    }

    /** An amount of memory; less than a tenth of a byte is a trace of the measuring. */
    static String bytes(Double b) {
        return b == null ? "-" : b < 0.1 ? "0 B" : b < 1e4 ? format("%.0f B", b) : format("%.0f KiB", b / 1024);
    }

    /** Text cut after so many characters. */
    public static String cut(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }

    private static String format(String pattern, double x) {
        return String.format(Locale.ROOT, pattern, x);
    }
}
