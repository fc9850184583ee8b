package tridiff.bench;

import static tridiff.expr.Functions.exp;
import static tridiff.expr.Functions.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tridiff.expr.DataColumn;
import tridiff.expr.Expr;

/**
 * The log-likelihood of a mixture of Gaussians, the first objective of ADBench (Srajer, Kukelova, Fitzgibbon, 2018): N points of
 * D = 10 dimensions, K components, 66 K parameters: weights α, means μ, log-diagonals q and lower triangles l.
 */
final class Mixture extends Problem {

    private static final int D = 10;
    private static final int TRIANGLE = D * (D - 1) / 2;

    private final int n;
    private final int components;
    private final double[][] data;
    private final List<Expr.Var> x;

    Mixture(int n, int components) {
        this.n = n;
        this.components = components;
        this.x = variables(components * (1 + 2 * D + TRIANGLE));
        this.data = new double[D][];
        var random = new Random(7);
        for (int d = 0; d < D; d++) {
            data[d] = random.doubles(n, -1, 1).toArray();
        }
    }

    private static int alpha(int k) {
        return k;
    }

    private int mean(int k, int d) {
        return components + k * D + d;
    }

    private int diagonal(int k, int d) {
        return components + components * D + k * D + d;
    }

    private int below(int k, int row, int column) {
        return components + 2 * components * D + k * TRIANGLE + row * (row - 1) / 2 + column;
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        List<DataColumn> columns = IntStream.range(0, D)
                .mapToObj(d -> new DataColumn("x" + d, data[d]))
                .toList();
        Expr terms = Expr.sum("i", 0, n - 1, i -> {
            List<Expr> point =
                    columns.stream().<Expr>map(column -> column.at(i)).toList();
            return logSumExp(IntStream.range(0, components)
                    .mapToObj(k -> component(k, point))
                    .toList());
        });
        Expr weights = logSumExp(IntStream.range(0, components)
                .<Expr>mapToObj(k -> x.get(alpha(k)))
                .toList());
        return terms.minus(weights.times(Expr.constant(n))).plus(prior());
    }

    private Expr component(int k, List<Expr> point) {
        List<Expr> centred = IntStream.range(0, D)
                .<Expr>mapToObj(d -> point.get(d).minus(x.get(mean(k, d))))
                .toList();
        var squares = new ArrayList<Expr>();
        Expr logs = x.get(diagonal(k, 0));
        for (int row = 0; row < D; row++) {
            Expr y = exp(x.get(diagonal(k, row))).times(centred.get(row));
            for (int column = 0; column < row; column++) {
                y = y.plus(x.get(below(k, row, column)).times(centred.get(column)));
            }
            squares.add(y.times(y));
            logs = row == 0 ? logs : logs.plus(x.get(diagonal(k, row)));
        }
        return x.get(alpha(k)).plus(logs).minus(sum(squares).over(2));
    }

    /** Without a shift by the largest: the terms of this instance are far from overflow. */
    private static Expr logSumExp(List<Expr> terms) {
        return log(sum(terms.stream().<Expr>map(t -> exp(t)).toList()));
    }

    private Expr prior() {
        var squares = new ArrayList<Expr>();
        Expr logs = null;
        for (int k = 0; k < components; k++) {
            for (int row = 0; row < D; row++) {
                Expr q = x.get(diagonal(k, row));
                squares.add(exp(q.times(2)));
                logs = logs == null ? q : logs.plus(q);
                for (int column = 0; column < row; column++) {
                    Expr l = x.get(below(k, row, column));
                    squares.add(l.times(l));
                }
            }
        }
        return sum(squares).over(2).minus(logs);
    }

    @Override
    double[] point() {
        var random = new Random(11);
        return random.doubles(x.size(), -0.5, 0.5).toArray();
    }

    @Override
    double[] data() {
        return Arrays.stream(data).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    double value(double[] p) {
        return run(p, null);
    }

    @Override
    double gradient(double[] p, double[] gradient) {
        Arrays.fill(gradient, 0);
        return run(p, gradient);
    }

    /** Value, and the gradient where asked for, as one would write it by hand: one pass over the points. */
    private double run(double[] p, double[] g) {
        double[] scale = new double[components * D];
        double[] constant = new double[components];
        for (int k = 0; k < components; k++) {
            constant[k] = p[alpha(k)];
            for (int d = 0; d < D; d++) {
                scale[k * D + d] = Math.exp(p[diagonal(k, d)]);
                constant[k] += p[diagonal(k, d)];
            }
        }
        double total = 0;
        double[] centred = new double[components * D];
        double[] y = new double[components * D];
        double[] e = new double[components];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < components; k++) {
                double square = 0;
                for (int row = 0; row < D; row++) {
                    double c = data[row][i] - p[mean(k, row)];
                    centred[k * D + row] = c;
                    double v = scale[k * D + row] * c;
                    int at = below(k, row, 0);
                    for (int column = 0; column < row; column++) {
                        v += p[at + column] * centred[k * D + column];
                    }
                    y[k * D + row] = v;
                    square += v * v;
                }
                e[k] = Math.exp(constant[k] - square / 2);
                sum += e[k];
            }
            total += Math.log(sum);
            if (g != null) {
                for (int k = 0; k < components; k++) {
                    pointGradient(p, g, k, e[k] / sum, scale, centred, y);
                }
            }
        }
        double weights = 0;
        for (int k = 0; k < components; k++) {
            weights += Math.exp(p[alpha(k)]);
        }
        total -= n * Math.log(weights);
        if (g != null) {
            for (int k = 0; k < components; k++) {
                g[alpha(k)] -= n * Math.exp(p[alpha(k)]) / weights;
            }
        }
        return total + prior(p, g);
    }

    private void pointGradient(double[] p, double[] g, int k, double w, double[] scale, double[] centred, double[] y) {
        g[alpha(k)] += w;
        for (int row = 0; row < D; row++) {
            double v = -w * y[k * D + row];
            double c = centred[k * D + row];
            double s = scale[k * D + row];
            g[diagonal(k, row)] += w + v * s * c;
            g[mean(k, row)] -= v * s;
            int at = below(k, row, 0);
            int mean = mean(k, 0);
            for (int column = 0; column < row; column++) {
                g[at + column] += v * centred[k * D + column];
                g[mean + column] -= v * p[at + column];
            }
        }
    }

    private double prior(double[] p, double[] g) {
        double squares = 0;
        double logs = 0;
        for (int k = 0; k < components; k++) {
            for (int row = 0; row < D; row++) {
                double q = p[diagonal(k, row)];
                double s = Math.exp(2 * q);
                squares += s;
                logs += q;
                if (g != null) {
                    g[diagonal(k, row)] += s - 1;
                }
                for (int column = 0; column < row; column++) {
                    int at = below(k, row, column);
                    squares += p[at] * p[at];
                    if (g != null) {
                        g[at] += p[at];
                    }
                }
            }
        }
        return squares / 2 - logs;
    }
}
