package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;

/** GradBench's llsq: ½ Σ (sign t - Σ x(j) t^j)² over points t of [-1, 1], the fit of a step by a polynomial of ten terms. */
final class LeastSquares extends Problem {

    private static final int TERMS = 10;

    private final int n;
    private final List<Expr.Var> x = variables(TERMS);

    LeastSquares(int n) {
        this.n = n;
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        Expr squares = Expr.sum("i", 0, n - 1, i -> {
            Expr t = i.times(Expr.constant(Rational.of(2, n - 1))).minus(1);
            Expr power = Expr.constant(1);
            Expr sum = x.get(0);
            for (int j = 1; j < TERMS; j++) {
                power = j == 1 ? t : power.times(t);
                sum = sum.plus(x.get(j).times(power));
            }
            Expr residual = Expr.apply(Elementary.SIGN, t).minus(sum);
            return residual.times(residual);
        });
        return squares.over(2);
    }

    @Override
    double[] point() {
        double[] point = new double[TERMS];
        Arrays.setAll(point, j -> 1.0 / (j + 1));
        return point;
    }

    @Override
    double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t = i * (2.0 / (n - 1)) - 1;
            double power = 1;
            double fit = x[0];
            for (int j = 1; j < TERMS; j++) {
                power *= t;
                fit += x[j] * power;
            }
            double residual = Math.signum(t) - fit;
            sum += residual * residual;
        }
        return sum / 2;
    }

    @Override
    double gradient(double[] x, double[] g) {
        Arrays.fill(g, 0);
        double sum = 0;
        double[] powers = new double[TERMS];
        powers[0] = 1;
        for (int i = 0; i < n; i++) {
            double t = i * (2.0 / (n - 1)) - 1;
            double fit = x[0];
            for (int j = 1; j < TERMS; j++) {
                powers[j] = powers[j - 1] * t;
                fit += x[j] * powers[j];
            }
            double residual = Math.signum(t) - fit;
            sum += residual * residual;
            for (int j = 0; j < TERMS; j++) {
                g[j] -= residual * powers[j];
            }
        }
        return sum / 2;
    }
}
