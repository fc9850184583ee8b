package tridiff.expr;

import tridiff.expr.said.Said;

/**
 * A column of data as a function of the index: 0 for the first number. In a sum over an index it is what a term is made of.
 *
 * <p>Undefined between and beyond the indices, and nowhere differentiable: an index is not a variable of the calculus.
 */
public final class DataColumn implements Unary {

    private final String name;
    private final double[] data;

    public DataColumn(String name, double... data) {
        this.name = name;
        this.data = data.clone();
    }

    /** The number at an index, as an expression. */
    public Expr at(Expr index) {
        return Expr.apply(this, index);
    }

    public int size() {
        return data.length;
    }

    @Override
    public String symbol() {
        return name;
    }

    @Override
    public double of(double index) {
        int i = (int) index;
        return i == index && i >= 0 && i < data.length ? data[i] : Double.NaN;
    }

    @Override
    public <T> T derivative(Algebra<T> k, T x, T y) {
        return k.unlessEqual(k.constant(0), x, x);
    }

    @Override
    public Said about() {
        return Said.of("expr.parser.column", data.length);
    }
}
