package tridiff.reference.limit;

import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** A function of two variables whose first is fixed at a number: a function of one. */
record Fixed(Binary f, Rational first) implements Unary {

    static Unary first(Binary f, Rational first) {
        return new Fixed(f, first);
    }

    @Override
    public String symbol() {
        return f.symbol();
    }

    @Override
    public double of(double x) {
        return f.of(first.doubleValue(), x);
    }

    @Override
    public <T> T derivative(Algebra<T> k, T x, T y) {
        return f.partialY(k, k.constant(first), x, y);
    }
}
