package tridiff.wengert.run;

import static tridiff.expr.Functions.log;
import static tridiff.expr.Functions.sin;
import static tridiff.expr.Functions.sqrt;

import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.Rational;

/** Functions of any size for tests, built by Java loops. */
public final class Families {

    private Families() {}

    /** x(1) … x(n). */
    public static List<Expr.Var> variables(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> Expr.variable("x" + i)).toList();
    }

    private static Expr ratio(long numerator, long denominator) {
        return Expr.constant(Rational.of(numerator, denominator));
    }

    private static Expr sum(List<Expr> terms) {
        return terms.stream().reduce(Expr::plus).orElseThrow();
    }

    /**
     * The Helmholtz free energy of Griewank's and Baydin's benchmark with RT = 1, A(i,j) = 1/(10(i+j+1)) and b(i) = 1/(20(i+1)), both
     * times a prime quotient where the values would coincide.
     *
     * @param distinct whether b is scaled by 97/101, so that no product of b is one of A
     */
    public static Expr helmholtz(List<Expr.Var> x, boolean distinct) {
        int n = x.size();
        Expr one = ratio(1, 1);
        Expr bx = sum(IntStream.rangeClosed(1, n)
                .<Expr>mapToObj(
                        i -> x.get(i - 1).times(distinct ? ratio(97, 2020L * (i + 1)) : ratio(1, 20L * (i + 1))))
                .toList());
        Expr quadratic = sum(IntStream.rangeClosed(1, n)
                .mapToObj(i -> x.get(i - 1)
                        .times(sum(IntStream.rangeClosed(1, n)
                                .<Expr>mapToObj(j -> x.get(j - 1).times(ratio(1, 10L * (i + j + 1))))
                                .toList())))
                .toList());
        Expr mixing =
                sum(x.stream().map(xi -> xi.times(log(xi.over(one.minus(bx))))).toList());
        Expr root = sqrt(ratio(2, 1));
        Expr above = one.plus(one.plus(root).times(bx));
        Expr below = one.plus(one.minus(root).times(bx));
        return mixing.minus(quadratic.over(sqrt(ratio(8, 1)).times(bx)).times(log(above.over(below))));
    }

    /** l(n+1) = 4 l(n)(1 - l(n)), l(1) = x. */
    public static Expr logistic(Expr x, int n) {
        Expr l = x;
        for (int k = 1; k < n; k++) {
            l = ratio(4, 1).times(l).times(ratio(1, 1).minus(l));
        }
        return l;
    }

    /** x ← sin(x)·1.0001, n times. */
    public static Expr dampedSines(Expr x, int n) {
        Expr factor = Functions.number("1.0001");
        Expr y = x;
        for (int k = 0; k < n; k++) {
            y = sin(y).times(factor);
        }
        return y;
    }
}
