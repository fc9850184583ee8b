package tridiff.compare.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.autodiff.taylor.Taylor;
import tridiff.compare.Comparer;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;

/**
 * How far Taylor polynomials of several orders carry: their coefficients by Taylor mode in doubles, their errors by proved values.
 *
 * @param by the variable along which the function is expanded
 * @param at where
 * @param distances from there, to the right
 */
public record TaylorErrors(String function, String by, double at, List<Double> distances, List<OfOrder> orders) {

    private static final int MOST_TEXT = 2000;
    private static final int DIGITS = 60;
    private static final int[] ORDERS = {1, 2, 4, 8, 16};
    private static final int PER_DECADE = 8;
    private static final int DECADES = 5;

    /** The absolute errors of one polynomial, one for each distance; NaN where f or the polynomial has no number. */
    public record OfOrder(int order, List<Double> errors) {}

    /** Distances from 10^-4 to 10; {@link Comparer.NoValue} if the function has no Taylor series in doubles there. */
    public static TaylorErrors of(Comparer.Question q, Expr.Var by) {
        var list = WengertList.of(q.f(), q.variables());
        int input = q.variables().indexOf(by);
        var point = new ArrayList<Double>();
        var direction = new ArrayList<Double>();
        for (int i = 0; i < q.point().length; i++) {
            point.add(q.point()[i]);
            direction.add(i == input ? 1.0 : null);
        }
        List<Double> coefficients =
                Taylor.expand(list, DoubleAlgebra.ALGEBRA, point, direction, ORDERS[ORDERS.length - 1]);
        if (!coefficients.stream().allMatch(Double::isFinite)) {
            throw new Comparer.NoValue(
                    Said.of("compare.limit.taylor", by.name(), q.point()[input]), Comparer.NoValue.Kind.DERIVATIVE);
        }
        List<Double> distances = IntStream.rangeClosed(0, PER_DECADE * DECADES)
                .mapToObj(i -> Math.pow(10, 1 - DECADES + (double) i / PER_DECADE))
                .toList();
        List<Enclosure> truths =
                distances.stream().map(d -> value(list, point, input, d)).toList();
        var orders = new ArrayList<OfOrder>();
        for (int order : ORDERS) {
            List<Double> kept = coefficients.subList(0, order + 1);
            orders.add(new OfOrder(
                    order,
                    IntStream.range(0, distances.size())
                            .mapToObj(i -> error(truths.get(i), horner(kept, distances.get(i))))
                            .toList()));
        }
        return new TaylorErrors(
                Printer.PLAIN.printUpTo(MOST_TEXT, q.f()), by.name(), q.point()[input], distances, orders);
    }

    private static Enclosure value(WengertList f, List<Double> point, int input, double distance) {
        var inputs = new ArrayList<Enclosure>();
        for (int i = 0; i < point.size(); i++) {
            Rational x = Rational.of(point.get(i));
            inputs.add(Enclosure.of(i == input ? x.plus(Rational.of(distance)) : x));
        }
        return f.in(new Enclosures(DIGITS), inputs).get(0);
    }

    private static double horner(List<Double> coefficients, double t) {
        double sum = 0;
        for (int k = coefficients.size() - 1; k >= 0; k--) {
            sum = Math.fma(sum, t, coefficients.get(k));
        }
        return sum;
    }

    private static double error(Enclosure truth, double value) {
        return truth.isNumber() && Double.isFinite(value) ? truth.absoluteError(value) : Double.NaN;
    }
}
