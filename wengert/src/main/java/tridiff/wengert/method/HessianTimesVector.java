package tridiff.wengert.method;

import java.util.Arrays;
import java.util.Optional;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;

/** The product with a vector of a Hessian that is computed as a whole: n² entries, n² products, n(n-1) sums. */
final class HessianTimesVector extends Composed {

    /** What one thread writes to. */
    private record Work(double[] point, double[] hessian) {}

    private final int inputs;
    private final int n;
    private final PerThread<Work> work;

    HessianTimesVector(Prepared hessian, Problem p) {
        super(hessian);
        this.inputs = p.inputs().size();
        this.n = p.wanted().size();
        this.work = new PerThread<>(() -> new Work(new double[inputs], new double[n * n]));
    }

    @Override
    public void at(double[] x, double[] results) {
        Work own = work.get();
        System.arraycopy(x, 0, own.point, 0, inputs);
        inner.at(own.point, own.hessian);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += own.hessian[i * n + j] * x[inputs + j];
            }
            results[i] = sum;
        }
    }

    @Override
    public Optional<Long> operations() {
        return inner.operations().map(own -> own + n * (2L * n - 1));
    }

    /** That of the Hessian does not compute the product. */
    @Override
    public Optional<WengertList> program() {
        return Optional.empty();
    }

    /** |errors| of the entries, added up with the vector. */
    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        return inner.errorEstimates(Arrays.copyOf(x, inputs)).map(errors -> {
            double[] sums = new double[n];
            for (int i = 0; i < n * n; i++) {
                sums[i / n] += errors[i] * Math.abs(x[inputs + i % n]);
            }
            return sums;
        });
    }

    @Override
    public Optional<Said> objection(double[] x) {
        return inner.objection(Arrays.copyOf(x, inputs));
    }
}
