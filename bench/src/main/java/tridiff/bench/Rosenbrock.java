package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Expr;

/** The chained function of Rosenbrock, Σ 100(x(i+1) - x(i)²)² + (1 - x(i))²: cheap operations only. */
final class Rosenbrock extends Problem {

    private final List<Expr.Var> x;

    Rosenbrock(int n) {
        this.x = variables(n);
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        return sum(IntStream.range(0, x.size() - 1).mapToObj(this::term).toList());
    }

    private Expr term(int i) {
        Expr valley = x.get(i + 1).minus(square(x.get(i)));
        return Expr.constant(100)
                .times(square(valley))
                .plus(square(Expr.constant(1).minus(x.get(i))));
    }

    /** As a product, as the code by hand has it: nothing here is to measure Math.pow. */
    private static Expr square(Expr e) {
        return e.times(e);
    }

    @Override
    double[] point() {
        double[] point = new double[x.size()];
        Arrays.setAll(point, i -> i % 2 == 0 ? -1.2 : 1.0);
        return point;
    }

    @Override
    double value(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * (valley * valley) + slope * slope;
        }
        return sum;
    }

    @Override
    double gradient(double[] x, double[] g) {
        Arrays.fill(g, 0);
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * (valley * valley) + slope * slope;
            g[i] -= 400 * valley * x[i] + 2 * slope;
            g[i + 1] += 200 * valley;
        }
        return sum;
    }
}
