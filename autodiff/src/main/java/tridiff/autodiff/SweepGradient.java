package tridiff.autodiff;

import java.util.Optional;
import tridiff.autodiff.reverse.AdjointSweep;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.PerThread;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** A gradient by sweeping the function's own list, for functions so long that writing their gradient as a program would not pay. */
final class SweepGradient implements Prepared {

    /** A sweep and its results. */
    private record Work(AdjointSweep sweep, double[] byEveryInput) {}

    private final PerThread<Work> work;
    private final int[] wanted; // inputs
    private final boolean withValue;

    /**
     * Prepares.
     *
     * @param withValue whether the value of f follows, which every sweep computes
     */
    SweepGradient(Problem p, boolean withValue) {
        WengertList f = p.listOfOne();
        this.wanted = p.directions();
        this.withValue = withValue;
        boolean[] active = p.active();
        this.work = new PerThread<>(() -> new Work(new AdjointSweep(f, active), new double[active.length]));
    }

    @Override
    public void at(double[] x, double[] gradient) {
        Work own = work.get();
        double value = own.sweep.run(x, own.byEveryInput);
        for (int i = 0; i < wanted.length; i++) {
            gradient[i] = own.byEveryInput[wanted[i]];
        }
        if (withValue) {
            gradient[wanted.length] = value;
        }
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public Optional<Long> operations() {
        return Optional.empty();
    }
}
