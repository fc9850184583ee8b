package tridiff.numerical;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Rational;

/**
 * Offsets and weights of a difference formula: f^(m)(x) ≈ h^-m Σ weight·f(x + offset·h).
 *
 * <p>The weights are exact, by the recursion of B. Fornberg, "Generation of finite difference formulas on arbitrarily spaced grids",
 * Math. Comp. 51 (1988), section 3.
 *
 * @param derivative the order m of the derivative
 * @param accuracy the order of accuracy p: the truncation error is of order h^p
 */
public record Stencil(int derivative, int accuracy, List<Integer> offsets, List<Rational> weights) {

    /** The stencil of the first derivative on the offsets -p/2 … p/2, of even order of accuracy p. */
    public static Stencil central(int accuracy) {
        if (accuracy < 2 || accuracy % 2 != 0) {
            throw new IllegalArgumentException("central stencils have an even order of accuracy, not " + accuracy);
        }
        return of(
                1,
                IntStream.rangeClosed(-accuracy / 2, accuracy / 2)
                        .filter(o -> o != 0)
                        .toArray());
    }

    /** The stencil of the first derivative on the offsets 0 … p, of order of accuracy p. */
    public static Stencil forward(int accuracy) {
        return of(1, IntStream.rangeClosed(0, accuracy).toArray());
    }

    /** The stencil on any distinct offsets, more than the order m of the derivative. */
    public static Stencil of(int derivative, int... offsets) {
        if (offsets.length <= derivative) {
            throw new IllegalArgumentException(
                    "derivative " + derivative + " needs more than " + offsets.length + " points");
        }
        List<Rational> weights = fornberg(derivative, offsets);
        return new Stencil(
                derivative,
                accuracy(derivative, offsets, weights),
                Arrays.stream(offsets).boxed().toList(),
                weights);
    }

    private static List<Rational> fornberg(int m, int[] a) {
        int n = a.length;
        Rational[][] w = new Rational[m + 1][n]; // w[k][j]: weight of point j for derivative k, on the points so far
        for (Rational[] row : w) {
            Arrays.fill(row, Rational.ZERO);
        }
        w[0][0] = Rational.ONE;
        Rational c1 = Rational.ONE;
        for (int i = 1; i < n; i++) {
            Rational c2 = Rational.ONE;
            for (int j = 0; j < i; j++) {
                Rational c3 = Rational.of(a[i] - a[j]);
                c2 = c2.times(c3);
                if (j == i - 1) {
                    for (int k = Math.min(i, m); k >= 0; k--) {
                        Rational lower = k == 0 ? Rational.ZERO : w[k - 1][i - 1].times(Rational.of(k));
                        w[k][i] = c1.over(c2).times(lower.minus(w[k][i - 1].times(Rational.of(a[i - 1]))));
                    }
                }
                for (int k = Math.min(i, m); k >= 0; k--) {
                    Rational lower = k == 0 ? Rational.ZERO : w[k - 1][j].times(Rational.of(k));
                    w[k][j] = w[k][j].times(Rational.of(a[i])).minus(lower).over(c3);
                }
            }
            c1 = c2;
        }
        return List.of(w[m]);
    }

    /** The first power beyond m that the weights get wrong, less m. */
    private static int accuracy(int m, int[] offsets, List<Rational> weights) {
        int power = m + 1;
        while (moment(offsets, weights, power).isZero()) {
            power++;
        }
        return power - m;
    }

    private static Rational moment(int[] offsets, List<Rational> weights, int power) {
        Rational sum = Rational.ZERO;
        for (int j = 0; j < offsets.length; j++) {
            sum = sum.plus(weights.get(j).times(Rational.of(offsets[j]).power(power)));
        }
        return sum;
    }

    /** The truncation error is this times h^p f^(m+p), to leading order. */
    public Rational truncation() {
        int[] at = offsets.stream().mapToInt(Integer::intValue).toArray();
        Rational factorial = Rational.ONE;
        for (int k = 2; k <= derivative + accuracy; k++) {
            factorial = factorial.times(Rational.of(k));
        }
        return moment(at, weights, derivative + accuracy).over(factorial);
    }

    /** The least common denominator of the weights: weights times this are integers. */
    public BigInteger denominator() {
        return weights.stream().map(Rational::denominator).reduce(BigInteger.ONE, (a, b) -> a.multiply(b)
                .divide(a.gcd(b)));
    }
}
