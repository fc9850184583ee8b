package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * Figure 3 of Baydin and others, 2018: |difference - f'| against the step h, for the fourth logistic iterate at 0.2.
 *
 * <p>f takes only sums and products, which every computer rounds alike: where the differences are formed as in the paper, even the
 * round-off is the same.
 */
final class BaydinFigure3 {

    static final String F = "64*x*(1-x)*(1-2*x)^2*(1-8*x+8*x^2)^2";
    static final double AT = 0.2;

    /** Errors for h = 0.1, 0.01, … 1e-17, with as many digits as are known. */
    private static final String[] FORWARD = {
        "2.013e+00", "2.717e-01", "3.304e-02", "3.363e-03", "3.369e-04", "3.370e-05", "3.370e-06", "3.313e-07",
        "7.389e-08", "3.702e-07", "3.702e-07", "6.069e-05", "1.105e-03", "6.667e-03", "7.328e-02", "9.26e-01",
        "9.07e+00"
    };

    private static final String[] CENTRAL = {
        "5.539e+00", "6.571e-02", "6.581e-04", "6.581e-06", "6.581e-08", "5.826e-10", "5.523e-11", "4.496e-09",
        "1.016e-07", "6.478e-07", "3.146e-06", "6.069e-05", "1.383e-03", "6.667e-03", "1.777e-02", "1.20e+00",
        "9.07e+00"
    };

    private final Evaluator f;
    private final Enclosure slope;

    private BaydinFigure3() {
        Expr text = Parser.parse(F);
        var list = WengertList.of(text, text.variables());
        this.f = new Evaluator(list);
        this.slope = Reference.at(list, List.of(Rational.of(AT)), new boolean[] {true}, Reference.Effort.DEFAULT)
                .gradient()
                .get(0);
    }

    static List<Row> rows() {
        return new BaydinFigure3().all();
    }

    private List<Row> all() {
        var rows = new ArrayList<Row>();
        for (int k = 1; k <= FORWARD.length; k++) {
            double h = step(k);
            rows.add(error(Said.of("papers.difference.forward", "1e-" + k), FORWARD[k - 1], forward(h)));
            rows.add(error(Said.of("papers.difference.central", "1e-" + k), CENTRAL[k - 1], central(h)));
        }
        rows.add(truncation(Said.of("papers.truncation.forward"), "33.70", forward(step(6)), step(6)));
        rows.add(truncation(Said.of("papers.truncation.central"), "658.1", central(step(4)), step(4) * step(4)));
        rows.add(method(Said.of("compare.picture.method.automatic.forward"), "6.0e-15", "autodiff.forward"));
        rows.add(method(Said.of("compare.picture.method.raw"), "6.8e-16", "symbolic.raw"));
        rows.add(method(Said.of("papers.method.symbolic.simplified"), "6.5e-14", "symbolic.simplified"));
        return rows;
    }

    /** The decimal number 10^-k as a double. */
    private static double step(int k) {
        return Double.parseDouble("1e-" + k);
    }

    private double forward(double h) {
        return (at(AT + h) - at(AT)) / h;
    }

    private double central(double h) {
        return (at(AT + h) - at(AT - h)) / (2 * h);
    }

    private double at(double x) {
        return f.run(new double[] {x});
    }

    private Row error(Said what, String published, double difference) {
        return Row.of(what, published, like(published, slope.absoluteError(difference)), Paper.ROUNDING);
    }

    /** With as many digits as the other. */
    private static String like(String published, double error) {
        int digits = published.indexOf('e') - 2;
        return String.format(Locale.ROOT, "%." + digits + "e", error);
    }

    private Row truncation(Said what, String published, double difference, double power) {
        return Row.of(what, published, slope.absoluteError(difference) / power);
    }

    private Row method(Said what, String published, String id) {
        double derivative = Gradients.derivative(id, F, AT);
        return Row.of(what, published, like(published, slope.absoluteError(derivative)), Said.of("papers.roundings"));
    }
}
