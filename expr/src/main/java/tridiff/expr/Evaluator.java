package tridiff.expr;

/**
 * Runs a Wengert list over doubles, as fast as an interpreter can: no allocation, constants once.
 *
 * <p>Every method's program is run by this same class, so that comparisons of their speed are fair by construction. Not thread-safe:
 * one evaluator a thread.
 */
public final class Evaluator {

    private static final int UNARY = 0;
    private static final int BINARY = 1;
    private static final int CHOICE = 2;
    private static final int PLUS = 3;
    private static final int MINUS = 4;
    private static final int TIMES = 5;
    private static final int OVER = 6;
    private static final int NEGATE = 7;

    private final int[] code;
    private final int[] target;
    private final int[] a;
    private final int[] b;
    private final int[] c;
    private final Object[] functions;
    private final double[] v;
    private final int[] inputs;
    private final int[] outputs;

    public Evaluator(WengertList list) {
        boolean[] all = new boolean[list.inputCount()];
        java.util.Arrays.fill(all, true);
        boolean[] varies = list.dependsOn(all);
        int count = (int) list.operations();
        code = new int[count];
        target = new int[count];
        a = new int[count];
        b = new int[count];
        c = new int[count];
        functions = new Object[count];
        v = new double[list.size()];
        inputs = new int[list.inputCount()];
        outputs = new int[list.outputCount()];
        java.util.Arrays.setAll(outputs, list::output);
        int next = 0;
        int input = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.kinds[i] == Line.INPUT) {
                inputs[input++] = i;
            } else if (varies[i]) {
                code[next] = code(list, i);
                target[next] = i;
                a[next] = list.a[i];
                b[next] = list.b[i];
                c[next] = list.c[i];
                functions[next] = list.what[i];
                next++;
            } else {
                v[i] = fixed(list, i);
            }
        }
    }

    private double fixed(WengertList list, int i) {
        return switch (list.kinds[i]) {
            case CONSTANT -> list.constant(i).doubleValue();
            case UNARY -> ((Unary) list.what[i]).of(v[list.a[i]]);
            case BINARY -> ((Binary) list.what[i]).of(v[list.a[i]], v[list.b[i]]);
            case CHOICE -> choose(v[list.a[i]], v[list.b[i]], v[list.c[i]]);
            case INPUT -> throw new IllegalArgumentException("an input is not fixed");
        };
    }

    private static int code(WengertList list, int i) {
        Object f = list.what[i];
        if (list.kinds[i] == Line.CHOICE) {
            return CHOICE;
        }
        if (f instanceof Arithmetic operator && operator != Arithmetic.POWER) {
            return PLUS + operator.ordinal();
        }
        return f == Elementary.NEGATE ? NEGATE : list.kinds[i] == Line.UNARY ? UNARY : BINARY;
    }

    /** Whether this is the same as {@code condition == 1 ? yes : no}, with an undefined condition giving an undefined result. */
    static double choose(double condition, double yes, double no) {
        return condition != 0 ? Double.isNaN(condition) ? condition : yes : no;
    }

    /** Runs all lines for inputs x and stores the results. */
    public void run(double[] x, double[] results) {
        run(x);
        for (int i = 0; i < outputs.length; i++) {
            results[i] = v[outputs[i]];
        }
    }

    /** Runs all lines for inputs x; returns the first result. */
    public double run(double[] x) {
        for (int i = 0; i < inputs.length; i++) {
            v[inputs[i]] = x[i];
        }
        for (int i = 0; i < code.length; i++) {
            v[target[i]] = switch (code[i]) {
                case PLUS -> v[a[i]] + v[b[i]];
                case MINUS -> v[a[i]] - v[b[i]];
                case TIMES -> v[a[i]] * v[b[i]];
                case OVER -> v[a[i]] / v[b[i]];
                case NEGATE -> -v[a[i]];
                case UNARY -> ((Unary) functions[i]).of(v[a[i]]);
                case BINARY -> ((Binary) functions[i]).of(v[a[i]], v[b[i]]);
                default -> choose(v[a[i]], v[b[i]], v[c[i]]);
            };
        }
        return v[outputs[0]];
    }

    /** The value of a line after the last run. */
    public double value(int line) {
        return v[line];
    }
}
