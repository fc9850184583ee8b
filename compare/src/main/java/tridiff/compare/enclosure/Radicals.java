package tridiff.compare.enclosure;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import tridiff.expr.Rational;

/** Powers and logarithms of rational numbers by their prime factors, as far as these are small. */
final class Radicals {

    private static final int LARGEST_PRIME = 1000; // larger factors stay together
    private static final int MOST_BITS = 1000;

    private Radicals() {}

    /** q^n in roots of integers; null where it is not real, or long. */
    static Closed power(Rational q, Rational n) {
        if (n.isInteger()) {
            boolean cheap = n.numerator().bitLength() < 12
                    && (long) q.bits() * Math.abs(n.numerator().intValue()) < MOST_BITS;
            return cheap ? Closed.of(q.power(n.numerator().intValue())) : null;
        }
        if (q.signum() <= 0 || q.bits() > MOST_BITS || n.bits() > 24) {
            return null;
        }
        Closed power = Closed.of(Rational.ONE);
        for (var factor : factors(q).entrySet()) {
            Rational exponent = n.times(Rational.of(factor.getValue()));
            BigInteger floor = exponent.floor();
            Rational rest = exponent.minus(new Rational(floor, BigInteger.ONE));
            if (floor.bitLength() > 12) {
                return null;
            }
            Closed whole = Closed.of(new Rational(factor.getKey(), BigInteger.ONE).power(floor.intValue()));
            Closed both = rest.isZero() ? whole : whole.times(Closed.of(Generator.of(factor.getKey()), rest));
            power = power == null || both == null ? null : power.times(both);
        }
        return power;
    }

    /** log q for a positive q: the sum of those of its factors; null where q is long. */
    static Closed logarithm(Rational q) {
        if (q.bits() > MOST_BITS) {
            return null;
        }
        Closed sum = Closed.of(Rational.ZERO);
        for (var factor : factors(q).entrySet()) {
            Closed term = Closed.of(Generator.logarithm(factor.getKey()), Rational.ONE)
                    .times(Rational.of(factor.getValue()));
            sum = sum == null || term == null ? null : sum.plus(term);
        }
        return sum;
    }

    /** The factors of a positive number with their exponents. */
    private static Map<BigInteger, Integer> factors(Rational q) {
        var factors = new LinkedHashMap<BigInteger, Integer>();
        split(q.numerator(), 1, factors);
        split(q.denominator(), -1, factors);
        return factors;
    }

    private static void split(BigInteger n, int sign, Map<BigInteger, Integer> factors) {
        BigInteger rest = n;
        int twos = rest.getLowestSetBit();
        if (twos > 0) {
            factors.merge(BigInteger.TWO, sign * twos, Integer::sum);
            rest = rest.shiftRight(twos);
        }
        for (int p = 3; p < LARGEST_PRIME && rest.compareTo(BigInteger.ONE) > 0; p += 2) {
            BigInteger prime = BigInteger.valueOf(p);
            while (rest.mod(prime).signum() == 0) {
                factors.merge(prime, sign, Integer::sum);
                rest = rest.divide(prime);
            }
        }
        if (rest.compareTo(BigInteger.ONE) > 0) {
            BigInteger root = Root.floorRoot(rest, 2);
            boolean square = root.multiply(root).equals(rest);
            factors.merge(square ? root : rest, square ? 2 * sign : sign, Integer::sum);
        }
    }
}
