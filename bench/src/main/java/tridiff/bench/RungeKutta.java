package tridiff.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.Rational;

/**
 * An ordinary differential equation as in GradBench's ode, y(0)' = x(0), y(i)' = x(i) y(i-1) from y = 0 to time 2, by so many steps
 * of the classical Runge-Kutta method: an iteration with as many states.
 */
final class RungeKutta extends Problem {

    private final int steps;
    private final int states;
    private final List<Expr.Var> x;

    RungeKutta(int steps, int states) {
        this.steps = steps;
        this.states = states;
        this.x = variables(states);
    }

    @Override
    List<Expr.Var> variables() {
        return x;
    }

    @Override
    Expr expression() {
        List<String> names = IntStream.range(0, states).mapToObj(i -> "y" + i).toList();
        List<Expr> zeros =
                IntStream.range(0, states).mapToObj(i -> Expr.constant(0)).toList();
        Rational h = Rational.of(2, steps);
        return Expr.iterate(steps, names, zeros, y -> {
                    List<Expr> k1 = slope(List.copyOf(y));
                    List<Expr> k2 = slope(moved(y, h.over(Rational.TWO), k1));
                    List<Expr> k3 = slope(moved(y, h.over(Rational.TWO), k2));
                    List<Expr> k4 = slope(moved(y, h, k3));
                    var next = new ArrayList<Expr>();
                    for (int i = 0; i < states; i++) {
                        Expr sum = k1.get(i)
                                .plus(k2.get(i).times(2))
                                .plus(k3.get(i).times(2))
                                .plus(k4.get(i));
                        next.add(y.get(i).plus(sum.times(Expr.constant(h.over(Rational.of(6))))));
                    }
                    return next;
                })
                .get(states - 1);
    }

    private List<Expr> slope(List<Expr> y) {
        return IntStream.range(0, states)
                .<Expr>mapToObj(i -> i == 0 ? x.get(0) : x.get(i).times(y.get(i - 1)))
                .toList();
    }

    private List<Expr> moved(List<? extends Expr> y, Rational h, List<Expr> slope) {
        return IntStream.range(0, states)
                .<Expr>mapToObj(i -> y.get(i).plus(slope.get(i).times(Expr.constant(h))))
                .toList();
    }

    @Override
    double[] point() {
        double[] point = new double[states];
        Arrays.setAll(point, i -> 1 + 1.0 / (i + 1));
        return point;
    }

    @Override
    double value(double[] x) {
        double[] y = new double[states];
        double[][] k = new double[4][states];
        double[] at = new double[states];
        for (int step = 0; step < steps; step++) {
            step(x, y, k, at);
        }
        return y[states - 1];
    }

    private void step(double[] x, double[] y, double[][] k, double[] at) {
        double h = 2.0 / steps;
        slope(x, y, k[0]);
        for (int stage = 1; stage < 4; stage++) {
            double part = stage < 3 ? h / 2 : h;
            for (int i = 0; i < states; i++) {
                at[i] = y[i] + part * k[stage - 1][i];
            }
            slope(x, at, k[stage]);
        }
        for (int i = 0; i < states; i++) {
            y[i] += (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]) * (h / 6);
        }
    }

    private void slope(double[] x, double[] y, double[] k) {
        k[0] = x[0];
        for (int i = 1; i < states; i++) {
            k[i] = x[i] * y[i - 1];
        }
    }

    @Override
    double gradient(double[] x, double[] g) {
        double h = 2.0 / steps;
        double[][] visited = new double[steps][];
        double[] y = new double[states];
        double[][] k = new double[4][states];
        double[] at = new double[states];
        for (int step = 0; step < steps; step++) {
            visited[step] = y.clone();
            step(x, y, k, at);
        }
        Arrays.fill(g, 0);
        double[] w = new double[states];
        w[states - 1] = 1;
        double[][] wk = new double[4][states];
        for (int step = steps - 1; step >= 0; step--) {
            double[] start = visited[step];
            double[] weights = {h / 6, h / 3, h / 3, h / 6};
            slope(x, start, k[0]);
            for (int stage = 0; stage < 4; stage++) {
                for (int i = 0; i < states; i++) {
                    wk[stage][i] = weights[stage] * w[i];
                }
            }
            double[][] points = new double[4][];
            points[0] = start;
            for (int stage = 1; stage < 4; stage++) {
                double part = stage < 3 ? h / 2 : h;
                points[stage] = new double[states];
                for (int i = 0; i < states; i++) {
                    points[stage][i] = start[i] + part * k[stage - 1][i];
                }
                slope(x, points[stage], k[stage]);
            }
            for (int stage = 3; stage >= 0; stage--) {
                double part = stage == 0 ? 0 : stage < 3 ? h / 2 : h;
                g[0] += wk[stage][0];
                for (int i = 1; i < states; i++) {
                    g[i] += wk[stage][i] * points[stage][i - 1];
                    double back = wk[stage][i] * x[i];
                    w[i - 1] += back;
                    if (stage > 0) {
                        wk[stage - 1][i - 1] += part * back;
                    }
                }
            }
        }
        return y[states - 1];
    }
}
