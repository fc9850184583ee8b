package tridiff.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tridiff.compare.Methods;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.run.Evaluator;

/**
 * How soon a gradient is fast: what it takes some time after its first call, in a machine of its own, as a multiple of the value of the
 * same function when all is compiled.
 */
public final class WarmUp {

    /** Seconds from the first call. */
    private static final double[] ELAPSED = {0.1, 0.3, 1, 3, 10};

    private static final String[] PROBLEMS = {
        "helmholtz:50",
        "helmholtz:200",
        "rosenbrock:100",
        "rosenbrock:1000",
        "rosenbrock:100000",
        "logistic:1000",
        "perceptron:16",
        "mixture:100",
        "llsq:1000",
        "lse:1000",
        "det:5",
        "det:8",
        "ode:100",
        "particle:400"
    };

    /** Of a time before a mark is counted what lies behind this share of it. */
    private static final double LATE = 0.8;

    /** Nanoseconds for which the clock is not asked. */
    private static final double BATCH_NANOS = 100_000;

    private WarmUp() {}

    /** Prints a row for each of the problems named, or for all; with {@code --here} first, that of one in this machine. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals("--here")) {
            System.out.println(row(args[1]));
            return;
        }
        System.out.println("| function | 0.1 s | 0.3 s | 1 s | 3 s | 10 s | after 1 s / in the end |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        for (String problem : args.length > 0 ? args : PROBLEMS) {
            System.out.println(inAMachineOfItsOwn(problem));
        }
    }

    private static String inAMachineOfItsOwn(String problem) throws IOException, InterruptedException {
        var java = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WarmUp.class.getName(),
                        "--here",
                        problem)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String row = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (java.waitFor() != 0) {
            throw new IllegalStateException(problem + " failed");
        }
        return row;
    }

    private static String row(String name) {
        Problem problem = Problem.of(name);
        double[] x = problem.point();
        tridiff.wengert.method.Problem byAll = problem.byAll();
        Prepared gradient = Methods.of("autodiff.reverse").gradient(byAll);
        double[] result = new double[x.length];
        double[] marks = atMarks(() -> gradient.at(x, result), ELAPSED);
        double[] expected = new double[x.length];
        problem.gradient(x, expected);
        Problem.requireSame(name, result, expected, Problem.SAME);
        Evaluator f = Evaluator.compiled(byAll.list());
        double[] sink = new double[1];
        double value = atMarks(() -> sink[0] = f.run(x), new double[] {1, 2, 3, 4})[3];
        var row = new StringBuilder("| " + name + " |");
        for (double mark : marks) {
            row.append(String.format(Locale.ROOT, " %.1f |", mark / value));
        }
        double end = Arrays.stream(marks).min().orElseThrow();
        return row.append(String.format(Locale.ROOT, " %.2f |", marks[2] / end)).toString();
    }

    /** Nanoseconds that a computation takes shortly before each mark: the median of batches. */
    private static double[] atMarks(Runnable computation, double[] seconds) {
        double[] result = new double[seconds.length];
        int repetitions = 1;
        long start = System.nanoTime();
        for (int mark = 0; mark < seconds.length; mark++) {
            List<Double> times = new ArrayList<>();
            double now = 0;
            while (now < seconds[mark] || times.isEmpty()) {
                long before = System.nanoTime();
                for (int i = 0; i < repetitions; i++) {
                    computation.run();
                }
                double nanos = System.nanoTime() - before;
                now = (before - start + nanos) / 1e9;
                if (now > LATE * seconds[mark]) {
                    times.add(nanos / repetitions);
                }
                repetitions =
                        Math.max(1, (int) Math.min(2.0 * repetitions, repetitions * BATCH_NANOS / Math.max(1, nanos)));
            }
            result[mark] =
                    times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
        }
        return result;
    }
}
