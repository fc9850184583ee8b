package tridiff.expr;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Runs a Wengert list over doubles, without allocating anything.
 *
 * <p>It begins at once with an interpreter. A list that is run again and again is compiled to byte code in the background, as soon
 * as that pays, and goes on with it; results are the same to the last bit. Every method's program is run by this same class, so
 * that comparisons of their speed are fair by construction.
 *
 * <p>Not thread-safe, since it owns a workspace: each thread takes a {@link #copy}, and all copies share one program.
 */
public final class Evaluator {

    private final Program program;
    private final double[] v;
    private final double[] own; // results, where only the first is asked for

    public Evaluator(WengertList list) {
        this(new Program(new Schedule(list)));
    }

    private Evaluator(Program program) {
        this.program = program;
        this.v = program.schedule.fixed.clone();
        this.own = program.fixedResults();
    }

    /** An evaluator that runs byte code from its first run; where there can be none, the same as any other. */
    public static Evaluator compiled(WengertList list) {
        var evaluator = new Evaluator(list);
        evaluator.program.compile();
        return evaluator;
    }

    /** An evaluator that stays with the interpreter. */
    public static Evaluator interpreted(WengertList list) {
        var evaluator = new Evaluator(list);
        evaluator.program.runsLeft = Long.MAX_VALUE;
        return evaluator;
    }

    /** Another evaluator of the same program, for another thread. */
    public Evaluator copy() {
        return new Evaluator(program);
    }

    /** Whether it runs byte code by now. */
    public boolean isCompiled() {
        return program.isCompiled;
    }

    /** Runs all lines for inputs x and stores the results. */
    public void run(double[] x, double[] results) {
        program.run(x, v, results);
        for (int i : program.fixedOutputs) {
            results[i] = own[i];
        }
    }

    /** Runs all lines for inputs x; returns the first result. */
    public double run(double[] x) {
        program.run(x, v, own);
        return own[0];
    }

    /** What all evaluators of one list share: its kernel, and when to replace it. */
    private static final class Program {

        /** Nanoseconds spent interpreting after which compiling pays, at so many nanoseconds a line. */
        private static final long PAYS_AFTER = 100_000_000;

        private static final long PER_LINE = 5;

        private static final ExecutorService COMPILER = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "tridiff-compiler");
            thread.setDaemon(true);
            return thread;
        });

        private final Schedule schedule;
        private final int[] fixedOutputs;
        private volatile Kernel kernel;
        private volatile boolean isCompiled;
        private long runsLeft; // a race loses counts, no more

        Program(Schedule schedule) {
            this.schedule = schedule;
            this.fixedOutputs = IntStream.range(0, schedule.list.outputCount())
                    .filter(i -> !schedule.varies[schedule.list.output(i)])
                    .toArray();
            this.kernel = new Interpreter(schedule);
            this.runsLeft = PAYS_AFTER / PER_LINE / Math.max(1, schedule.list.size());
        }

        double[] fixedResults() {
            return Arrays.stream(schedule.list.outputs())
                    .mapToDouble(line -> schedule.fixed[line])
                    .toArray();
        }

        void run(double[] x, double[] v, double[] results) {
            if (runsLeft-- == 0) {
                COMPILER.execute(this::compile);
            }
            kernel.run(x, v, results);
        }

        void compile() {
            runsLeft = Long.MAX_VALUE;
            if (ByteCode.canCompile(schedule)) {
                kernel = ByteCode.compile(schedule);
                isCompiled = true;
            }
        }
    }
}
