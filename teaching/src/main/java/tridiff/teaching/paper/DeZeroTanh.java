package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import tridiff.autodiff.taylor.Taylor;
import tridiff.compare.Figures;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.measure.Sizes;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;

/**
 * Step 35 of Saito, "Deep Learning from Scratch 3": backpropagation of backpropagation, as often as the order says, makes a graph that
 * grows almost threefold with each order. So does the formula as a tree; with equal parts shared, and in Taylor mode, it does not.
 */
final class DeZeroTanh {

    private record Order(String variables, String derivative) {}

    // spotless:off - this is a table
    private static final List<Order> ORDERS = List.of(
            new Order("7",    "0.41997434161402614"),
            new Order("13",   "-0.6397000084492246"),
            new Order("27",   "0.6216266807712962"),
            new Order("59",   "0.6650910447505024"),
            new Order("139",  "-5.556893558473722"),
            new Order("351",  "13.624075441312101"),
            new Order("935",  "12.288367894320414"),
            new Order("2587", "-277.06213560303127"),
            new Order("7347", "1183.4218675111379"));
    // spotless:on

    private static final Said TREE = Said.of("papers.tanh.why.tree");
    private static final Said SHARED = Said.of("papers.tanh.why.shared");
    private static final Said TAYLOR = Said.of("papers.tanh.why.taylor");

    private static final Expr.Var X = Expr.variable("x");

    private DeZeroTanh() {}

    static List<Row> rows() {
        Expr tanh = Functions.tanh(X);
        var list = WengertList.of(tanh, List.of(X));
        List<Double> coefficients =
                Taylor.expand(list, DoubleAlgebra.ALGEBRA, List.of(1.0), List.of(1.0), ORDERS.size());
        List<Enclosure> proved =
                Reference.derivatives(list, List.of(Rational.ONE), 0, ORDERS.size(), Reference.Effort.DEFAULT);
        Expr derivative = tanh;
        double factorial = 1;
        var rows = new ArrayList<Row>();
        for (int k = 1; k <= ORDERS.size(); k++) {
            Order order = ORDERS.get(k - 1);
            derivative = SymbolicDerivative.raw().derivative(derivative, X);
            factorial *= k;
            Sizes sizes = Sizes.of(List.of(derivative));
            rows.add(value(Said.of("papers.tanh.value", k), order, coefficients.get(k) * factorial, proved.get(k)));
            rows.add(size(Said.of("papers.tanh.tree", k), order, sizes.tree(), TREE));
            rows.add(size(Said.of("papers.tanh.shared", k), order, sizes.dag(), SHARED));
            rows.add(size(Said.of("papers.tanh.taylor", k), order, taylor(list, k), TAYLOR));
        }
        return rows;
    }

    private static Row value(Said what, Order order, double ours, Enclosure proved) {
        Said why = Said.of(
                "papers.tanh.why",
                Figures.ulps(proved.ulps(Double.parseDouble(order.derivative))),
                Figures.ulps(proved.ulps(ours)));
        return Row.of(what, order.derivative, ours, why);
    }

    private static Row size(Said what, Order order, Number ours, Said why) {
        return Row.of(what, order.variables, ours.toString(), why);
    }

    /** Operations of a program for all derivatives up to that order. */
    static long taylor(WengertList list, int order) {
        var writer = ListBuilder.folding();
        int x = writer.input("x");
        List<Integer> coefficients = Taylor.expand(list, writer, List.of(x), List.of(writer.constant(1)), order);
        return writer.finish(coefficients).operations();
    }
}
