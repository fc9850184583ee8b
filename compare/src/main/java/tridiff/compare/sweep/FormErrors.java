package tridiff.compare.sweep;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import tridiff.autodiff.forward.Duals;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.measure.Polynomial;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** How accurate the derivative is in each way to write it: the smallest formula can be the worst. */
public final class FormErrors {

    private static final int DIGITS = 60;
    private static final BigInteger LARGEST_TREE = BigInteger.valueOf(200_000);
    private static final int HIGHEST_DEGREE = 200;

    /** The step of the central difference, the cube root of the spacing of doubles at 1. */
    private static final double STEP = Math.cbrt(0x1p-52);

    /**
     * The error of one way to write a derivative.
     *
     * @param form a method's id, or {@code expanded} or {@code horner} for a polynomial multiplied out
     * @param scaled the largest error over the largest derivative at the points; NaN if one value is not finite
     */
    public record FormError(String form, double scaled) {}

    private FormErrors() {}

    /** At random points of [0, 1], against proved values. */
    static List<FormError> of(Expr f, SizeSweep.Accuracy accuracy) {
        Expr.Var x = f.variables().get(0);
        Map<String, DoubleUnaryOperator> forms = forms(f, x);
        var random = new Random(accuracy.seed());
        var worst = new LinkedHashMap<String, Double>();
        double largest = 0;
        var list = WengertList.of(f, List.of(x));
        for (int i = 0; i < accuracy.points(); i++) {
            double at = random.nextDouble();
            Enclosure truth = truth(list, at);
            if (truth != null && truth.isNumber()) {
                largest = Math.max(largest, Math.abs(truth.nearest().orElse(0)));
                forms.forEach((name, form) -> worst.merge(name, error(truth, form.applyAsDouble(at)), Math::max));
            }
        }
        double scale = largest;
        return worst.entrySet().stream()
                .map(e -> new FormError(e.getKey(), e.getValue() / scale))
                .toList();
    }

    private static double error(Enclosure truth, double value) {
        return Double.isFinite(value) ? truth.absoluteError(value) : Double.NaN;
    }

    private static Enclosure truth(WengertList f, double at) {
        var k = new Duals<>(new Enclosures(DIGITS));
        return k.derivative(
                f.in(k, List.of(k.seeded(Enclosure.of(Rational.of(at))))).get(0));
    }

    private static Map<String, DoubleUnaryOperator> forms(Expr f, Expr.Var x) {
        var forms = new LinkedHashMap<String, DoubleUnaryOperator>();
        var list = WengertList.of(f, List.of(x));
        var duals = new Duals<>(DoubleAlgebra.ALGEBRA);
        forms.put("autodiff.forward", at -> tangent(list, duals, at));
        Expr raw = SymbolicDerivative.raw().derivative(f, x);
        forms.put("symbolic.raw", evaluated(raw, x));
        if (WengertList.of(raw, List.of()).treeSize().compareTo(LARGEST_TREE) < 0) {
            forms.put(
                    "symbolic.simplified",
                    evaluated(SymbolicDerivative.simplified().derivative(f, x), x));
        }
        Polynomial.of(raw).filter(p -> p.degree() <= HIGHEST_DEGREE).ifPresent(p -> {
            forms.put("expanded", evaluated(p.expanded(x), x));
            forms.put("horner", evaluated(p.horner(x), x));
        });
        var value = new Evaluator(list);
        forms.put("numerical.central2", at -> {
            double above = at + STEP;
            double below = at - STEP;
            return (value.run(new double[] {above}) - value.run(new double[] {below})) / (above - below);
        });
        return forms;
    }

    private static double tangent(WengertList f, Duals<Double> k, double at) {
        Double tangent = k.derivative(f.in(k, List.of(k.seeded(at))).get(0));
        return tangent == null ? 0 : tangent;
    }

    private static DoubleUnaryOperator evaluated(Expr e, Expr.Var x) {
        var evaluator = new Evaluator(WengertList.of(e, List.of(x)));
        return at -> evaluator.run(new double[] {at});
    }
}
