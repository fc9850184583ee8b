package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.symbolic.measure.Sizes;
import tridiff.teaching.paper.Paper.Row;

/**
 * Laue, "On the equivalence of automatic and symbolic differentiation", 2019: a derivative swells where it is written as a tree, and
 * only there. Sizes are of the textbook's derivative with 0·u, 1·u and u + 0 left out.
 */
final class Laue {

    private static final Said WHY = Said.of("papers.nodes.other");

    private Laue() {}

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int n : new int[] {5, 10, 20, 40}) {
            Sizes d = derivative(member("sine", FunctionFamily.By.DEPTH, n));
            rows.add(row(
                    Said.of("papers.laue.derivative", "sin(sin(…x)), n = " + n, "n(n+5)/2 - 1"),
                    n * (n + 5L) / 2 - 1,
                    d.tree()));
            rows.add(row(Said.of("papers.laue.shared", "3n - 1"), 3L * n - 1, d.dag()));
        }
        rows.addAll(squaring(30));
        rows.addAll(product(50));
        return rows;
    }

    /** v = v*v, again and again: as trees f' is n times f, shared it is four times. */
    private static List<Row> squaring(int n) {
        Expr f = member("squaring", FunctionFamily.By.DEPTH, n);
        Sizes d = derivative(f);
        long tree = (1L << (n + 1)) - 1;
        return List.of(
                row(
                        Said.of("papers.laue.f", "v = v*v, n = " + n, "2^(n+1) - 1"),
                        tree,
                        Sizes.of(List.of(f)).tree()),
                row(Said.of("papers.laue.its", "n*2^(n+1) - 1"), n * (tree + 1) - 1, d.tree()),
                row(
                        Said.of("papers.laue.f.shared", "n + 1"),
                        n + 1L,
                        Sizes.of(List.of(f)).dag()),
                row(Said.of("papers.laue.its.shared", "4n - 2"), 4L * n - 2, d.dag()));
    }

    /** Speelpenning's product: for a gradient sharing is not enough, it takes the reverse sweep. */
    private static List<Row> product(int n) {
        Expr f = member("product", FunctionFamily.By.VARS, n);
        Sizes d = derivative(f);
        return List.of(
                row(Said.of("papers.laue.gradient", "x1*x2*…*xn, n = " + n, "n(n-2)"), n * (n - 2L), d.operations()),
                row(Said.of("papers.laue.shared", "n(n+1)/2 - 3"), n * (n + 1L) / 2 - 3, d.dagOperations()),
                row(
                        Said.of("papers.laue.reverse", "3n - 5"),
                        3L * n - 5,
                        Adjoints.program(f, f.variables()).operations()));
    }

    private static Expr member(String family, FunctionFamily.By by, int n) {
        return FunctionFamily.named(family, by).orElseThrow().members().apply(n);
    }

    private static Sizes derivative(Expr f) {
        return Sizes.ofLocalDerivatives(f, f.variables());
    }

    private static Row row(Said what, long law, Number ours) {
        return Row.of(what, Long.toString(law), ours.toString(), WHY);
    }
}
