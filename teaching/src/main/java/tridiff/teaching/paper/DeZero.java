package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tridiff.compare.Methods;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/** What the programs of Saito, "Deep Learning from Scratch 3", print. */
final class DeZero {

    private static final String REVERSE = "autodiff.reverse";
    private static final Expr.Var X = Expr.variable("x");
    private static final Expr QUARTIC = Parser.parse("x^4 - 2*x^2");

    private DeZero() {}

    static List<Row> steps() {
        var rows = new ArrayList<>(first());
        rows.addAll(sine());
        rows.addAll(rosenbrock());
        rows.addAll(newton(29, ofTheFormula()));
        rows.addAll(newton(33, twice()));
        return rows;
    }

    private static List<Row> first() {
        String step = "numerical.central2@1.0E-4";
        Said spaced = Said.of("papers.dezero.spaced");
        String goldstein = "(1 + (x+y+1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))"
                + "*(30 + (2*x-3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))";
        double[] g = Gradients.at(REVERSE, goldstein, 1, 1);
        double[] matyas = Gradients.at(REVERSE, "0.26*(x^2 + y^2) - 0.48*x*y", 1, 1);
        double[] sphere = Gradients.at(REVERSE, "x^2 + y^2", 1, 1);
        return List.of(
                Row.of(
                        Said.of("papers.dezero.difference", "4", "x^2", "2"),
                        "4.000000000004",
                        Gradients.derivative(step, "x^2", 2),
                        spaced),
                Row.of(
                        Said.of("papers.dezero.difference", "4", "exp(x^2)^2", "0.5"),
                        "3.2974426293330694",
                        Gradients.derivative(step, "exp(x^2)^2", 0.5),
                        spaced),
                Row.of(
                        Said.of("papers.dezero.back", "9"),
                        "3.297442541400256",
                        Gradients.derivative(REVERSE, "exp(x^2)^2", 0.5)),
                Row.of(Said.of("papers.dezero.sphere", "24", "x", "(1, 1)"), "2", sphere[0]),
                Row.of(
                        Said.of("papers.dezero.by.at", "24", "Matyas", "x", "(1, 1)"),
                        "0.04",
                        matyas[0],
                        Said.of("papers.dezero.matyas")),
                Row.of(Said.of("papers.dezero.by.at", "24", "Goldstein-Price", "x", "(1, 1)"), "-5376", g[0]),
                Row.of(Said.of("papers.dezero.by", "24", "Goldstein-Price", "y"), "8064", g[1]));
    }

    private static List<Row> sine() {
        Expr rough = sine(1e-4);
        Expr fine = sine(1e-150);
        return List.of(
                Row.of(Said.of("papers.dezero.sine", "27", "1e-4"), "0.7071064695751781", value(rough)),
                Row.of(Said.of("papers.dezero.its", "27"), "0.7071032148228457", derivative(rough)),
                Row.of(Said.of("papers.dezero.sine.fine", "27", "1e-150"), "0.7071067811865475", value(fine)),
                Row.of(Said.of("papers.dezero.its", "27"), "0.7071067811865475", derivative(fine)));
    }

    /** The Taylor series of the sine up to the first term that is smaller, as a program that decides by values at pi/4. */
    static Expr sine(double threshold) {
        Expr sum = Expr.constant(0);
        Rational coefficient = Rational.ONE;
        for (int i = 1; ; i += 2) {
            Expr term = Expr.constant(coefficient).times(X.power(i));
            sum = sum.plus(term);
            if (Math.abs(value(term)) < threshold) {
                return sum;
            }
            coefficient = coefficient.over(Rational.of(-(i + 1L) * (i + 2L)));
        }
    }

    private static double value(Expr f) {
        return new Evaluator(WengertList.of(f, List.of(X))).run(new double[] {Math.PI / 4});
    }

    private static double derivative(Expr f) {
        double[] gradient = new double[1];
        Gradients.prepared(REVERSE, f).at(new double[] {Math.PI / 4}, gradient);
        return gradient[0];
    }

    private static List<Row> rosenbrock() {
        Expr f = Parser.parse("100*(y - x^2)^2 + (x - 1)^2");
        List<Expr.Var> variables = List.of(X, Expr.variable("y"));
        var gradient = Methods.of(REVERSE).gradient(Problem.of(f, variables, variables));
        double[] x = {0, 2};
        double[] g = new double[2];
        gradient.at(x.clone(), g);
        double[] first = g.clone();
        for (int i = 0; i < 999; i++) {
            gradient.at(x.clone(), g);
            x[0] -= 1e-3 * g[0];
            x[1] -= 1e-3 * g[1];
        }
        return List.of(
                Row.of(Said.of("papers.dezero.by.at", "28", "Rosenbrock", "x", "(0, 2)"), "-2", first[0]),
                Row.of(Said.of("papers.dezero.by", "28", "Rosenbrock", "y"), "400", first[1]),
                Row.of(Said.of("papers.dezero.descent", "28", "x", "999"), "0.6834917840420289", x[0]),
                Row.of(Said.of("papers.dezero.after", "28", "y", "999"), "0.46565059996514135", x[1]));
    }

    private static List<Row> newton(int step, DoubleUnaryOperator second) {
        String[] published = {
            "1.4545454545454546",
            "1.1510467893775467",
            "1.0253259289766978",
            "1.0009084519430513",
            "1.0000012353089454",
            "1.000000000002289",
            "1.0"
        };
        var slope = Gradients.prepared(REVERSE, QUARTIC);
        double[] x = {2};
        double[] d1 = new double[1];
        var rows = new ArrayList<Row>();
        for (int i = 0; i < published.length; i++) {
            slope.at(x.clone(), d1);
            x[0] -= d1[0] / second.applyAsDouble(x[0]);
            Said what = Said.of("papers.dezero.newton", step, "x^4 - 2x^2", 2, i + 1);
            rows.add(Row.of(what, published[i], x[0]));
        }
        return rows;
    }

    /** The second derivative as reverse mode finds it from the formula of the first: step 29 is given it as a formula, too. */
    private static DoubleUnaryOperator ofTheFormula() {
        Expr slope = SymbolicDerivative.raw().derivative(QUARTIC, X);
        var gradient = Gradients.prepared(REVERSE, slope);
        double[] second = new double[1];
        return x -> {
            gradient.at(new double[] {x}, second);
            return second[0];
        };
    }

    /** The second derivative by automatic differentiation twice: forward over reverse. */
    private static DoubleUnaryOperator twice() {
        Prepared hessian = Methods.of(REVERSE).hessian(Problem.of(QUARTIC));
        double[] second = new double[1];
        return x -> {
            hessian.at(new double[] {x}, second);
            return second[0];
        };
    }
}
