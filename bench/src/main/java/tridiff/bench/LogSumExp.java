package tridiff.bench;

import static tridiff.expr.Functions.exp;
import static tridiff.expr.Functions.log;

import java.util.List;
import java.util.Random;
import tridiff.expr.Expr;

/** GradBench's lse: log Σ exp x(i). */
final class LogSumExp extends Problem {

    private final List<Expr.Var> x;

    LogSumExp(int n) {
        this.x = variables(n);
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        return log(sum(x.stream().<Expr>map(v -> exp(v)).toList()));
    }

    @Override
    double[] point() {
        return new Random(3).doubles(x.size(), -2, 2).toArray();
    }

    @Override
    double value(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += Math.exp(v);
        }
        return Math.log(sum);
    }

    @Override
    double gradient(double[] x, double[] g) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            g[i] = Math.exp(x[i]);
            sum += g[i];
        }
        for (int i = 0; i < x.length; i++) {
            g[i] /= sum;
        }
        return Math.log(sum);
    }
}
