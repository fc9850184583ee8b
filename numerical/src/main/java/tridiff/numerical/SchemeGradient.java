package tridiff.numerical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.wengert.method.PerThread;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/** The partial derivatives of an expression by a scheme, one axis after the other. */
final class SchemeGradient extends DifferenceRun {

    private static final int MOST_REMARKS = 3;

    /** What one thread writes to. */
    private static final class Work {
        private final CoordinateFunction slice;
        private final double[] point;
        private double[] examinedAt;
        private List<Estimate> examined = List.of();

        Work(Evaluator f, int variables) {
            this.slice = new CoordinateFunction(f::run);
            this.point = new double[variables];
        }
    }

    private final Scheme scheme;
    private final List<Expr.Var> wanted;
    private final int[] axes;
    private final PerThread<Work> work;
    private final boolean withValue;

    /**
     * Prepares.
     *
     * @param withValue whether the value of f follows, which the scheme computes anyhow
     */
    SchemeGradient(Scheme scheme, Problem p, boolean withValue) {
        super(p.listOfOne(), scheme.evaluations(p.wanted().size()), p.wanted().size());
        this.scheme = scheme;
        this.wanted = p.wanted();
        this.axes = p.directions();
        this.work = new PerThread<>(() -> new Work(f(), p.inputs().size()));
        this.withValue = withValue;
    }

    @Override
    public void at(double[] x, double[] gradient) {
        Work own = work.get();
        CoordinateFunction slice = own.slice;
        System.arraycopy(x, 0, own.point, 0, own.point.length);
        slice.through(own.point);
        for (int i = 0; i < axes.length; i++) {
            gradient[i] = scheme.value(slice, slice.along(axes[i]));
        }
        if (withValue) {
            gradient[axes.length] = slice.atPoint();
        }
        counted(slice.runs());
    }

    /** Once for each point. */
    private List<Estimate> estimates(double[] x) {
        Work own = work.get();
        if (Arrays.equals(x, own.examinedAt)) {
            return own.examined;
        }
        CoordinateFunction slice = own.slice;
        own.examinedAt = x.clone();
        slice.through(x.clone());
        own.examined = IntStream.of(axes)
                .mapToObj(i -> scheme.examined(slice, slice.along(i)))
                .toList();
        return own.examined;
    }

    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        return Optional.of(estimates(x).stream().mapToDouble(Estimate::error).toArray());
    }

    /** The step where there is one variable; and whatever departed from the formula. */
    @Override
    public Said remark() {
        List<Estimate> estimates = estimates(work.get().point);
        if (estimates.size() == 1) {
            Estimate e = estimates.get(0);
            String step = Double.isNaN(e.step()) ? "" : String.format(Locale.ROOT, "h = %.2g", e.step());
            return Said.joined(step, step.isEmpty() || e.remark().isEmpty() ? "" : "; ", e.remark());
        }
        List<Said> remarks = IntStream.range(0, estimates.size())
                .filter(i -> !estimates.get(i).remark().isEmpty())
                .mapToObj(i ->
                        Said.joined(wanted.get(i).name(), ": ", estimates.get(i).remark()))
                .toList();
        int hidden = remarks.size() - MOST_REMARKS;
        Said shown = Said.list("; ", remarks.subList(0, Math.min(remarks.size(), MOST_REMARKS)));
        return hidden > 0 ? Said.of("numerical.remark.more", shown, hidden) : shown;
    }
}
