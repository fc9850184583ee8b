package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import tridiff.expr.Expr;

/** The product x1·x2·…·xn, ADOL-C's example: nothing but multiplications, and a gradient that is all of their partial products. */
final class Speelpenning extends Problem {

    private final List<Expr.Var> x;

    Speelpenning(int n) {
        this.x = variables(n);
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        return x.stream().<Expr>map(v -> v).reduce(Expr::times).orElseThrow();
    }

    /** (i+1)/(i+2), so that the product is 1/(n+1). */
    @Override
    double[] point() {
        double[] point = new double[x.size()];
        Arrays.setAll(point, i -> (i + 1.0) / (i + 2));
        return point;
    }

    @Override
    double value(double[] x) {
        double product = x[0];
        for (int i = 1; i < x.length; i++) {
            product *= x[i];
        }
        return product;
    }

    @Override
    double gradient(double[] x, double[] g) {
        double before = 1;
        for (int i = 0; i < x.length; i++) {
            g[i] = before;
            before *= x[i];
        }
        double after = 1;
        for (int i = x.length - 1; i >= 0; i--) {
            g[i] *= after;
            after *= x[i];
        }
        return before;
    }
}
