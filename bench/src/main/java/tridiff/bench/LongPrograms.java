package tridiff.bench;

import java.util.List;
import java.util.Locale;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;

/** Gradients of programs with 10^5, 10^6 and 10^7 operations written out: their time and memory are linear. */
public final class LongPrograms {

    private static final int OPERATIONS = 8; // of a variable in Rosenbrock's function

    private LongPrograms() {}

    public static void main(String[] args) {
        measure(100_000, false);
        System.out.println("| operations | expression s | gradient prepared s | first gradient s | next ns/operation |"
                + " bytes/operation |\n|---:|---:|---:|---:|---:|---:|");
        for (int operations : new int[] {100_000, 1_000_000, 10_000_000}) {
            measure(operations, true);
        }
    }

    private static void measure(int operations, boolean shown) {
        var problem = new Rosenbrock(operations / OPERATIONS);
        List<Expr.Var> variables = problem.variables();
        double[] x = problem.point();
        double[] found = new double[x.length];
        long before = used();
        long start = System.nanoTime();
        Expr f = problem.expression();
        double built = seconds(start);
        long count = WengertList.of(f, variables).operations();
        start = System.nanoTime();
        Prepared gradient = new ReverseMode().gradient(tridiff.wengert.method.Problem.of(f, variables, variables));
        double prepared = seconds(start);
        f = null;
        start = System.nanoTime();
        gradient.at(x, found);
        double first = seconds(start);
        start = System.nanoTime();
        gradient.at(x, found);
        gradient.at(x, found);
        double next = seconds(start) / 2;
        check(problem, x, found);
        double bytes = used() - before;
        gradient.at(x, found); // and so it is alive until now
        if (shown) {
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.3f | %.1f | %.0f |%n",
                    count,
                    built,
                    prepared,
                    first,
                    next * 1e9 / count,
                    bytes / count);
        }
    }

    private static void check(Problem problem, double[] x, double[] found) {
        double[] expected = new double[x.length];
        problem.gradient(x, expected);
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= 1e-9 * Math.abs(expected[i]) + 1e-9)) {
                throw new IllegalStateException(
                        "partial derivative " + i + ": " + found[i] + " and not " + expected[i]);
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
