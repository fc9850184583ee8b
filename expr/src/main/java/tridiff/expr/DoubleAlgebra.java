package tridiff.expr;

/** Double-precision numbers as an algebra. For speed use an evaluator of lists, which computes the same bits. */
public enum DoubleAlgebra implements Algebra<Double> {
    ALGEBRA;

    @Override
    public Double constant(Constant c) {
        return c.doubleValue();
    }

    @Override
    public Double apply(Unary f, Double x) {
        return f.of(x);
    }

    @Override
    public Double apply(Binary f, Double x, Double y) {
        return f.of(x, y);
    }

    @Override
    public Double choose(Double condition, Double yes, Double no) {
        return Real.choose(condition, yes, no);
    }
}
