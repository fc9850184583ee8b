package tridiff.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Problem;

/**
 * How hard a partial derivative is to compute: what no method, or no program of this kind, can avoid.
 *
 * @param condition Σ |x(j) ∂²f/∂x(i)∂x(j)| / |∂f/∂x(i)|: how many times relative changes of the inputs are magnified; NaN if not known
 * @param cancellation the largest term of a sum inside the gradient program, carried to the result, over the result
 * @param scale what an error is measured by where the derivative is 0, which has no size of its own: the larger one of |f/x(i)| and
 *     Σ |x(j) ∂²f/∂x(i)∂x(j)|; at x = 0 the largest |∂²f/∂x(i)∂x(j)|; 1 where these are 0 or not known
 */
public record Conditioning(double condition, double cancellation, double scale) {

    /** More second derivatives than this are not computed. */
    private static final long MOST_WORK = 200_000;

    /** An error of so many ulp is no wonder, whatever the roundings inside the program. */
    private static final double NO_WONDER = 1;

    /** A wonder is an error so many times below what the roundings could have done. */
    private static final double WONDER = 100;

    /**
     * The conditioning of each wanted partial derivative, in the order of the reference's gradient.
     *
     * @param mostDigits the highest working precision
     */
    public static List<Conditioning> of(
            WengertList f,
            Expr expr,
            List<Expr.Var> variables,
            List<Rational> point,
            Reference truth,
            boolean[] wanted,
            int mostDigits) {
        int[] inputs = Reference.indices(wanted);
        var all = new ArrayList<Conditioning>();
        boolean cheap =
                (long) f.size() * inputs.length <= MOST_WORK && truth.value().isNumber();
        var roundOff = cheap ? roundOff(expr, variables, point, inputs) : null;
        for (int i = 0; i < inputs.length; i++) {
            Enclosure partial = truth.gradient().get(i);
            var second = cheap && partial.isNumber()
                    ? SecondDerivatives.of(f, point, inputs[i], partial, mostDigits)
                    : SecondDerivatives.UNKNOWN;
            double scale = partial.isZero() ? scale(truth.value(), point.get(inputs[i]), second) : 1;
            double condition = partial.isZero() ? second.moved() / scale : second.relative();
            all.add(new Conditioning(condition, cheap ? roundOff.cancellation(i) : Double.NaN, scale));
        }
        return all;
    }

    private static double scale(Enclosure value, Rational x, SecondDerivatives second) {
        double slope = x.isZero() ? 0 : value.absoluteError(0) / Math.abs(x.doubleValue());
        return DoubleStream.of(Math.max(slope, known(second.moved())), known(second.largest()))
                .filter(s -> s > 0 && s < Double.POSITIVE_INFINITY)
                .findFirst()
                .orElse(1);
    }

    private static double known(double x) {
        return Double.isNaN(x) ? 0 : x;
    }

    private static RoundOff roundOff(Expr expr, List<Expr.Var> variables, List<Rational> point, int[] inputs) {
        List<Expr.Var> wanted = IntStream.of(inputs).mapToObj(variables::get).toList();
        var program = new ReverseMode()
                .gradient(Problem.of(expr, variables, wanted))
                .program()
                .orElseThrow();
        return new RoundOff(
                program, point.stream().mapToDouble(Rational::doubleValue).toArray());
    }

    /** What an error of that many ulps says about the method that made it. */
    public Assessment assess(double ulps, double roundOffUlps) {
        boolean roundedWell = ulps <= 2; // whatever the condition
        if (Double.isNaN(ulps) || Double.isNaN(condition) && !roundedWell) {
            return Assessment.UNKNOWN;
        }
        if (!roundedWell && ulps > 2 * (1 + condition)) {
            return Assessment.WORSE;
        }
        return Math.max(ulps, NO_WONDER) < roundOffUlps / WONDER ? Assessment.LUCK : Assessment.ALLOWED;
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
        public Said said() {
            return this == UNKNOWN ? Said.NOTHING : Said.of("compare.judged." + name().toLowerCase(Locale.ROOT));
        }
    }
}
