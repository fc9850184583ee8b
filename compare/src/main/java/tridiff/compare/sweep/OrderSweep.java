package tridiff.compare.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.symbolic.Derivation;
import tridiff.symbolic.Simplifier;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;

/**
 * The sizes of the formulas of f, f', f'' … by one variable, raw and simplified, as trees and with shared parts counted once.
 *
 * @param function the formula, cut where it is long
 * @param by the variable to differentiate by
 * @param raw by the rules of the textbook and no more
 * @param simplified simplified at every order
 */
public record OrderSweep(String function, String by, Growth raw, Growth simplified) {

    /** No derivative with more distinct nodes is kept. */
    public static final int MOST_SHARED = 200_000;

    private static final int MOST_TEXT = 2000;
    private static final double MOST_SECONDS = 10;

    /** Nodes of a formula as a tree, and with shared parts counted once. */
    public record Size(BigInteger tree, int shared) {}

    /**
     * One way to write the derivatives.
     *
     * @param id of the method
     * @param sizes of the orders 0, 1, 2 …
     * @param stop why there are no higher orders, if they were asked for
     */
    public record Growth(String id, List<Size> sizes, Optional<Said> stop) {

        public Size last() {
            return sizes.get(sizes.size() - 1);
        }

        /** The highest order. */
        public int order() {
            return sizes.size() - 1;
        }
    }

    /** The sizes up to an order, or up to where a limit is met. */
    public static OrderSweep of(Expr f, Expr.Var by, int order) {
        return of(f, by, order, MOST_SHARED);
    }

    /** The same with another limit of distinct nodes. */
    public static OrderSweep of(Expr f, Expr.Var by, int order, int mostShared) {
        var raw = SymbolicDerivative.raw();
        var simplified = SymbolicDerivative.simplified();
        return new OrderSweep(
                Printer.PLAIN.printUpTo(MOST_TEXT, f),
                by.name(),
                growth(raw.id().toString(), raw.derivation(f), by, order, mostShared),
                growth(
                        simplified.id().toString(),
                        simplified.derivation(Simplifier.simplify(f)),
                        by,
                        order,
                        mostShared));
    }

    private static Growth growth(String id, Derivation f, Expr.Var by, int order, int mostShared) {
        long start = System.nanoTime();
        var sizes = new ArrayList<Size>(List.of(size(f.formula().expr())));
        Derivation derivative = f;
        while (sizes.size() <= order) {
            int next = sizes.size();
            if (expected(sizes) > mostShared) {
                return stopped(id, sizes, Said.of("compare.stop.derivative.about", next, grouped(expected(sizes))));
            }
            if ((System.nanoTime() - start) / 1e9 > MOST_SECONDS) {
                return stopped(id, sizes, Said.of("compare.stop.derivative.long", next));
            }
            try {
                derivative = derivative.by(by);
            } catch (Refusal refusal) {
                return stopped(id, sizes, Said.of("compare.stop.derivative.refused", next, refusal.said()));
            }
            Size size = size(derivative.formula().expr());
            if (size.shared > mostShared) {
                return stopped(id, sizes, Said.of("compare.stop.derivative.has", next, grouped(size.shared)));
            }
            sizes.add(size);
        }
        return new Growth(id, List.copyOf(sizes), Optional.empty());
    }

    private static Growth stopped(String id, List<Size> sizes, Said reason) {
        return new Growth(id, List.copyOf(sizes), Optional.of(reason));
    }

    /** What the next size will be if it grows as the last one did. */
    private static long expected(List<Size> sizes) {
        int last = sizes.size() - 1;
        double growth = last < 1 ? 1 : (double) sizes.get(last).shared / sizes.get(last - 1).shared;
        return Math.round(sizes.get(last).shared * growth);
    }

    /** To two significant digits. */
    private static String grouped(long nodes) {
        long rounded = new BigDecimal(nodes).round(new MathContext(2)).longValue();
        return String.format(Locale.ROOT, "%,d", rounded);
    }

    private static Size size(Expr e) {
        var list = WengertList.of(e, List.of());
        return new Size(list.treeSize(), list.sharedSize());
    }
}
