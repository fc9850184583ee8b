package tridiff.reference.ball;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tridiff.expr.Rational;

/** The Bernoulli numbers of even index. */
final class Bernoulli {
    private static volatile List<Rational> known = compute(64);

    private Bernoulli() {}

    /** The Bernoulli number B(2k), k ≥ 1. */
    static Rational even(int k) {
        List<Rational> numbers = known;
        if (k > numbers.size()) {
            numbers = compute(2 * k);
            known = numbers;
        }
        return numbers.get(k - 1);
    }

    /** B(2k) = (-1)^(k-1) 2k T(k) / (4^k (4^k - 1)) with the tangent numbers T(k) (Brent and Harvey, 2011, section 6). */
    private static List<Rational> compute(int count) {
        BigInteger[] tangents = tangentNumbers(count);
        List<Rational> numbers = new ArrayList<>(count);
        for (int k = 1; k <= count; k++) {
            BigInteger fourToK = BigInteger.ONE.shiftLeft(2 * k);
            BigInteger numerator = tangents[k].multiply(BigInteger.valueOf(k % 2 == 1 ? 2L * k : -2L * k));
            numbers.add(new Rational(numerator, fourToK.multiply(fourToK.subtract(BigInteger.ONE))));
        }
        return List.copyOf(numbers);
    }

    /** Brent and Harvey, "Fast computation of Bernoulli, tangent and secant numbers", 2011, algorithm TangentNumbers. */
    private static BigInteger[] tangentNumbers(int count) {
        BigInteger[] t = new BigInteger[count + 1];
        t[1] = BigInteger.ONE;
        for (int k = 2; k <= count; k++) {
            t[k] = t[k - 1].multiply(BigInteger.valueOf(k - 1L));
        }
        for (int k = 2; k <= count; k++) {
            for (int j = k; j <= count; j++) {
                BigInteger left = t[j - 1].multiply(BigInteger.valueOf(j - k));
                t[j] = left.add(t[j].multiply(BigInteger.valueOf(j - k + 2L)));
            }
        }
        return t;
    }
}
