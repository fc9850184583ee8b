package tridiff.compare.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tridiff.compare.Methods;
import tridiff.expr.Refusal;
import tridiff.numerical.Stepped;
import tridiff.numerical.VaryingStep;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** One function at one point with its true derivative by one variable: what a sweep over the step measures. */
record StepMeasurement(Problem problem, double[] point, Enclosure truth) {

    /** Steps in each decade for the slopes, however few are shown: at one step round-off is luck. */
    private static final int FOR_SLOPES = 20;

    StepSweep.ErrorCurve scheme(MethodId id, List<Double> steps) {
        var method = (Stepped) Methods.of(id);
        double x = point[problem.directions()[0]];
        var h = new VaryingStep();
        var gradient = prepared(method.with(h));
        List<Double> errors = errors(steps, h, gradient);
        List<Double> dense = StepSweep.spaced(steps.get(0), steps.get(steps.size() - 1), FOR_SLOPES);
        List<Double> denseErrors = errors(dense, h, gradient);
        int densest = best(denseErrors);
        double classical = method.stepAt(x);
        h.set(classical);
        return new StepSweep.ErrorCurve(
                id,
                method.accuracy(),
                errors,
                best(errors),
                classical,
                error(gradient),
                Slope.left(dense, denseErrors, densest, x),
                Slope.right(dense, denseErrors, densest, method.accuracy()));
    }

    private List<Double> errors(List<Double> steps, VaryingStep h, Optional<Prepared> gradient) {
        var errors = new ArrayList<Double>();
        for (double step : steps) {
            h.set(step);
            errors.add(error(gradient));
        }
        return List.copyOf(errors);
    }

    private static int best(List<Double> errors) {
        int best = -1;
        for (int i = 0; i < errors.size(); i++) {
            boolean better = best < 0 ? !errors.get(i).isNaN() : errors.get(i) <= errors.get(best);
            best = better ? i : best;
        }
        return best;
    }

    StepSweep.Stepless stepless(MethodId id) {
        return new StepSweep.Stepless(id, error(prepared(Methods.of(id))));
    }

    StepSweep.Work work(MethodId id, Optional<StepSweep.ErrorCurve> swept, List<Double> steps) {
        var gradient = prepared(Methods.of(id));
        double error = error(gradient);
        Double estimate = gradient.flatMap(g -> g.errorEstimates(point.clone()))
                .map(e -> relative(e[0]))
                .orElse(null);
        Optional<StepSweep.ErrorCurve> best = swept.filter(s -> s.best() >= 0);
        return new StepSweep.Work(
                id,
                gradient.map(Prepared::evaluations).orElse(0),
                error,
                estimate,
                best.map(s -> steps.get(s.best())).orElse(null),
                best.map(s -> s.errors().get(s.best())).orElse(null));
    }

    private double relative(double absolute) {
        return truth.isZero()
                ? absolute
                : absolute / Math.abs(truth.midpoint(20).doubleValue());
    }

    /** Empty if the method refuses the function. */
    private Optional<Prepared> prepared(Method method) {
        try {
            return Optional.of(method.gradient(problem));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private double error(Optional<Prepared> gradient) {
        double[] result = {Double.NaN};
        gradient.ifPresent(g -> g.at(point.clone(), result));
        if (!Double.isFinite(result[0])) {
            return Double.NaN;
        }
        double error = truth.isZero() ? truth.absoluteError(result[0]) : truth.relativeError(result[0]);
        return Double.isFinite(error) ? error : Double.NaN;
    }
}
