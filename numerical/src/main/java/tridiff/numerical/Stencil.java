package tridiff.numerical;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tridiff.expr.Rational;

/**
 * Offsets and weights of a difference formula: f^(m)(x) ≈ h^-m Σ weight·f(x + offset·h).
 *
 * <p>The weights are exact, by the recursion of B. Fornberg, "Generation of finite difference formulas on arbitrarily spaced grids",
 * Math. Comp. 51 (1988), section 3. A grid of fractions is a grid of integers with another h.
 *
 * @param derivative the order m of the derivative
 * @param accuracy the order of accuracy p: the truncation error is of order h^p
 * @param offsets rising
 */
public record Stencil(int derivative, int accuracy, List<Integer> offsets, List<Rational> weights) {

    /** Larger stencils are of no use in doubles: their weights cancel. */
    private static final int MOST_POINTS = 64;

    /** The stencil of the first derivative on the offsets -p/2 … p/2, of even order of accuracy p. */
    public static Stencil central(int accuracy) {
        return central(1, accuracy);
    }

    /** The symmetric stencil of the m-th derivative of even order of accuracy p; for odd m it leaves out the point itself. */
    public static Stencil central(int derivative, int accuracy) {
        if (accuracy < 2 || accuracy % 2 != 0) {
            throw new IllegalArgumentException("central stencils have an even order of accuracy, not " + accuracy);
        }
        int reach = (derivative + 1) / 2 - 1 + accuracy / 2;
        return of(
                derivative,
                IntStream.rangeClosed(-reach, reach)
                        .filter(o -> o != 0 || derivative % 2 == 0)
                        .toArray());
    }

    /** The stencil of the first derivative on the offsets 0 … p, of order of accuracy p. */
    public static Stencil forward(int accuracy) {
        return forward(1, accuracy);
    }

    /** The stencil of the m-th derivative on the offsets 0 … m+p-1, of order of accuracy p. */
    public static Stencil forward(int derivative, int accuracy) {
        return of(derivative, IntStream.range(0, derivative + accuracy).toArray());
    }

    /** The mirror image of {@link #forward(int, int)}: offsets 1-m-p … 0. */
    public static Stencil backward(int derivative, int accuracy) {
        return of(derivative, IntStream.range(1 - derivative - accuracy, 1).toArray());
    }

    /**
     * The stencil of the m-th derivative on any distinct offsets, more than m.
     *
     * @throws IllegalArgumentException if there are too few or too many offsets, or two are the same
     */
    public static Stencil of(int derivative, int... offsets) {
        int[] rising = Arrays.stream(offsets).sorted().distinct().toArray();
        if (derivative < 1 || rising.length <= derivative) {
            throw new IllegalArgumentException(
                    "derivative " + derivative + " needs more than " + offsets.length + " distinct points");
        }
        if (rising.length != offsets.length || rising.length > MOST_POINTS) {
            throw new IllegalArgumentException("offsets must be distinct, and at most " + MOST_POINTS);
        }
        return with(derivative, rising, fornberg(derivative, rising));
    }

    /**
     * The stencil of the m-th derivative, at the point, of the polynomial of degree m+2 that lies nearest to the values on 7 points or
     * more, in the sense of least squares: rounding and noise are averaged, at an accuracy of h^4 (A. Savitzky and M. J. E. Golay, Anal.
     * Chem. 36 (1964)).
     */
    static Stencil leastSquares(int derivative) {
        int degree = derivative + 2;
        int reach = Math.max(3, degree / 2 + 1);
        int[] offsets = IntStream.rangeClosed(-reach, reach).toArray();
        Rational[][] normal = new Rational[degree + 1][degree + 2]; // Σ t^(i+k) c_k = the m-th unit vector, times m!
        for (int i = 0; i <= degree; i++) {
            for (int k = 0; k <= degree; k++) {
                int power = i + k;
                normal[i][k] = IntStream.of(offsets)
                        .mapToObj(t -> Rational.of(t).power(power))
                        .reduce(Rational.ZERO, Rational::plus);
            }
            normal[i][degree + 1] = i == derivative ? Rational.factorial(derivative) : Rational.ZERO;
        }
        List<Rational> dual = solved(normal);
        List<Rational> weights = IntStream.of(offsets)
                .mapToObj(t -> IntStream.rangeClosed(0, degree)
                        .mapToObj(k -> dual.get(k).times(Rational.of(t).power(k)))
                        .reduce(Rational.ZERO, Rational::plus))
                .toList();
        return with(derivative, offsets, weights);
    }

    private static Stencil with(int derivative, int[] offsets, List<Rational> weights) {
        List<Integer> rising = Arrays.stream(offsets).boxed().toList();
        return new Stencil(derivative, accuracy(derivative, offsets, weights), rising, weights);
    }

    /** The solution of a linear system with its right side as last column, by elimination (Gauss and Jordan); positive definite. */
    private static List<Rational> solved(Rational[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Rational factor = j == i ? Rational.ZERO : rows[j][i].over(rows[i][i]);
                for (int k = n; k >= i; k--) {
                    rows[j][k] = rows[j][k].minus(factor.times(rows[i][k]));
                }
            }
        }
        return IntStream.range(0, n).mapToObj(i -> rows[i][n].over(rows[i][i])).toList();
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
        return moment(at, weights, derivative + accuracy).over(Rational.factorial(derivative + accuracy));
    }

    /** Σ |weight|: an error of δ in every value of f may become one of this times δ/h^m. */
    public Rational amplification() {
        return weights.stream().map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
    }

    /** The least common denominator of the weights: weights times this are integers. */
    public BigInteger denominator() {
        return weights.stream().map(Rational::denominator).reduce(BigInteger.ONE, (a, b) -> a.multiply(b)
                .divide(a.gcd(b)));
    }

    /** The largest distance from the point, in steps. */
    public int reach() {
        return Math.max(Math.abs(offsets.get(0)), Math.abs(offsets.get(offsets.size() - 1)));
    }

    /** Whether it lies to both sides of the point alike. */
    public boolean isSymmetric() {
        int n = offsets.size();
        return IntStream.range(0, n).allMatch(j -> offsets.get(j) == -offsets.get(n - 1 - j));
    }

    /**
     * A stencil of the derivative m+p, which the truncation error is proportional to, on these offsets and the fewest further ones:
     * on the sides on which this stencil lies.
     */
    Stencil forTruncation() {
        var wider = new TreeSet<>(offsets);
        boolean left = wider.first() < 0;
        boolean right = wider.last() > 0;
        while (wider.size() <= derivative + accuracy) {
            if (left) {
                wider.add(wider.first() - 1);
            }
            if (right) {
                wider.add(wider.last() + 1);
            }
        }
        return of(
                derivative + accuracy,
                wider.stream().mapToInt(Integer::intValue).toArray());
    }
}
