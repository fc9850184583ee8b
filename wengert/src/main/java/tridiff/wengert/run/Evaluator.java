package tridiff.wengert.run;

import tridiff.wengert.WengertList;

/**
 * Runs a Wengert list over doubles, without allocating anything.
 *
 * <p>It begins at once with an interpreter. A list that is run again and again is compiled to byte code in the background, as soon
 * as that pays, and goes on with it; results are the same to the last bit. Every method's program is run by this same class, so
 * that comparisons of their speed are fair by construction.
 *
 * <p>Threads may share it: the workspace is that of the thread that made it, and any other thread gets a {@link #copy} of its own,
 * which takes a moment longer to find. All copies share one program.
 */
public final class Evaluator {

    private final Thread owner = Thread.currentThread();
    private final ThreadLocal<Evaluator> copies = ThreadLocal.withInitial(this::copy);
    private final Executable program;
    private double[] v;
    private final double[] own; // results, where only the first is asked for
    private final int[] fixed; // results that no run changes

    public Evaluator(WengertList list) {
        this(new Executable(list));
    }

    private Evaluator(Executable program) {
        this.program = program;
        this.v = program.workspace();
        this.own = program.results();
        this.fixed = program.fixedResults();
    }

    /** An evaluator that runs byte code from its first run; where there can be none, the same as any other. */
    public static Evaluator compiled(WengertList list) {
        var evaluator = new Evaluator(list);
        evaluator.compile();
        return evaluator;
    }

    /** Goes on with byte code from now on, not only when that pays. */
    public void compile() {
        program.compile();
    }

    /** An evaluator that stays with the interpreter. */
    public static Evaluator interpreted(WengertList list) {
        var evaluator = new Evaluator(list);
        evaluator.interpret();
        return evaluator;
    }

    /** Stays with the interpreter from now on. */
    public void interpret() {
        program.interpret();
    }

    /** Another evaluator of the same program, for another thread. */
    public Evaluator copy() {
        return new Evaluator(program);
    }

    /** Whether it runs byte code by now. */
    public boolean isCompiled() {
        return program.isCompiled();
    }

    private Evaluator ofThisThread() {
        return Thread.currentThread() == owner ? this : copies.get();
    }

    /** Runs all lines for inputs x and stores the results. */
    public void run(double[] x, double[] results) {
        ofThisThread().runAlone(x, results);
    }

    private void runAlone(double[] x, double[] results) {
        v = program.run(x, v, results);
        for (int i : fixed) {
            results[i] = own[i];
        }
    }

    /** Runs all lines for inputs x; returns the first result. */
    public double run(double[] x) {
        return results(x)[0];
    }

    /** Runs all lines for inputs x; returns the results in an array that this thread's next run overwrites. */
    public double[] results(double[] x) {
        return ofThisThread().resultsAlone(x);
    }

    private double[] resultsAlone(double[] x) {
        v = program.run(x, v, own);
        return own;
    }
}
