package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tridiff.compare.enclosure.Enclosure;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.numerical.Stepped;
import tridiff.wengert.method.Differentiator;

/** One function at one point with its true derivative by one variable: what a sweep over the step measures. */
final class StepMeasurement {

    /** Steps in each decade for the slopes, however few are shown: at one step round-off is luck. */
    private static final int FOR_SLOPES = 20;

    private final Expr f;
    private final List<Expr.Var> variables;
    private final double[] point;
    private final Expr.Var by;
    private final Enclosure truth;

    StepMeasurement(Expr f, List<Expr.Var> variables, double[] point, Expr.Var by, Enclosure truth) {
        this.f = f;
        this.variables = variables;
        this.point = point;
        this.by = by;
        this.truth = truth;
    }

    StepSweep.Scheme scheme(String id, List<Double> steps) {
        var method = (Stepped) Methods.of(id);
        double x = point[variables.indexOf(by)];
        double[] h = new double[1];
        var gradient = prepared(method.with(any -> h[0]));
        List<Double> errors = errors(steps, h, gradient);
        List<Double> dense = StepSweep.spaced(steps.get(0), steps.get(steps.size() - 1), FOR_SLOPES);
        List<Double> denseErrors = errors(dense, h, gradient);
        int densest = best(denseErrors);
        h[0] = method.stepAt(x);
        return new StepSweep.Scheme(
                id,
                method.accuracy(),
                errors,
                best(errors),
                h[0],
                error(gradient),
                Slope.left(dense, denseErrors, densest, x),
                Slope.right(dense, denseErrors, densest, method.accuracy()));
    }

    private List<Double> errors(List<Double> steps, double[] h, Optional<Differentiator.Gradient> gradient) {
        var errors = new ArrayList<Double>();
        for (double step : steps) {
            h[0] = step;
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

    StepSweep.Stepless stepless(String id) {
        return new StepSweep.Stepless(id, error(prepared(Methods.of(id))));
    }

    StepSweep.Work work(String id, Optional<StepSweep.Scheme> swept, List<Double> steps) {
        var gradient = prepared(Methods.of(id));
        double error = error(gradient);
        Double estimate = gradient.flatMap(g -> g.errorEstimates(point.clone()))
                .map(e -> relative(e[0]))
                .orElse(null);
        Optional<StepSweep.Scheme> best = swept.filter(s -> s.best() >= 0);
        return new StepSweep.Work(
                id,
                gradient.map(Differentiator.Gradient::evaluations).orElse(0),
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
    private Optional<Differentiator.Gradient> prepared(Differentiator method) {
        try {
            return Optional.of(method.prepare(f, variables, List.of(by)));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private double error(Optional<Differentiator.Gradient> gradient) {
        double[] result = {Double.NaN};
        gradient.ifPresent(g -> g.at(point.clone(), result));
        if (!Double.isFinite(result[0])) {
            return Double.NaN;
        }
        double error = truth.isZero() ? truth.absoluteError(result[0]) : truth.relativeError(result[0]);
        return Double.isFinite(error) ? error : Double.NaN;
    }
}
