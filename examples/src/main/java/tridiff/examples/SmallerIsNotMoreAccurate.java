package tridiff.examples;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * A smaller formula is not a more accurate one.
 *
 * <p>Multiplied out, the derivative of a logistic iterate is a short polynomial with huge coefficients of alternating sign. Its terms
 * cancel, and the digits go with them. The long formula of the product rule keeps them all.
 */
public final class SmallerIsNotMoreAccurate {

    private static final int POINTS = 200;

    private SmallerIsNotMoreAccurate() {}

    /** Nodes and worst error of the two ways to write the derivative of l(n); the error as a part of the largest derivative. */
    record Row(int n, long rawNodes, double rawError, long expandedNodes, double expandedError) {}

    static Row row(int n) {
        Expr.Var x = Expr.variable("x");
        Expr l = Logistic.iterate(x, n);
        var f = WengertList.of(l, List.of(x));
        var raw = WengertList.of(SymbolicDerivative.raw().derivative(l, x), List.of(x));
        var expanded = WengertList.of(Logistic.expandedDerivative(x, n), List.of(x));
        var asWritten = new Evaluator(raw);
        var multipliedOut = new Evaluator(expanded);
        double largest = 0;
        double rawError = 0;
        double expandedError = 0;
        for (int i = 1; i <= POINTS; i++) {
            double[] at = {i / (POINTS + 1.0)};
            Enclosure truth = derivative(f, at[0]);
            largest = Math.max(largest, truth.absoluteError(0));
            rawError = Math.max(rawError, truth.absoluteError(asWritten.run(at)));
            expandedError = Math.max(expandedError, truth.absoluteError(multipliedOut.run(at)));
        }
        return new Row(
                n,
                raw.treeSize().longValueExact(),
                rawError / largest,
                expanded.treeSize().longValueExact(),
                expandedError / largest);
    }

    /** The proved derivative at exactly this double. */
    private static Enclosure derivative(WengertList f, double x) {
        var at = List.of(Rational.of(x));
        return Reference.at(f, at, new boolean[] {true}, Reference.Effort.DEFAULT)
                .gradient()
                .get(0);
    }

    static String page() {
        var page = new StringBuilder(
                """
                A smaller formula is not a more accurate one

                the derivative of l(n), worst error at 200 points in (0, 1), relative to the largest derivative
                 n    product rule: nodes      error    multiplied out: nodes      error
                """);
        IntStream.rangeClosed(2, 7).mapToObj(SmallerIsNotMoreAccurate::row).forEach(r -> page.append(line(r)));
        return page.append(
                        """

                Take away: at n = 6 the short form has a tenth of the nodes, and not even the right order of
                magnitude. Formulas must be judged on size and on accuracy; this is why the simplifier
                of this project never multiplies out.
                """)
                .toString();
    }

    private static String line(Row r) {
        return String.format(
                Locale.ROOT,
                "%2d  %20d  %9.1e  %23d  %9.1e\n",
                r.n,
                r.rawNodes,
                r.rawError,
                r.expandedNodes,
                r.expandedError);
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
