package tridiff.numerical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * Derivatives of every kind of a function of several variables of which only values are known: partial derivatives of any order, mixed
 * ones, gradient, Hessian, Jacobian, and derivatives along a direction.
 *
 * <p>All are by {@link Adaptive} differences and come with an estimate of their error. A derivative costs some 30 to 100 values of f.
 */
public final class Differences {

    /** Order of accuracy of all the stencils. */
    private static final int ACCURACY = 8;

    private final ToDoubleFunction<double[]> f;

    /** Of a function that does not keep or change the array it is given. */
    public Differences(ToDoubleFunction<double[]> f) {
        this.f = f;
    }

    /** Of an expression; not thread-safe. */
    public static Differences of(Expr f, List<Expr.Var> variables) {
        return new Differences(new Evaluator(WengertList.of(f, variables))::run);
    }

    /** ∂f/∂x(i). */
    public Estimate partial(double[] x, int i) {
        return partial(x, i, 1);
    }

    /** The derivative of that order, at least 1, by the i-th variable. */
    public Estimate partial(double[] x, int i, int order) {
        return new Adaptive(order, ACCURACY).estimate(along(x, i), x[i]);
    }

    private DoubleUnaryOperator along(double[] x, int i) {
        double[] y = x.clone();
        return t -> {
            y[i] = t;
            return f.applyAsDouble(y);
        };
    }

    /** All first partial derivatives. */
    public List<Estimate> gradient(double[] x) {
        return IntStream.range(0, x.length).mapToObj(i -> partial(x, i)).toList();
    }

    /**
     * The derivative of that order along a direction v: of f(x + tv) by t, at t = 0.
     *
     * @throws IllegalArgumentException if v is 0 or not finite
     */
    public Estimate directional(double[] x, double[] v, int order) {
        double length = 0;
        double scale = 0;
        for (int i = 0; i < v.length; i++) {
            length = Math.max(length, Math.abs(v[i]));
            scale = v[i] == 0 ? scale : Math.max(scale, StepSize.scale(x[i]));
        }
        if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a direction must be finite and not 0");
        }
        double stretch = scale / length; // so that t = 1 is a step as long as x is large
        Estimate e = new Adaptive(order, ACCURACY).estimate(t -> f.applyAsDouble(moved(x, v, t * stretch)), 0);
        double factor = Math.pow(stretch, order);
        return new Estimate(e.value() / factor, e.error() / factor, e.step() * stretch, e.remark());
    }

    private static double[] moved(double[] x, double[] v, double t) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = v[i] == 0 ? x[i] : x[i] + t * v[i];
        }
        return y;
    }

    /** The mixed derivative by each variable as often as its entry says; differences of differences. */
    public Estimate mixed(double[] x, int... orders) {
        if (orders.length != x.length || IntStream.of(orders).sum() == 0) {
            throw new IllegalArgumentException(
                    "one order for each of the " + x.length + " variables, not all of them 0");
        }
        int outer = IntStream.range(0, orders.length)
                .filter(i -> orders[i] > 0)
                .findFirst()
                .orElseThrow();
        int[] rest = orders.clone();
        rest[outer] = 0;
        double[] y = x.clone();
        DoubleUnaryOperator inner = IntStream.of(rest).sum() == 0
                ? along(x, outer)
                : t -> {
                    y[outer] = t;
                    return mixed(y, rest).value();
                };
        return new Adaptive(orders[outer], ACCURACY).estimate(inner, x[outer]);
    }

    /**
     * All second partial derivatives; symmetric. Those by two variables are differences of two second derivatives along diagonals, each
     * variable by its own scale.
     */
    public List<List<Estimate>> hessian(double[] x) {
        int n = x.length;
        var rows = new ArrayList<List<Estimate>>();
        for (int i = 0; i < n; i++) {
            var row = new ArrayList<Estimate>();
            for (int j = 0; j < n; j++) {
                row.add(j < i ? rows.get(j).get(i) : j == i ? partial(x, i, 2) : byBoth(x, i, j));
            }
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    /** f_ij = (D²(u+v) - D²(u-v)) / 4|u||v| with u and v along the axes. */
    private Estimate byBoth(double[] x, int i, int j) {
        double[] v = new double[x.length];
        v[i] = StepSize.scale(x[i]);
        v[j] = StepSize.scale(x[j]);
        Estimate plus = directional(x, v, 2);
        v[j] = -v[j];
        Estimate minus = directional(x, v, 2);
        double area = 4 * v[i] * Math.abs(v[j]);
        return new Estimate(
                (plus.value() - minus.value()) / area,
                (plus.error() + minus.error()) / area,
                Math.min(plus.step(), minus.step()),
                plus.remark().isEmpty() ? minus.remark() : plus.remark());
    }

    /** The partial derivatives of each result (a row) by each variable (a column). Values of f are shared by the results. */
    public static List<List<Estimate>> jacobian(Function<double[], double[]> f, double[] x) {
        int results = f.apply(x.clone()).length;
        var columns = new ArrayList<List<Estimate>>();
        for (int j = 0; j < x.length; j++) {
            int axis = j;
            var known = new HashMap<Double, double[]>();
            Function<Double, double[]> values = t -> known.computeIfAbsent(t, s -> {
                double[] y = x.clone();
                y[axis] = s;
                return f.apply(y).clone();
            });
            columns.add(IntStream.range(0, results)
                    .mapToObj(k -> new Adaptive(1, ACCURACY).estimate(t -> values.apply(t)[k], x[axis]))
                    .toList());
        }
        return IntStream.range(0, results)
                .mapToObj(k -> columns.stream().map(c -> c.get(k)).toList())
                .toList();
    }
}
