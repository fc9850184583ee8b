package tridiff.charts.style;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they are written in pictures. */
public final class Numerals {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int PLAIN_BELOW = 100_000;

    private Numerals() {}

    /** The exponent, raised. */
    public static String raised(long exponent) {
        var text = new StringBuilder();
        for (char c : Long.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }

    /** A power of ten. */
    static String power(long exponent) {
        return exponent == 0 ? "1" : exponent == 1 ? "10" : "10" + raised(exponent);
    }

    /** Two significant digits, such as 3.2·10⁻⁸. */
    public static String scientific(double x) {
        if (x == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(2, RoundingMode.HALF_EVEN));
        long exponent = (long) rounded.precision() - rounded.scale() - 1;
        if (exponent >= -2 && exponent <= 2) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        String digits =
                rounded.scaleByPowerOfTen((int) -exponent).stripTrailingZeros().toPlainString();
        return digits.equals("1") ? power(exponent) : digits + "·" + power(exponent);
    }

    /** A count: exact while it is short, else a power of ten. */
    public static String count(BigInteger n) {
        return n.compareTo(BigInteger.valueOf(PLAIN_BELOW)) < 0 ? String.format(Locale.ROOT, "%,d", n) : scientific(n);
    }

    private static String scientific(BigInteger n) {
        BigDecimal rounded = new BigDecimal(n).round(new MathContext(2, RoundingMode.HALF_EVEN));
        long exponent = (long) rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen((int) -exponent).setScale(1, RoundingMode.UNNECESSARY) + "·" + power(exponent);
    }

    /** How many times as large, to two significant digits. */
    public static String times(BigInteger larger, BigInteger smaller) {
        BigDecimal ratio = new BigDecimal(larger)
                .divide(new BigDecimal(smaller), MathContext.DECIMAL64)
                .round(new MathContext(2, RoundingMode.HALF_EVEN));
        return ratio.compareTo(BigDecimal.TEN) < 0
                ? ratio.setScale(1, RoundingMode.HALF_EVEN).toString()
                : count(ratio.toBigInteger());
    }

    /** The decimal logarithm of a positive number of any size. */
    public static double log10(BigInteger n) {
        int shift = Math.max(0, n.bitLength() - 1000);
        return Math.log10(n.shiftRight(shift).doubleValue()) + shift * Math.log10(2);
    }

    /** A coordinate: the shortest decimal form, without a needless fraction. */
    public static String coordinate(double x) {
        String text = Double.toString(x).replace(".0E", "e").replace('E', 'e');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
