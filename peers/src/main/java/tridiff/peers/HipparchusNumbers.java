package tridiff.peers;

import java.util.ArrayList;
import java.util.Map;
import org.hipparchus.analysis.differentiation.Gradient;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.wengert.WengertList;

/** Hipparchus' gradients as an algebra. */
record HipparchusNumbers(int parameters) implements LibraryNumbers<Gradient> {

    // spotless:off - this is a table
    static final Vocabulary<Gradient> HAS = new Vocabulary<>("Hipparchus", "Gradient", Map.ofEntries(
            Map.entry(Elementary.NEGATE, Gradient::negate),
            Map.entry(Elementary.SQRT,   Gradient::sqrt),
            Map.entry(Elementary.CBRT,   Gradient::cbrt),
            Map.entry(Elementary.EXP,    Gradient::exp),
            Map.entry(Elementary.EXPM1,  Gradient::expm1),
            Map.entry(Elementary.LOG,    Gradient::log),
            Map.entry(Elementary.LOG10,  Gradient::log10),
            Map.entry(Elementary.LOG1P,  Gradient::log1p),
            Map.entry(Elementary.SIN,    Gradient::sin),
            Map.entry(Elementary.COS,    Gradient::cos),
            Map.entry(Elementary.TAN,    Gradient::tan),
            Map.entry(Elementary.ASIN,   Gradient::asin),
            Map.entry(Elementary.ACOS,   Gradient::acos),
            Map.entry(Elementary.ATAN,   Gradient::atan),
            Map.entry(Elementary.SINH,   Gradient::sinh),
            Map.entry(Elementary.COSH,   Gradient::cosh),
            Map.entry(Elementary.TANH,   Gradient::tanh),
            Map.entry(Elementary.ASINH,  Gradient::asinh),
            Map.entry(Elementary.ACOSH,  Gradient::acosh),
            Map.entry(Elementary.ATANH,  Gradient::atanh),
            Map.entry(Elementary.SIGN,   Gradient::sign),
            Map.entry(Elementary.ABS,    Gradient::abs)), Map.of(
            Arithmetic.PLUS,  Gradient::add,
            Arithmetic.MINUS, Gradient::subtract,
            Arithmetic.TIMES, Gradient::multiply,
            Arithmetic.OVER,  Gradient::divide,
            Arithmetic.POWER, Gradient::pow,
            Bivariate.ATAN2,  Gradient::atan2,
            Bivariate.HYPOT,  Gradient::hypot));
    // spotless:on

    /** The gradient of a list's result; the direction of an input that is a parameter is -1. */
    static double[] gradient(WengertList list, int[] direction, int parameters, double[] x) {
        var numbers = new HipparchusNumbers(parameters);
        var inputs = new ArrayList<Gradient>();
        for (int i = 0; i < x.length; i++) {
            inputs.add(direction[i] < 0 ? numbers.number(x[i]) : Gradient.variable(parameters, direction[i], x[i]));
        }
        return list.in(numbers, inputs).get(0).getGradient();
    }

    @Override
    public Vocabulary<Gradient> vocabulary() {
        return HAS;
    }

    @Override
    public Gradient number(double value) {
        return Gradient.constant(parameters, value);
    }

    @Override
    public double value(Gradient x) {
        return x.getValue();
    }

    @Override
    public Gradient power(Gradient x, int n) {
        return x.pow(n);
    }

    @Override
    public Gradient power(Gradient x, double n) {
        return x.pow(n);
    }
}
