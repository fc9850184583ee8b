package tridiff.bench;

import java.util.List;
import java.util.Locale;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;

/** The time to differentiate a formula with 10^4, 10^5 and 10^6 distinct nodes: linear, since equal parts are shared. */
public final class SharedDerivative {

    private SharedDerivative() {}

    public static void main(String[] args) {
        measure(100_000, false);
        for (int nodes : new int[] {10_000, 100_000, 1_000_000}) {
            measure(nodes, true);
        }
    }

    /** f = sin(f)·x + f again and again: three new nodes each time, and a tree of 2^(n/3) nodes. */
    private static Expr shared(int nodes) {
        Expr.Var x = Functions.variable("x");
        Expr f = x;
        for (int i = 0; i < nodes / 3; i++) {
            f = Functions.sin(f).times(x).plus(f);
        }
        return f;
    }

    private static void measure(int nodes, boolean shown) {
        Expr f = shared(nodes);
        Expr.Var x = f.variables().get(0);
        double rules = Double.MAX_VALUE;
        double sweep = Double.MAX_VALUE;
        int size = 0;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Expr derivative = SymbolicDerivative.raw().derivative(f, x);
            long middle = System.nanoTime();
            WengertList program = Adjoints.program(f, List.of(x));
            long end = System.nanoTime();
            rules = Math.min(rules, (middle - start) / 1e9);
            sweep = Math.min(sweep, (end - middle) / 1e9);
            size = program.size() + (derivative == f ? 1 : 0);
        }
        if (shown) {
            System.out.printf(
                    Locale.ROOT,
                    "%,9d nodes: by the rules %.3f s, by the reverse sweep %.3f s (%,d lines)%n",
                    WengertList.of(f, List.of()).size(),
                    rules,
                    sweep,
                    size);
        }
    }
}
