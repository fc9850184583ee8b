package tridiff.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.LongStream;

/**
 * An exact rational number in lowest terms, the denominator positive.
 *
 * <p>Constants of expressions are rationals, so that the literal {@code 0.1} is one tenth and every algebra rounds it once, in its
 * own way.
 */
public final class Rational implements Constant, Comparable<Rational> {

    private static final int SMALL = 16;
    private static final Rational[] WHOLE = LongStream.rangeClosed(-SMALL, SMALL)
            .mapToObj(n -> new Rational(BigInteger.valueOf(n), BigInteger.ONE))
            .toArray(Rational[]::new); // the numbers that every rule writes, again and again

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);
    public static final Rational TWO = of(2);
    public static final Rational MINUS_ONE = of(-1);

    private final BigInteger numerator;
    private final BigInteger denominator;

    /** Reduces to lowest terms; a zero denominator is an {@link ArithmeticException}. */
    public Rational(BigInteger numerator, BigInteger denominator) {
        this(numerator, denominator, common(numerator, denominator));
    }

    /** Of a numerator and a denominator, not 0, whose greatest common divisor is known. */
    private Rational(BigInteger numerator, BigInteger denominator, BigInteger common) {
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        this.numerator = quotient(numerator, divisor);
        this.denominator = quotient(denominator, divisor);
    }

    /** The greatest common divisor of any number and one that is not 0. */
    private static BigInteger common(BigInteger n, BigInteger d) {
        if (d.signum() == 0) {
            throw new ArithmeticException("a rational with denominator 0");
        }
        if (d.equals(BigInteger.ONE) || n.signum() == 0) {
            return d.abs();
        }
        if (isPowerOfTwo(d)) {
            return n.getLowestSetBit() == 0
                    ? BigInteger.ONE
                    : BigInteger.ONE.shiftLeft(Math.min(n.getLowestSetBit(), d.getLowestSetBit()));
        }
        return n.bitLength() < Long.SIZE - 1 && d.bitLength() < Long.SIZE - 1
                ? BigInteger.valueOf(common(Math.abs(n.longValue()), Math.abs(d.longValue())))
                : n.gcd(d);
    }

    private static long common(long a, long b) {
        long divisor = a;
        long rest = b;
        while (rest != 0) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return divisor;
    }

    private static boolean isPowerOfTwo(BigInteger n) {
        return n.signum() > 0 && n.getLowestSetBit() == n.bitLength() - 1;
    }

    private static BigInteger quotient(BigInteger n, BigInteger divisor) {
        return divisor.equals(BigInteger.ONE)
                ? n
                : isPowerOfTwo(divisor) ? n.shiftRight(divisor.getLowestSetBit()) : n.divide(divisor);
    }

    public BigInteger numerator() {
        return numerator;
    }

    public BigInteger denominator() {
        return denominator;
    }

    private static Rational reduced(BigInteger numerator, BigInteger denominator) {
        return new Rational(numerator, denominator, BigInteger.ONE);
    }

    public static Rational of(long n) {
        return -SMALL <= n && n <= SMALL ? WHOLE[(int) n + SMALL] : new Rational(BigInteger.valueOf(n), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact value of a finite double. */
    public static Rational of(double x) {
        if (!Double.isFinite(x)) {
            throw new ArithmeticException(x + " is not a rational number");
        }
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
        long mantissa = (long) Math.scalb(x, -exponent);
        int zeros = Math.min(Long.numberOfTrailingZeros(mantissa), Math.max(0, -exponent));
        BigInteger n = BigInteger.valueOf(mantissa >> zeros);
        return exponent + zeros >= 0
                ? new Rational(n.shiftLeft(exponent + zeros), BigInteger.ONE)
                : new Rational(n, BigInteger.ONE.shiftLeft(-exponent - zeros));
    }

    /** The exact value of a decimal number. */
    public static Rational of(BigDecimal x) {
        return x.scale() > 0
                ? new Rational(x.unscaledValue(), BigInteger.TEN.pow(x.scale()))
                : new Rational(x.toBigIntegerExact(), BigInteger.ONE);
    }

    /** n!, of n not negative. */
    public static Rational factorial(int n) {
        return LongStream.rangeClosed(2, n).mapToObj(Rational::of).reduce(ONE, Rational::times);
    }

    private static Rational whole(BigInteger n) {
        return n.bitLength() < Integer.SIZE ? of(n.intValue()) : new Rational(n, BigInteger.ONE);
    }

    public Rational plus(Rational that) {
        if (isInteger() && that.isInteger()) {
            return whole(numerator.add(that.numerator));
        }
        if (isZero() || that.isZero()) {
            return isZero() ? that : this;
        }
        BigInteger shared = common(denominator, that.denominator);
        BigInteger own = quotient(denominator, shared);
        BigInteger sum = numerator.multiply(quotient(that.denominator, shared)).add(that.numerator.multiply(own));
        BigInteger divisor = common(sum, shared); // all that sum and denominator can have in common (Knuth, 4.5.1)
        return reduced(quotient(sum, divisor), own.multiply(quotient(that.denominator, divisor)));
    }

    public Rational minus(Rational that) {
        return plus(that.negate());
    }

    public Rational times(Rational that) {
        if (isInteger() && that.isInteger()) {
            return whole(numerator.multiply(that.numerator));
        }
        if (isOne() || that.isOne()) {
            return isOne() ? that : this;
        }
        BigInteger left = common(numerator, that.denominator);
        BigInteger right = common(that.numerator, denominator);
        return reduced(
                quotient(numerator, left).multiply(quotient(that.numerator, right)),
                quotient(denominator, right).multiply(quotient(that.denominator, left)));
    }

    /** The quotient; by zero it is an {@link ArithmeticException}. */
    public Rational over(Rational that) {
        return times(that.inverse());
    }

    private Rational inverse() {
        if (isZero()) {
            throw new ArithmeticException("a rational with denominator 0");
        }
        return reduced(denominator, numerator);
    }

    /** The n-th power; zero to a negative power is an {@link ArithmeticException}. */
    public Rational power(int n) {
        Rational base = n >= 0 ? this : inverse();
        return reduced(base.numerator.pow(Math.abs(n)), base.denominator.pow(Math.abs(n)));
    }

    public Rational negate() {
        return isInteger() ? whole(numerator.negate()) : reduced(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isOne() {
        return numerator.equals(BigInteger.ONE) && isInteger();
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The greatest integer that is not above this number. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Bits of numerator and denominator together: what this number costs to compute with. */
    public int bits() {
        return numerator.bitLength() + denominator.bitLength();
    }

    /** Whether it can be written as a decimal number with finitely many digits. */
    public boolean isDecimal() {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        if (rest.equals(BigInteger.ONE)) {
            return true;
        }
        int fives = (int) (rest.bitLength() / 2.32) + 1;
        return BigInteger.valueOf(5).pow(fives).mod(rest).signum() == 0;
    }

    /** The decimal number of the same value; an {@link ArithmeticException} unless {@link #isDecimal()}. */
    public BigDecimal toBigDecimal() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator));
    }

    /** The nearest double, ties to even: one correct rounding, subnormal numbers and overflow included. */
    @Override
    public double doubleValue() {
        if (isZero()) {
            return 0;
        }
        BigInteger n = numerator.abs();
        int exponent = n.bitLength() - denominator.bitLength() - 1; // 2^exponent < |this| < 2^(exponent+2)
        int lowest = Math.max(exponent - 53, Double.MIN_EXPONENT - 53); // weight of the last of at least 54 bits
        BigInteger[] scaled = lowest <= 0
                ? n.shiftLeft(-lowest).divideAndRemainder(denominator)
                : n.divideAndRemainder(denominator.shiftLeft(lowest));
        BigInteger quotient = scaled[0].shiftLeft(1);
        if (scaled[1].signum() != 0) {
            quotient = quotient.setBit(0); // sticky: not a tie
        }
        double magnitude = scale(quotient, lowest - 1);
        return numerator.signum() < 0 ? -magnitude : magnitude;
    }

    private static double scale(BigInteger bits, int exponent) {
        int surplus = Math.max(bits.bitLength() - 53, Double.MIN_EXPONENT - 52 - exponent);
        BigInteger kept = bits.shiftRight(surplus);
        boolean half = bits.testBit(surplus - 1);
        boolean beyond = bits.getLowestSetBit() < surplus - 1;
        if (half && (beyond || kept.testBit(0))) {
            kept = kept.add(BigInteger.ONE);
        }
        return Math.scalb((double) kept.longValueExact(), exponent + surplus);
    }

    @Override
    public int compareTo(Rational that) {
        return numerator.multiply(that.denominator).compareTo(that.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
