package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tridiff.autodiff.ReverseMode;
import tridiff.compare.enclosure.Enclosure;
import tridiff.expr.Differentiator;
import tridiff.expr.Duals;
import tridiff.expr.Duals.Dual;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.WengertList;

/**
 * How hard a partial derivative is to compute: what no method, or no program of this kind, can avoid.
 *
 * @param condition Σ |x(j) ∂²f/∂x(i)∂x(j)| / |∂f/∂x(i)|: how many times relative changes of the inputs are magnified
 * @param cancellation the largest term of a sum inside the gradient program, carried to the result, over the result
 */
public record Conditioning(double condition, double cancellation) {

    static final Conditioning UNKNOWN = new Conditioning(Double.NaN, Double.NaN);

    /** More second derivatives than this are not computed. */
    private static final long MOST_WORK = 200_000;

    private static final int DIGITS = 30;

    /** The conditioning of each wanted partial derivative, in the order of the reference's gradient. */
    static List<Conditioning> of(
            WengertList f, Expr expr, List<Expr.Var> variables, List<Rational> point, boolean[] wanted) {
        int[] inputs = Reference.indices(wanted);
        var all = new ArrayList<Conditioning>();
        boolean cheap = (long) f.size() * inputs.length <= MOST_WORK;
        var roundOff = cheap ? roundOff(expr, variables, point, inputs) : null;
        for (int i = 0; i < inputs.length; i++) {
            all.add(cheap ? new Conditioning(conditionOrNaN(f, point, inputs[i]), roundOff.cancellation(i)) : UNKNOWN);
        }
        return all;
    }

    private static RoundOff roundOff(Expr expr, List<Expr.Var> variables, List<Rational> point, int[] inputs) {
        var wanted = new ArrayList<Expr.Var>();
        for (int i : inputs) {
            wanted.add(variables.get(i));
        }
        var program =
                new ReverseMode().prepare(expr, variables, wanted).program().orElseThrow();
        return new RoundOff(
                program, point.stream().mapToDouble(Rational::doubleValue).toArray());
    }

    private static double conditionOrNaN(WengertList f, List<Rational> point, int input) {
        try {
            return condition(f, point, input);
        } catch (Differentiator.Refusal tooLong) {
            return Double.NaN;
        }
    }

    /** Forward over reverse, in enclosures: a row of the Hessian. */
    private static double condition(WengertList f, List<Rational> point, int input) {
        var k = new Enclosures(DIGITS);
        var duals = new Duals<>(k);
        var inputs = new ArrayList<Dual<Enclosure>>();
        for (int j = 0; j < point.size(); j++) {
            Enclosure x = Enclosure.of(point.get(j));
            inputs.add(j == input ? duals.seeded(x) : duals.parameter(x));
        }
        List<Dual<Enclosure>> row = f.gradient(duals, inputs);
        double sum = 0;
        for (int j = 0; j < row.size(); j++) {
            Enclosure second = duals.derivative(row.get(j));
            sum += second == null ? 0 : size(k.times(Enclosure.of(point.get(j)), second));
        }
        double size = size(row.get(input).value());
        return sum == 0 ? 0 : sum / size;
    }

    private static double size(Enclosure x) {
        return x.isNumber() ? Math.abs(x.nearest().orElse(Double.NaN)) : Double.NaN;
    }

    /** What an error of that many ulps says about the method that made it. */
    Assessment assess(double ulps, double roundOffUlps) {
        if (Double.isNaN(ulps) || Double.isNaN(condition)) {
            return Assessment.UNKNOWN;
        }
        if (ulps > 2 * (1 + condition)) {
            return Assessment.WORSE;
        }
        return roundOffUlps > 4 && ulps < roundOffUlps / 32 ? Assessment.LUCK : Assessment.ALLOWED;
    }

    /** What the error of a method is like. */
    public enum Assessment {
        /** At most what a rounding of the inputs would do. */
        ALLOWED,
        /** Far below what the roundings inside the program could have done. */
        LUCK,
        /** More than a rounding of the inputs would do. */
        WORSE,
        /** There is nothing to judge, or nothing to judge it by. */
        UNKNOWN;

        /** In one word; empty where there is nothing to judge. */
        public String word() {
            return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
        }
    }
}
