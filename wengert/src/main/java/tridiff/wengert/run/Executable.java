package tridiff.wengert.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tridiff.wengert.WengertList;

/** A list ready to run over doubles: its kernel, which all threads share, and when to replace the interpreter by byte code. */
final class Executable {

    /** Nanoseconds spent interpreting after which compiling pays, at so many nanoseconds a line. */
    private static final long PAYS_AFTER = 100_000_000;

    private static final long PER_LINE = 10;

    /** Nanoseconds after which code takes over in any case. */
    private static final long LONGEST_WARM_UP = 2_000_000_000;

    private static final long BATCH = 200_000; // nanoseconds

    private static final ExecutorService COMPILER = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "tridiff-compiler");
        thread.setDaemon(true);
        return thread;
    });

    private final ExecutionPlan schedule;
    private final Consumer<ExecutionPlan> alongside;
    private volatile Kernel kernel;
    private volatile boolean isCompiled;
    private volatile boolean interprets; // whatever is compiled
    private boolean hasByteCode;
    private long runsLeft; // a race loses counts, no more

    Executable(WengertList list) {
        this(list, schedule -> {});
    }

    /** With something else to be compiled when the list is. */
    Executable(WengertList list, Consumer<ExecutionPlan> alongside) {
        this.alongside = alongside;
        this.schedule = new ExecutionPlan(list);
        schedule.pairLoops();
        this.kernel = new Interpreter(schedule);
        this.runsLeft = PAYS_AFTER / PER_LINE / Math.max(1, list.size());
    }

    /** A workspace for one thread. */
    double[] workspace() {
        return schedule.fixed.clone();
    }

    /** A place for the results, with those that do not vary in it. */
    double[] results() {
        return Arrays.stream(schedule.list.outputs())
                .mapToDouble(line -> schedule.fixed[line])
                .toArray();
    }

    /** Which results do not vary. */
    int[] fixedResults() {
        return IntStream.range(0, schedule.list.outputCount())
                .filter(i -> !schedule.varies[schedule.list.output(i)])
                .toArray();
    }

    boolean isCompiled() {
        return isCompiled;
    }

    /** Runs the list once; returns the workspace, which may have had to grow. */
    double[] run(double[] x, double[] v, double[] results) {
        if (runsLeft-- == 0) {
            double[] point = x.clone();
            COMPILER.execute(() -> compileAside(point));
        }
        Kernel now = kernel;
        double[] workspace = v.length < now.places() ? Arrays.copyOf(v, now.places()) : v;
        now.run(x, workspace, results);
        return workspace;
    }

    /** Stays with the interpreter, here and in all loops. */
    void interpret() {
        interprets = true;
        runsLeft = Long.MAX_VALUE;
        schedule.loops().forEach(LoopRunner::interpret);
    }

    /** Replaces the interpreter by byte code, here and in all loops; a list too long for that gets an interpreter of its own. */
    void compile() {
        replaceBy(compiled());
    }

    /** The same while others go on with the interpreter, until the code is as fast: HotSpot interprets it, too, to begin with. */
    private void compileAside(double[] point) {
        Kernel code = compiled();
        double[] v = Arrays.copyOf(workspace(), Math.max(kernel.places(), code.places()));
        double[] results = results();
        long interpreted = Math.min(nanos(kernel, point, v, results), nanos(kernel, point, v, results));
        long start = System.nanoTime();
        boolean isWarm = false;
        while (!isWarm && System.nanoTime() - start < LONGEST_WARM_UP) {
            isWarm = nanos(code, point, v, results) <= interpreted;
        }
        if (!interprets) {
            replaceBy(code);
        }
    }

    /** Of one run, on the average over some. */
    private static long nanos(Kernel kernel, double[] x, double[] v, double[] results) {
        long start = System.nanoTime();
        long spent;
        int runs = 0;
        do {
            kernel.run(x, v, results);
            runs++;
            spent = System.nanoTime() - start;
        } while (spent < BATCH);
        return spent / runs;
    }

    private Kernel compiled() {
        runsLeft = Long.MAX_VALUE;
        schedule.loops().forEach(LoopRunner::compile);
        alongside.accept(schedule);
        Optional<Kernel> code = ByteCode.compile(schedule);
        hasByteCode = code.isPresent();
        return code.orElseGet(() -> Interpreter.ofItsOwn(schedule));
    }

    private void replaceBy(Kernel code) {
        kernel = code;
        isCompiled = hasByteCode;
    }
}
