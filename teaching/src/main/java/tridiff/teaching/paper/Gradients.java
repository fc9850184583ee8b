package tridiff.teaching.paper;

import tridiff.compare.Methods;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** Gradients of formulas by all of their variables, in the order of their first occurrence. */
final class Gradients {

    private Gradients() {}

    static double derivative(String method, String text, double x) {
        return at(method, text, x)[0];
    }

    static double[] at(String method, String text, double... x) {
        double[] gradient = new double[x.length];
        prepared(method, Parser.parse(text)).at(x.clone(), gradient);
        return gradient;
    }

    static Prepared preparedWithValue(String method, Expr f) {
        return Methods.of(method).valueAndGradient(Problem.of(f));
    }

    static Prepared prepared(String method, Expr f) {
        return Methods.of(method).gradient(Problem.of(f));
    }
}
