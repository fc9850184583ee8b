package tridiff.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tridiff.expr.Expr;

/** The determinant of an n by n matrix by minors, each of which is computed once; its gradient is the matrix of cofactors. */
final class Determinant extends Problem {

    private final int n;
    private final List<Expr.Var> x;

    Determinant(int n) {
        this.n = n;
        this.x = variables(n * n);
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    /** The minor of the first rows in the columns of a set, expanded by its last row: from smaller sets to larger ones. */
    @Override
    Expr expression() {
        Expr[] minor = new Expr[1 << n];
        for (int set = 1; set < minor.length; set++) {
            int row = Integer.bitCount(set) - 1;
            int sign = row % 2 == 0 ? 1 : -1;
            Expr sum = null;
            for (int column = 0; column < n; column++) {
                if ((set >> column & 1) != 0) {
                    Expr entry = x.get(row * n + column);
                    Expr rest = minor[set & ~(1 << column)];
                    Expr term = rest == null ? entry : entry.times(rest);
                    sum = sum == null ? (sign < 0 ? term.negate() : term) : sign < 0 ? sum.minus(term) : sum.plus(term);
                    sign = -sign;
                }
            }
            minor[set] = sum;
        }
        return minor[minor.length - 1];
    }

    @Override
    double[] point() {
        return new Random(9).doubles(x.size(), -1, 1).toArray();
    }

    private void minors(double[] x, double[] minor) {
        minor[0] = 1;
        for (int set = 1; set < minor.length; set++) {
            int row = Integer.bitCount(set) - 1;
            double sign = row % 2 == 0 ? 1 : -1;
            double sum = 0;
            for (int rest = set; rest != 0; rest &= rest - 1) {
                int column = Integer.numberOfTrailingZeros(rest);
                sum += sign * x[row * n + column] * minor[set & ~(1 << column)];
                sign = -sign;
            }
            minor[set] = sum;
        }
    }

    @Override
    double value(double[] x) {
        double[] minor = new double[1 << n];
        minors(x, minor);
        return minor[minor.length - 1];
    }

    @Override
    double gradient(double[] x, double[] g) {
        double[] minor = new double[1 << n];
        double[] adjoint = new double[1 << n];
        minors(x, minor);
        Arrays.fill(g, 0);
        adjoint[adjoint.length - 1] = 1;
        for (int set = minor.length - 1; set > 0; set--) {
            int row = Integer.bitCount(set) - 1;
            double w = row % 2 == 0 ? adjoint[set] : -adjoint[set];
            for (int rest = set; rest != 0; rest &= rest - 1) {
                int column = Integer.numberOfTrailingZeros(rest);
                int smaller = set & ~(1 << column);
                g[row * n + column] += w * minor[smaller];
                adjoint[smaller] += w * x[row * n + column];
                w = -w;
            }
        }
        return minor[minor.length - 1];
    }
}
