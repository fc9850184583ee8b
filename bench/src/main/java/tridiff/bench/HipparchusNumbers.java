package tridiff.bench;

import java.util.ArrayList;
import org.hipparchus.analysis.differentiation.Gradient;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Differentiator;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.WengertList;

/** Hipparchus' gradients as an algebra. */
record HipparchusNumbers(int parameters) implements Algebra<Gradient> {

    static double[] gradient(WengertList list, double[] x) {
        var inputs = new ArrayList<Gradient>();
        for (int i = 0; i < x.length; i++) {
            inputs.add(Gradient.variable(x.length, i, x[i]));
        }
        return list.in(new HipparchusNumbers(x.length), inputs).get(0).getGradient();
    }

    @Override
    public Gradient constant(Constant c) {
        return Gradient.constant(parameters, c.doubleValue());
    }

    @Override
    public Gradient apply(Unary f, Gradient x) {
        if (!(f instanceof Elementary row)) {
            return Gradient.constant(parameters, f.of(x.getValue())); // data
        }
        return switch (row) {
            case NEGATE -> x.negate();
            case EXP -> x.exp();
            case LOG -> x.log();
            case SIN -> x.sin();
            case COS -> x.cos();
            case TANH -> x.tanh();
            case SQRT -> x.sqrt();
            case SIGN -> x.sign();
            default -> throw new Differentiator.Refusal("not wired for " + f.symbol());
        };
    }

    @Override
    public Gradient apply(Binary f, Gradient x, Gradient y) {
        if (!(f instanceof Arithmetic operator)) {
            throw new Differentiator.Refusal("not wired for " + f.symbol());
        }
        return switch (operator) {
            case PLUS -> x.add(y);
            case MINUS -> x.subtract(y);
            case TIMES -> x.multiply(y);
            case OVER -> x.divide(y);
            case POWER -> x.pow(y);
        };
    }

    @Override
    public Gradient power(Gradient x, Rational n) {
        return x.pow(n.doubleValue());
    }

    @Override
    public Gradient choose(Gradient condition, Gradient yes, Gradient no) {
        return condition.getValue() != 0 ? yes : no;
    }
}
