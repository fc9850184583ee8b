package tridiff.bench;

import java.util.List;
import tridiff.expr.Expr;

/** The n-th iterate of the logistic map: one variable and a long chain. */
final class Logistic extends Problem {

    private final List<Expr.Var> x = variables(1);
    private final int n;

    Logistic(int n) {
        this.n = n;
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        Expr l = x.get(0);
        for (int k = 1; k < n; k++) {
            l = Expr.constant(4).times(l).times(Expr.constant(1).minus(l));
        }
        return l;
    }

    @Override
    double[] point() {
        return new double[] {0.2};
    }

    @Override
    double value(double[] x) {
        double l = x[0];
        for (int k = 1; k < n; k++) {
            l = 4 * l * (1 - l);
        }
        return l;
    }

    @Override
    double gradient(double[] x, double[] g) {
        double l = x[0];
        double tangent = 1;
        for (int k = 1; k < n; k++) {
            tangent *= 4 * (1 - l) - 4 * l;
            l = 4 * l * (1 - l);
        }
        g[0] = tangent;
        return l;
    }

    /** Chaos: the derivative is near 2^n, and a shift of the smallest step is the whole interval n iterates later. */
    @Override
    boolean isSmooth() {
        return false;
    }
}
