package tridiff.compare.paper;

import tridiff.compare.Methods;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.Differentiator;

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

    static Differentiator.Gradient preparedWithValue(String method, Expr f) {
        return Methods.of(method).prepareWithValue(f, f.variables(), f.variables());
    }

    static Differentiator.Gradient prepared(String method, Expr f) {
        return Methods.of(method).prepare(f, f.variables(), f.variables());
    }
}
