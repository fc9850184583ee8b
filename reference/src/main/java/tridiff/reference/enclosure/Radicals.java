package tridiff.reference.enclosure;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tridiff.expr.Rational;
import tridiff.reference.ball.Root;

/** Powers and logarithms of rational numbers by their prime factors, as far as these are small. */
final class Radicals {

    private static final int LARGEST_PRIME = 1000; // larger factors stay together
    private static final int MOST_BITS = 1000;

    /** Products of the odd primes up to the largest one, each as large as an int can hold: one division tells of all of them. */
    private static final int[] PRODUCTS = products();

    private Radicals() {}

    private static int[] products() {
        var products = IntStream.builder();
        long product = 1;
        for (int n = 3; n < LARGEST_PRIME; n += 2) {
            if (!BigInteger.valueOf(n).isProbablePrime(30)) {
                continue;
            }
            if (product * n > Integer.MAX_VALUE) {
                products.add((int) product);
                product = 1;
            }
            product *= n;
        }
        return products.add((int) product).build().toArray();
    }

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
        int[] words = words(rest);
        for (int i = 0; i < PRODUCTS.length && rest.compareTo(BigInteger.ONE) > 0; i++) {
            int common = commonDivisor(PRODUCTS[i], remainder(words, PRODUCTS[i]));
            for (int p = 3; common > 1; p += 2) {
                if (common % p == 0) {
                    common /= p;
                    rest = without(BigInteger.valueOf(p), rest, sign, factors);
                }
            }
        }
        if (rest.compareTo(BigInteger.ONE) > 0) {
            int exponent = sign;
            BigInteger root = rootOfSquare(rest);
            while (root != null) {
                rest = root;
                exponent *= 2;
                root = rootOfSquare(rest);
            }
            factors.merge(rest, exponent, Integer::sum);
        }
    }

    private static BigInteger without(BigInteger prime, BigInteger n, int sign, Map<BigInteger, Integer> factors) {
        BigInteger rest = n;
        BigInteger[] parts = rest.divideAndRemainder(prime);
        while (parts[1].signum() == 0) {
            factors.merge(prime, sign, Integer::sum);
            rest = parts[0];
            parts = rest.divideAndRemainder(prime);
        }
        return rest;
    }

    /** √n of an odd square; null for other odd numbers. */
    private static BigInteger rootOfSquare(BigInteger n) {
        if ((n.intValue() & 7) != 1) { // the square of 2k + 1 is 4k(k + 1) + 1
            return null;
        }
        BigInteger root = Root.floorRoot(n, 2);
        return root.multiply(root).equals(n) ? root : null;
    }

    /** The digits of a positive number to the base 2^32, the largest first. */
    private static int[] words(BigInteger n) {
        int[] words = new int[n.bitLength() / Integer.SIZE + 1];
        byte[] bytes = n.toByteArray();
        for (int i = 0; i < bytes.length; i++) {
            int place = bytes.length - 1 - i;
            words[words.length - 1 - place / Integer.BYTES] |= (bytes[i] & 0xff) << (place % Integer.BYTES * Byte.SIZE);
        }
        return words;
    }

    private static int remainder(int[] words, int divisor) {
        long rest = 0;
        for (int word : words) {
            rest = (rest << Integer.SIZE | Integer.toUnsignedLong(word)) % divisor;
        }
        return (int) rest;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
