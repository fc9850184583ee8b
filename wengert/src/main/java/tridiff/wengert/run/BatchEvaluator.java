package tridiff.wengert.run;

import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Elementary;
import tridiff.expr.Real;
import tridiff.expr.Unary;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * Runs a list over many points side by side: each line is a loop over lanes, which the JVM turns into vector instructions where it
 * can. Results are those of an {@link Evaluator} to the last bit. Not thread-safe.
 *
 * <p>Every line has an array of its own: HotSpot cannot prove that two ranges of one array do not overlap.
 */
public final class BatchEvaluator {

    /** Lanes that keep the loops long enough to be vectorised and the rows in the cache. */
    public static final int WIDTH = 64;

    private final ExecutionPlan s;
    private final WengertList list;
    private final double[][] rows;
    private final double[] point; // of one lane, for loops
    private final java.util.BitSet loops = new java.util.BitSet();

    public BatchEvaluator(WengertList list) {
        this.s = new ExecutionPlan(list);
        this.list = list;
        this.rows = new double[list.size()][WIDTH];
        this.point = new double[list.size()];
        for (int i = 0; i < list.size(); i++) {
            if (!s.varies[i]) {
                java.util.Arrays.fill(rows[i], s.fixed[i]);
            }
            if (list.beginsLoop(i) && s.varies[i]) {
                loops.set(i);
            }
        }
    }

    /**
     * Runs the list for some points.
     *
     * @param x one row for each input, one column for each point
     * @param results one row for each result
     * @param count of points
     */
    public void run(double[][] x, double[][] results, int count) {
        for (int first = 0; first < count; first += WIDTH) {
            int width = Math.min(WIDTH, count - first);
            for (int i = 0; i < s.inputs.length; i++) {
                System.arraycopy(x[i], first, rows[s.inputs[i]], 0, width);
            }
            for (int i = 0; i < list.size(); i++) {
                if (s.isOperation(i)) {
                    line(i, width);
                }
            }
            for (int i = 0; i < results.length; i++) {
                System.arraycopy(rows[list.output(i)], 0, results[i], first, width);
            }
        }
    }

    private void line(int i, int width) {
        double[] to = rows[i];
        if (list.kind(i) == OpKind.LOOP) {
            if (loops.get(i)) {
                loop(i, width);
            }
            return;
        }
        double[] a = rows[list.operand(i, 0)];
        Object f = list.what(i);
        if (list.kind(i) == OpKind.CHOICE) {
            double[] yes = rows[list.operand(i, 1)];
            double[] no = rows[list.operand(i, 2)];
            for (int j = 0; j < width; j++) {
                to[j] = Real.choose(a[j], yes[j], no[j]);
            }
        } else if (f instanceof Unary unary) {
            unary(unary, a, to, width);
        } else {
            binary((Binary) f, a, rows[list.operand(i, 1)], to, width);
        }
    }

    private static void unary(Unary f, double[] a, double[] to, int width) {
        if (f == Elementary.NEGATE) {
            for (int j = 0; j < width; j++) {
                to[j] = -a[j];
            }
        } else {
            for (int j = 0; j < width; j++) {
                to[j] = f.of(a[j]);
            }
        }
    }

    private static void binary(Binary f, double[] a, double[] b, double[] to, int width) {
        if (!(f instanceof Arithmetic operator)) {
            apply(f, a, b, to, width);
            return;
        }
        switch (operator) {
            case PLUS -> plus(a, b, to, width);
            case MINUS -> minus(a, b, to, width);
            case TIMES -> times(a, b, to, width);
            case OVER -> over(a, b, to, width);
            case POWER -> apply(f, a, b, to, width);
        }
    }

    private static void apply(Binary f, double[] a, double[] b, double[] to, int width) {
        for (int j = 0; j < width; j++) {
            to[j] = f.of(a[j], b[j]);
        }
    }

    // One method a loop: HotSpot compiles and vectorises each by itself.
    private static void plus(double[] a, double[] b, double[] to, int width) {
        for (int j = 0; j < width; j++) {
            to[j] = a[j] + b[j];
        }
    }

    private static void minus(double[] a, double[] b, double[] to, int width) {
        for (int j = 0; j < width; j++) {
            to[j] = a[j] - b[j];
        }
    }

    private static void times(double[] a, double[] b, double[] to, int width) {
        for (int j = 0; j < width; j++) {
            to[j] = a[j] * b[j];
        }
    }

    private static void over(double[] a, double[] b, double[] to, int width) {
        for (int j = 0; j < width; j++) {
            to[j] = a[j] / b[j];
        }
    }

    /** A loop runs for one point after the other. */
    private void loop(int first, int width) {
        LoopRunner runner = s.loopAt(first);
        for (int j = 0; j < width; j++) {
            for (int argument : runner.arguments()) {
                point[argument] = rows[argument][j];
            }
            runner.run(point);
            for (int i = first; i < list.size() && list.what(i) == list.what(first); i++) {
                rows[i][j] = point[i];
            }
        }
    }
}
