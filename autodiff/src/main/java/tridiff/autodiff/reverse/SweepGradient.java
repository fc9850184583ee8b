package tridiff.autodiff.reverse;

import java.util.List;
import java.util.Optional;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;
import tridiff.wengert.run.PerThread;

/** A gradient by sweeping the function's own list, for functions so long that writing their gradient as a program would not pay. */
final class SweepGradient implements Differentiator.Gradient {

    /** A sweep and its results. */
    private record Work(AdjointSweep sweep, double[] byEveryInput) {}

    private final PerThread<Work> work;
    private final int[] wanted; // inputs

    SweepGradient(WengertList f, List<Expr.Var> wanted) {
        this.wanted = f.inputNumbers(wanted);
        boolean[] active = new boolean[f.inputCount()];
        for (int input : this.wanted) {
            active[input] = true;
        }
        this.work = new PerThread<>(() -> new Work(new AdjointSweep(f, active), new double[active.length]));
    }

    @Override
    public void at(double[] x, double[] gradient) {
        Work own = work.get();
        own.sweep.run(x, own.byEveryInput);
        for (int i = 0; i < wanted.length; i++) {
            gradient[i] = own.byEveryInput[wanted[i]];
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
