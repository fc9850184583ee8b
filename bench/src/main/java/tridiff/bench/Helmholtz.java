package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.Rational;

/**
 * The Helmholtz energy of a mixed fluid, the benchmark of Griewank and of Baydin et al. (JMLR 18(153), 2018), with RT = 1,
 * b(i) = 1/(20(i+1)) and A(i,j) = 1/(10(i+j+1)).
 */
final class Helmholtz extends Problem {

    private static final double ROOT = Math.sqrt(2);
    private static final double ROOT8 = Math.sqrt(8);

    private final List<Expr.Var> x;
    private final double[] b;
    private final double[][] a;

    Helmholtz(int n) {
        this.x = variables(n);
        this.b = new double[n];
        this.a = new double[n][n];
        Arrays.setAll(b, i -> 1.0 / (20 * (i + 2)));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = 1.0 / (10 * (i + j + 3));
            }
        }
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        Expr one = Expr.constant(1);
        Expr root = Functions.sqrt(Expr.constant(2));
        Expr bx = combined(i -> Rational.of(1, 20L * (i + 2)));
        Expr quadratic = sum(indices()
                .mapToObj(i -> x.get(i).times(combined(j -> Rational.of(1, 10L * (i + j + 3)))))
                .toList());
        Expr mixing = sum(x.stream()
                .map(xi -> xi.times(Functions.log(xi.over(one.minus(bx)))))
                .toList());
        Expr above = one.plus(one.plus(root).times(bx));
        Expr below = one.plus(one.minus(root).times(bx));
        Expr logarithm = Functions.log(above.over(below));
        return mixing.minus(
                quadratic.over(Functions.sqrt(Expr.constant(8)).times(bx)).times(logarithm));
    }

    private IntStream indices() {
        return IntStream.range(0, x.size());
    }

    private Expr combined(java.util.function.IntFunction<Rational> coefficient) {
        return sum(indices()
                .<Expr>mapToObj(i -> x.get(i).times(Expr.constant(coefficient.apply(i))))
                .toList());
    }

    @Override
    double[] point() {
        double[] point = new double[x.size()];
        Arrays.setAll(point, i -> (i + 1) / (10.0 * (x.size() + 1)));
        return point;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    @Override
    double value(double[] x) {
        double bx = dot(b, x);
        double mixing = 0;
        double quadratic = 0;
        for (int i = 0; i < x.length; i++) {
            mixing += x[i] * Math.log(x[i] / (1 - bx));
            quadratic += x[i] * dot(a[i], x);
        }
        return mixing - quadratic / (ROOT8 * bx) * Math.log((1 + (1 + ROOT) * bx) / (1 + (1 - ROOT) * bx));
    }

    @Override
    double gradient(double[] x, double[] g) {
        double bx = dot(b, x);
        double mixing = 0;
        double quadratic = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double logarithm = Math.log(x[i] / (1 - bx));
            double ax = dot(a[i], x);
            mixing += x[i] * logarithm;
            quadratic += x[i] * ax;
            total += x[i];
            g[i] = logarithm + 1;
        }
        double above = 1 + (1 + ROOT) * bx;
        double below = 1 + (1 - ROOT) * bx;
        double logarithm = Math.log(above / below);
        double byQuadratic = -logarithm / (ROOT8 * bx);
        double byLogarithm = -quadratic / (ROOT8 * bx);
        double byB = total / (1 - bx)
                - byQuadratic * quadratic / bx
                + byLogarithm * ((1 + ROOT) / above - (1 - ROOT) / below);
        for (int i = 0; i < x.length; i++) {
            g[i] += byB * b[i] + 2 * byQuadratic * dot(a[i], x); // A is symmetric
        }
        return mixing + byQuadratic * quadratic;
    }
}
