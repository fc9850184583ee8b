package tridiff.examples;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;

/**
 * Swell lives in the tree.
 *
 * <p>Written out, the derivative of a long product is far longer than the product. But the same parts occur in it again and again.
 * Counted once, they are few: as a list of operations the derivative is a small multiple of the function.
 */
public final class SwellLivesInTheTree {

    private SwellLivesInTheTree() {}

    /** The sizes of l(n) and of its derivative by the rules of the textbook: nodes of the tree, and distinct nodes. */
    record Row(int n, BigInteger tree, int shared, BigInteger derivativeTree, int derivativeShared) {}

    static Row row(int n) {
        Expr.Var x = Expr.variable("x");
        Expr l = Logistic.iterate(x, n);
        var function = WengertList.of(l, List.of());
        var derivative = WengertList.of(SymbolicDerivative.raw().derivative(l, x), List.of());
        return new Row(n, function.treeSize(), function.sharedSize(), derivative.treeSize(), derivative.sharedSize());
    }

    static String page() {
        var page = new StringBuilder(
                """
                Swell lives in the tree

                nodes of l(n) and of its derivative; tree: written out, shared: equal parts once
                 n         l tree  l shared          dl tree  dl shared  tree ratio  shared ratio
                """);
        IntStream.of(2, 3, 4, 6, 8, 10, 12, 20, 40)
                .mapToObj(SwellLivesInTheTree::row)
                .forEach(r -> page.append(line(r)));
        return page.append(
                        """

                Take away: trees double with every n, and the derivative's tree outgrows the function's by a
                factor that grows with n. Shared, both grow by a constant number of nodes a step: the ratio
                settles below 4. "Symbolic derivatives explode" is a statement about how they are written.
                """)
                .toString();
    }

    private static String line(Row r) {
        return String.format(
                Locale.ROOT,
                "%2d  %13d  %8d  %15d  %9d  %10.1f  %12.2f\n",
                r.n,
                r.tree,
                r.shared,
                r.derivativeTree,
                r.derivativeShared,
                r.derivativeTree.doubleValue() / r.tree.doubleValue(),
                (double) r.derivativeShared / r.shared);
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
