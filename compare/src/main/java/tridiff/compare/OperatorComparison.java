package tridiff.compare;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import tridiff.compare.time.Timing;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.JudgedError;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/**
 * All methods beside each other in one operator at one point: a Hessian by second differences, by formulas and by forward over reverse
 * mode, with what each is wrong by and what it takes.
 *
 * @param results in the order asked for
 */
public record OperatorComparison(Operator operator, List<Entry> truth, List<MethodResult> results) {

    /**
     * One number that the operator should compute.
     *
     * @param value in decimal digits; null where there is none or it is not settled
     * @param nearest the double nearest to it; NaN likewise
     */
    public record Entry(String value, double nearest) {}

    /**
     * What one method makes of it.
     *
     * @param refusal why it does not have the operator; else null
     * @param values as computed; null where it refused
     * @param relativeError of its worst entry; NaN where an entry is not finite or has no truth to be judged by
     * @param ulps the same in units in the last place
     * @param operations null where they are not known
     * @param time of one run; null where times were not taken
     */
    public record MethodResult(
            MethodId id,
            Said refusal,
            List<Double> values,
            double relativeError,
            double ulps,
            int evaluations,
            Long operations,
            double preparationNanos,
            Timing time) {}

    /**
     * Compares.
     *
     * @param methods which
     * @param point what the operator is given: one value for each input, and behind them a vector where it takes one
     * @throws IllegalArgumentException if the point has another length
     */
    public static OperatorComparison of(
            Problem p,
            Operator what,
            double[] point,
            List<MethodId> methods,
            Reference.Effort effort,
            TimingMode care) {
        if (point.length != what.inputs(p)) {
            throw new IllegalArgumentException(what + " takes " + what.inputs(p) + " numbers, not " + point.length);
        }
        List<Rational> exactly = Arrays.stream(point).mapToObj(Rational::of).toList();
        List<Enclosure> truth = ProvedDerivatives.of(p, what, exactly, effort);
        List<PreparedMethod> contenders = methods.stream()
                .map(id -> PreparedMethod.prepare(Methods.of(id), p, what, point))
                .toList();
        Iterator<Timing> times = care == TimingMode.NONE
                ? null
                : Comparer.time(care, p.list(), point, contenders).stream()
                        .skip(1)
                        .iterator();
        double scale = truth.stream()
                .filter(Enclosure::isNumber)
                .flatMapToDouble(t -> t.nearest().stream())
                .map(Math::abs)
                .max()
                .orElse(0);
        return new OperatorComparison(
                what,
                truth.stream().map(t -> entry(t, effort)).toList(),
                contenders.stream()
                        .map(c -> result(c, truth, scale == 0 ? 1 : scale, times))
                        .toList());
    }

    private static Entry entry(Enclosure truth, Reference.Effort effort) {
        boolean known = truth.isNumber() && truth.accurateTo(effort.digits());
        return known
                ? new Entry(truth.toString(effort.digits()), truth.nearest().orElse(Double.NaN))
                : new Entry(null, Double.NaN);
    }

    private static MethodResult result(PreparedMethod c, List<Enclosure> truth, double scale, Iterator<Timing> times) {
        MethodId id = c.id();
        if (c.gradient() == null) {
            return new MethodResult(id, c.refusal(), null, Double.NaN, Double.NaN, 0, null, 0, null);
        }
        double relative = 0;
        double ulps = 0;
        for (int i = 0; i < truth.size(); i++) {
            var error = JudgedError.of(c.values()[i], truth.get(i), scale);
            relative = Math.max(relative, error.relative()); // NaN stays
            ulps = Math.max(ulps, error.ulps());
        }
        return new MethodResult(
                id,
                null,
                Arrays.stream(c.values()).boxed().toList(),
                relative,
                ulps,
                c.gradient().evaluations(),
                c.gradient().operations().orElse(null),
                c.preparationNanos(),
                times == null ? null : times.next());
    }
}
