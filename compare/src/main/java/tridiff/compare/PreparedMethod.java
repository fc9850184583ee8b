package tridiff.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.NodeCounts;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.time.Stopwatch;
import tridiff.compare.time.Timing;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.reference.Conditioning;
import tridiff.reference.JudgedError;
import tridiff.reference.Reference;
import tridiff.reference.RoundOff;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/**
 * A method with its prepared gradient, which was run once, or with its refusal.
 *
 * @param gradient null if it refused
 * @param refusal null if it did not
 * @param values the partial derivatives, and behind them the value of f if that was asked for; null if it refused
 * @param firstNanos the time of that first run
 */
public record PreparedMethod(
        MethodId id, Prepared gradient, Said refusal, double preparationNanos, double[] values, double firstNanos) {

    /** Larger programs times partial derivatives are not examined for their rounding. */
    private static final long MOST_WORK = 1_000_000;

    /**
     * What a gradient is judged by.
     *
     * @param places of the variables in the reference's gradient
     */
    record Judge(Map<Expr.Var, Integer> places, Reference truth, List<Conditioning> conditioning) {}

    /** A gradient, or value and gradient, at a point. */
    public static PreparedMethod prepare(Method method, Problem problem, Operator what, double[] point) {
        long start = System.nanoTime();
        MethodId id = method.id();
        try {
            Prepared gradient = method.prepare(problem, what);
            double preparation = System.nanoTime() - start;
            double[] values = new double[what.results(problem)];
            start = System.nanoTime();
            gradient.at(point.clone(), values);
            return new PreparedMethod(id, gradient, null, preparation, values, System.nanoTime() - start);
        } catch (Refusal refusal) {
            return new PreparedMethod(id, null, refusal.said(), 0, null, 0);
        } catch (NoClassDefFoundError missing) {
            return new PreparedMethod(id, null, Said.of("compare.refusal.library", missing.getMessage()), 0, null, 0);
        }
    }

    /** The same, with the median time of preparing it again and again for some milliseconds. */
    PreparedMethod preparedAgain(Problem problem, Operator what, double millis) {
        Method method = Methods.of(id);
        return new PreparedMethod(
                id,
                gradient,
                refusal,
                Stopwatch.medianNanos(() -> method.prepare(problem, what), millis),
                values,
                firstNanos);
    }

    MethodResult refused() {
        return MethodResult.refused(id, refusal);
    }

    MethodResult judged(Comparer.Question q, Judge judge, Timing time, Timing timeOfF) {
        return new MethodResult(
                id,
                Methods.isPeer(id),
                null,
                remark(q),
                preparationNanos,
                time,
                time == null ? null : time.medianNanos() / timeOfF.medianNanos(),
                gradient.evaluations(),
                gradient.operations().orElse(null),
                gradient.program()
                        .map(p -> new NodeCounts(p.treeSize(), p.sharedSize()))
                        .orElse(null),
                partials(q, judge));
    }

    private List<Partial> partials(Comparer.Question q, Judge judge) {
        RoundOff roundOff = gradient.program()
                .filter(p -> (long) p.size() * q.wanted().size() <= MOST_WORK)
                .map(p -> new RoundOff(p, q.point()))
                .orElse(null);
        Optional<double[]> estimates = gradient.errorEstimates(q.point());
        var partials = new ArrayList<Partial>();
        for (int i = 0; i < q.wanted().size(); i++) {
            int at = i;
            Double estimate = estimates.map(e -> e[at]).orElse(null);
            Expr.Var variable = q.wanted().get(i);
            int j = judge.places.get(variable);
            double bound = roundOff == null ? Double.NaN : roundOff.bound(i);
            partials.add(partial(
                    variable.name(),
                    values[i],
                    estimate,
                    judge.truth.gradient().get(j),
                    bound,
                    judge.conditioning.get(j)));
        }
        return partials;
    }

    private Said remark(Comparer.Question q) {
        Said said = gradient.remark();
        if (Arrays.stream(values).limit(q.wanted().size()).allMatch(Double::isFinite)) {
            return said;
        }
        Said otherwise = id.isNumerical() ? Said.of("compare.remark.shifted") : Said.of("compare.remark.infinite");
        return Stream.of(
                        gradient.program().map(p -> FirstNonFinite.in(p, q.point())),
                        gradient.objection(q.point()),
                        Optional.of(said))
                .flatMap(Optional::stream)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    private static Partial partial(
            String name, double value, Double estimate, Enclosure truth, double bound, Conditioning conditioning) {
        var error = JudgedError.of(value, truth, conditioning.scale());
        double roundOffUlps = Double.isNaN(error.ulps()) ? Double.NaN : bound / error.ulp();
        return new Partial(
                name,
                value,
                Double.toHexString(value),
                error.absolute(),
                error.relative(),
                Figures.digits(error.relative()),
                error.ulps(),
                estimate,
                roundOffUlps,
                conditioning.assess(error.ulps(), roundOffUlps));
    }
}
