package tridiff.numerical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;
import tridiff.wengert.run.Evaluator;
import tridiff.wengert.run.PerThread;

/** The partial derivatives of an expression by a scheme, one axis after the other. */
final class Partials implements Differentiator.Gradient {

    private static final int MOST_REMARKS = 3;

    /** Some ten seconds. */
    private static final double MOST_OPERATIONS = 2e9;

    /** Of a scheme that chooses its steps, for each variable, where f is smooth. */
    private static final int USUAL_EVALUATIONS = 100;

    /** What one thread writes to. */
    private static final class Work {
        private final Slice slice;
        private final double[] point;
        private double[] examinedAt;
        private List<Estimate> examined = List.of();

        Work(Slice slice, int variables) {
            this.slice = slice;
            this.point = new double[variables];
        }
    }

    private final Scheme scheme;
    private final List<Expr.Var> wanted;
    private final int[] axes;
    private final long operationsOfF;
    private final Evaluator f;
    private final PerThread<Work> work;
    private int evaluations;

    /**
     * Prepares.
     *
     * @param expected evaluations of one gradient, where they are known before the first
     */
    Partials(Scheme scheme, Expr function, List<Expr.Var> variables, List<Expr.Var> wanted, int expected) {
        var list = WengertList.of(function, variables);
        double evaluated = expected > 0 ? expected : (double) USUAL_EVALUATIONS * wanted.size();
        if (evaluated * list.operations() > MOST_OPERATIONS) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "some %.0f evaluations of f would take %.0e operations",
                    evaluated,
                    evaluated * list.operations()));
        }
        this.scheme = scheme;
        this.wanted = wanted;
        this.axes = wanted.stream().mapToInt(variables::indexOf).toArray();
        this.operationsOfF = list.operations();
        this.f = new Evaluator(list);
        this.work = new PerThread<>(() -> new Work(new Slice(f::run), variables.size()));
        this.evaluations = expected;
    }

    @Override
    public void at(double[] x, double[] gradient) {
        Work own = work.get();
        Slice slice = own.slice;
        System.arraycopy(x, 0, own.point, 0, own.point.length);
        slice.through(x);
        for (int i = 0; i < axes.length; i++) {
            gradient[i] = scheme.value(slice, slice.along(axes[i]));
        }
        evaluations = slice.runs();
    }

    /** Once for each point. */
    private List<Estimate> estimates(double[] x) {
        Work own = work.get();
        if (Arrays.equals(x, own.examinedAt)) {
            return own.examined;
        }
        Slice slice = own.slice;
        own.examinedAt = x.clone();
        slice.through(x);
        own.examined = IntStream.of(axes)
                .mapToObj(i -> scheme.examined(slice, slice.along(i)))
                .toList();
        return own.examined;
    }

    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        return Optional.of(
                estimates(x.clone()).stream().mapToDouble(Estimate::error).toArray());
    }

    @Override
    public List<Evaluator> evaluators() {
        return List.of(f);
    }

    @Override
    public int evaluations() {
        return evaluations;
    }

    /** The evaluations; and for each a shift of the point, a weight and a sum. */
    @Override
    public Optional<Long> operations() {
        return Optional.of(evaluations * (operationsOfF + 3));
    }

    /** The step where there is one variable; and whatever departed from the formula. */
    @Override
    public String remark() {
        List<Estimate> estimates = estimates(work.get().point.clone());
        if (estimates.size() == 1) {
            Estimate e = estimates.get(0);
            String step = Double.isNaN(e.step()) ? "" : String.format(Locale.ROOT, "h = %.2g", e.step());
            return step + (step.isEmpty() || e.remark().isEmpty() ? "" : "; ") + e.remark();
        }
        List<String> remarks = IntStream.range(0, estimates.size())
                .filter(i -> !estimates.get(i).remark().isEmpty())
                .mapToObj(i -> wanted.get(i).name() + ": " + estimates.get(i).remark())
                .toList();
        int hidden = remarks.size() - MOST_REMARKS;
        return remarks.stream().limit(MOST_REMARKS).collect(Collectors.joining("; "))
                + (hidden > 0 ? "; and " + hidden + " more" : "");
    }
}
