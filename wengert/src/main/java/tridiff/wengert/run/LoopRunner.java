package tridiff.wengert.run;

import java.util.Arrays;
import tridiff.wengert.Loop;

/**
 * Runs a loop over doubles, in the workspace of the list that it is part of. May be shared by threads: each has places of its own.
 *
 * <p>Its memory does not grow with the number of repetitions: the way back through an iteration keeps as many states as fit and
 * computes the others again ({@link Checkpoints}).
 */
final class LoopRunner {

    /** Numbers that are kept at a time: 32 MB. */
    private static final int MOST_KEPT = 1 << 22;

    /** What a sum begins with: unlike 0 it leaves a first term of -0 as it is. */
    private static final double NOTHING = -0.0;

    private final Loop loop;
    private final int[] arguments; // places in the workspace
    private final int[] results; // places of those that are needed, else -1
    private Executable body;
    private Executable backward; // of an adjoint
    private boolean keepsStates; // all of them, for a way back
    private LoopRunner wayForth; // the same iteration, if it has run before this way back; else null
    private StoredValues tape; // what is kept beside the states; null: nothing
    // The loop as one method, once it is compiled and if it fits; null if not.
    private volatile LoopKernel whole;
    private volatile LoopKernel keeping;
    private volatile LoopKernel back;

    private final ThreadLocal<Places> places = ThreadLocal.withInitial(Places::new);

    LoopRunner(Loop loop, int[] arguments, int[] results) {
        this.loop = loop;
        this.arguments = arguments;
        this.results = results;
        this.body = new Executable(loop.body(), this::compileWhole);
        this.backward = loop.backward() == null ? null : new Executable(loop.backward(), this::compileBack);
    }

    int[] arguments() {
        return arguments;
    }

    /**
     * Lets this way back through an iteration take the states that the iteration itself has visited, in the run of the same list before
     * it, if all of them fit.
     */
    void follow(LoopRunner iteration) {
        if (canKeepAll()) {
            wayForth = iteration;
            iteration.keepsStates = true;
            takeFrom(iteration);
        }
    }

    /** Lets the iteration keep more than its states, if it does not do so for another way back. */
    private void takeFrom(LoopRunner iteration) {
        var wanted = new StoredValues(loop);
        boolean fits = loop.count() <= MOST_KEPT / (loop.states() + wanted.size());
        if (fits && wanted.size() > 0 && iteration.tape == null) {
            iteration.tape = wanted;
            iteration.body = new Executable(wanted.forth(), iteration::compileWhole);
        }
        if (iteration.tape != null && iteration.tape.isFor(loop)) {
            tape = iteration.tape;
            backward = new Executable(tape.back(), this::compileBack);
        }
    }

    private int taped() {
        return tape == null ? 0 : tape.size();
    }

    /** Numbers kept for each repetition, by the way forth. */
    private int stride() {
        return wayForth == null ? loop.states() + taped() : wayForth.stride();
    }

    private boolean canKeepAll() {
        return loop.count() <= MOST_KEPT / loop.states();
    }

    void interpret() {
        body.interpret();
        if (backward != null) {
            backward.interpret();
        }
    }

    void compile() {
        body.compile();
        if (backward != null) {
            backward.compile();
        }
    }

    /** What is done with the body, when that is compiled; a way back that follows does nothing with it. */
    private void compileWhole(ExecutionPlan schedule) {
        if (loop.kind() == Loop.Kind.SUM) {
            whole = compiled(schedule, LoopCode.Way.SUM);
        } else if (keepsStates || backward != null && wayForth == null && canKeepAll()) {
            keeping = compiled(schedule, LoopCode.Way.KEEPING);
        } else if (wayForth == null) {
            whole = compiled(schedule, LoopCode.Way.FORTH);
        }
    }

    private LoopKernel compiled(ExecutionPlan schedule, LoopCode.Way way) {
        return ByteCode.compileLoop(schedule, way, new LoopCode.Kept(loop.states(), taped(), stride()))
                .orElse(null);
    }

    private void compileBack(ExecutionPlan schedule) {
        back = compiled(schedule, LoopCode.Way.BACK);
    }

    /** Takes its arguments from a workspace and puts its results there. */
    void run(double[] v) {
        Places p = places.get();
        switch (loop.kind()) {
            case SUM -> p.sum(v);
            case ITERATION -> p.iterate(v);
            case ADJOINT -> p.backwards(v);
        }
    }

    /** What one thread needs; the inputs of a body are the index, states, parameters and adjoints. */
    private final class Places implements Checkpoints.Chain {
        private final double[] x = new double[loop.body().inputCount()];
        private double[] work = body.workspace();
        private final double[] out = body.results();
        private final double[] total = new double[loop.results()];
        private final double[] xBack =
                new double[backward == null ? 0 : loop.backward().inputCount() + taped()];
        private double[] workBack = backward == null ? new double[0] : backward.workspace();
        private final double[] outBack = backward == null ? new double[0] : backward.results();
        private double[] kept = new double[0];

        void sum(double[] v) {
            load(v);
            Arrays.fill(total, loop.count() == 0 ? 0 : NOTHING);
            long i = loop.from();
            for (; i <= loop.to() && whole == null; i++) {
                x[0] = i;
                work = body.run(x, work, out);
                for (int j = 0; j < total.length; j++) {
                    total[j] += out[j];
                }
            }
            if (i <= loop.to()) {
                whole.run(x, total, kept, i, loop.to() + 1);
            }
            store(v, total, 0);
        }

        void iterate(double[] v) {
            load(v);
            if (keepsStates) {
                keepAll();
            } else {
                advance(0, loop.count());
            }
            store(v, x, 1);
        }

        void backwards(double[] v) {
            load(v);
            int own = x.length - 1;
            System.arraycopy(x, 1 + loop.states(), xBack, 1 + loop.states(), own - loop.states());
            for (int j = 0; j < total.length; j++) {
                xBack[1 + own + j] = v[arguments[own + j]];
            }
            if (wayForth != null) {
                kept = wayForth.places.get().kept;
                backFromKept();
            } else if (canKeepAll()) {
                keepAll();
                backFromKept();
            } else {
                int snapshots = Math.max(1, MOST_KEPT / loop.states());
                makeRoom(snapshots);
                Checkpoints.reverse(loop.count(), snapshots, this);
            }
            store(v, xBack, 1 + own);
        }

        private void keepAll() {
            makeRoom((int) loop.count());
            if (keeping != null) {
                keeping.run(x, total, kept, loop.from(), loop.from() + loop.count());
            } else {
                for (int step = 0; step < loop.count(); step++) {
                    store(step);
                    advance(step, step + 1L);
                    System.arraycopy(out, loop.states(), kept, step * stride() + loop.states(), taped());
                }
            }
        }

        private void backFromKept() {
            if (back != null) {
                back.run(xBack, total, kept, loop.from(), loop.from() + loop.count());
            } else {
                Checkpoints.reverseKept(loop.count(), this);
            }
        }

        private void makeRoom(int snapshots) {
            if (kept.length < snapshots * stride()) {
                kept = new double[snapshots * stride()];
            }
        }

        private void load(double[] v) {
            for (int j = 1; j < x.length; j++) {
                x[j] = v[arguments[j - 1]];
            }
        }

        private void store(double[] v, double[] from, int first) {
            for (int j = 0; j < results.length; j++) {
                if (results[j] >= 0) {
                    v[results[j]] = from[first + j];
                }
            }
        }

        @Override
        public void store(int snapshot) {
            System.arraycopy(x, 1, kept, snapshot * stride(), loop.states());
        }

        @Override
        public void restore(int snapshot) {
            System.arraycopy(kept, snapshot * stride(), x, 1, loop.states());
            System.arraycopy(kept, snapshot * stride() + loop.states(), xBack, xBack.length - taped(), taped());
        }

        @Override
        public void advance(long from, long to) {
            long step = from;
            for (; step < to && whole == null; step++) {
                x[0] = loop.from() + step;
                work = body.run(x, work, out);
                System.arraycopy(out, 0, x, 1, loop.states());
            }
            if (step < to) {
                whole.run(x, total, kept, loop.from() + step, loop.from() + to);
            }
        }

        @Override
        public void back(long step) {
            xBack[0] = loop.from() + step;
            System.arraycopy(x, 1, xBack, 1, loop.states());
            workBack = backward.run(xBack, workBack, outBack);
            System.arraycopy(outBack, 0, xBack, x.length, outBack.length);
        }
    }
}
