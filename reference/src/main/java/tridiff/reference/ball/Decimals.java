package tridiff.reference.ball;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import tridiff.expr.Rational;

/** Enclosures in decimal digits. */
public final class Decimals {
    private static final double LOG10_OF_2 = Math.log10(2);
    private static final int PLAIN_BELOW = 21;
    private static final int PLAIN_ABOVE = -7;

    private Decimals() {}

    public static String ofExact(Rational q, int digits) {
        BigDecimal rounded = rounded(q, digits);
        boolean short_ = q.isZero() || rounded.stripTrailingZeros().precision() < digits;
        return written(short_ ? rounded.stripTrailingZeros() : rounded);
    }

    public static BigDecimal rounded(Rational q, int digits) {
        MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
        return new BigDecimal(q.numerator()).divide(new BigDecimal(q.denominator()), context);
    }

    /** As many digits as both ends agree on, or the two ends if they agree on none. */
    public static String ofBall(Ball x, int digits) {
        if (x.isZero()) {
            return "0";
        }
        if (isExtreme(x)) {
            return "between " + power(x.lower()) + " and " + power(x.upper());
        }
        long exponent = Scaled.exponent(x, digits);
        Scaled low = Scaled.below(x.lower(), exponent, digits);
        Scaled high = Scaled.below(x.upper().negate(), exponent, digits).negate();
        for (int n = digits; n > 0; n--) {
            Scaled a = low.rounded(n, RoundingMode.HALF_EVEN);
            if (a.equals(high.rounded(n, RoundingMode.HALF_EVEN)) && a.digits.signum() != 0) {
                return a.written();
            }
        }
        return "between " + low.rounded(2, RoundingMode.FLOOR).written() + " and "
                + high.rounded(2, RoundingMode.CEILING).written();
    }

    public static boolean isExtreme(Ball x) {
        return !x.middle().isZero() && Math.abs(x.top()) > Ball.LIMIT / 2
                || !x.isExact() && Math.abs(x.radius().top()) > Ball.LIMIT / 2 && x.containsZero();
    }

    /** A power of two that is not closer to 0. */
    private static String power(Ball point) {
        return point.isZero() ? "0" : (point.mid().signum() < 0 ? "-" : "") + "2^" + point.top();
    }

    public static BigDecimal middle(Ball x, int digits) {
        Ball middle = x.middle();
        if (isExtreme(middle)) {
            throw new ArithmeticException("an exponent of " + middle.top());
        }
        return Scaled.below(middle, Scaled.exponent(middle, digits), digits)
                .rounded(digits, RoundingMode.HALF_EVEN)
                .decimal();
    }

    private static String written(BigDecimal x) {
        long exponent = x.precision() - 1L - x.scale();
        if (exponent >= PLAIN_ABOVE && exponent < PLAIN_BELOW) {
            return x.toPlainString();
        }
        return new Scaled(x.unscaledValue(), -(long) x.scale()).written();
    }

    /** digits · 10^exponent */
    private record Scaled(BigInteger digits, long exponent) {

        /** The weight of a digit a few places behind those asked for. */
        static long exponent(Ball x, int digits) {
            long top = Math.max(x.top(), x.radius().top());
            return x.isZero() ? 0 : (long) Math.floor(top * LOG10_OF_2) - digits - 6;
        }

        /** A point, rounded down to a multiple of a power of ten, or to the next lower one. */
        static Scaled below(Ball point, long exponent, int digits) {
            int bits = (int) (digits / LOG10_OF_2) + 100;
            Ball ten = Power.integer(Ball.of(10), BigInteger.valueOf(Math.abs(exponent)), bits);
            Ball scaled = exponent < 0 ? point.times(ten, bits) : point.over(ten, bits);
            return new Scaled(scaled.lower().fixed(0), exponent);
        }

        Scaled negate() {
            return new Scaled(digits.negate(), exponent);
        }

        Scaled rounded(int n, RoundingMode mode) {
            BigDecimal unit = new BigDecimal(digits, 0).round(new MathContext(n, mode));
            return new Scaled(unit.unscaledValue(), exponent - unit.scale());
        }

        BigDecimal decimal() {
            return new BigDecimal(digits, Math.toIntExact(-exponent));
        }

        String written() {
            String figures = digits.abs().toString();
            long first = exponent + figures.length() - 1;
            if (first >= PLAIN_ABOVE && first < PLAIN_BELOW) {
                return decimal().toPlainString();
            }
            String tail = figures.length() > 1 ? "." + figures.substring(1) : "";
            return (digits.signum() < 0 ? "-" : "") + figures.charAt(0) + tail + "e" + first;
        }
    }
}
