package tridiff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;
import tridiff.compare.Methods;
import tridiff.compare.time.Batch;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.run.Evaluator;

/**
 * Values and gradients written by hand in C++ beside our reverse mode, in one run: the fastest of several batches of each, which take
 * turns. Before a function is timed, both values and gradients are held against each other.
 *
 * <p>{@code java -cp 'bench/target/benchmarks.jar:bench/target/lib/*' tridiff.bench.CppAdjoints [result.json [problem...]]} takes some
 * five minutes for all. Without g++ it says so and ends with 69.
 */
public final class CppAdjoints {

    private static final List<String> PROBLEMS = List.of(
            "speelpenning:10",
            "speelpenning:100",
            "speelpenning:1000",
            "speelpenning:10000",
            "helmholtz:10",
            "helmholtz:50",
            "helmholtz:200",
            "rosenbrock:10",
            "rosenbrock:100",
            "rosenbrock:1000",
            "rosenbrock:100000",
            "logistic:10",
            "logistic:100",
            "logistic:1000",
            "perceptron:16",
            "mixture:100",
            "mixture:10000",
            "gmm:1000",
            "llsq:1000",
            "lse:1000",
            "lse:40000");

    /** HotSpot has compiled all that it will if for so long nothing has become faster by a twentieth: large code waits for seconds. */
    private static final double STEADY_NANOS = 6e9;

    private static final double FASTER = 0.95;
    private static final double MOST_NANOS_OF_WARM_UP = 40e9;
    private static final double BATCH_MILLIS = 25;
    private static final int BATCHES = 12;
    private static final int TURNS = 5;
    private static final int UNAVAILABLE = 69;

    /** Nanoseconds: by hand in C++, and our reverse mode. */
    private record Row(String problem, CppProgram.Times cpp, double reverse) {

        double ratio() {
            return reverse / cpp.gradient();
        }

        double cost() {
            return cpp.gradient() / cpp.value();
        }
    }

    private CppAdjoints() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var compiler = CppProgram.compiler();
        if (compiler.isEmpty()) {
            System.err.println("g++ is not on the PATH: there is no C++ to compare with");
            System.exit(UNAVAILABLE);
        }
        List<String> problems = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : PROBLEMS;
        var rows = new ArrayList<Row>();
        try (CppProgram program = CppProgram.compiled()) {
            for (String problem : problems) {
                rows.add(row(problem, program));
            }
        }
        System.out.print(markdown(rows));
        if (args.length > 0) {
            String json = JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(record(compiler.get(), rows));
            Files.writeString(Path.of(args[0]), json + "\n");
        }
    }

    /** Holds C++ against our own value and gradient, and against the same code in Java. */
    static void check(String name, CppProgram program) throws IOException, InterruptedException {
        Problem problem = Problem.of(name);
        double[] x = problem.point();
        double[] byHand = new double[x.length];
        double[] reverse = new double[x.length];
        double value = problem.gradient(x, byHand);
        reverse(problem).at(x, reverse);
        CppProgram.Values found = program.values(name, problem);
        double ours = new Evaluator(problem.byAll().list()).run(x);
        for (double other : new double[] {found.value(), found.valueBeside(), ours}) {
            Problem.requireSame("value of " + name, other, value);
        }
        Problem.requireSame("gradient in C++ of " + name, found.gradient(), byHand, Problem.SAME);
        Problem.requireSame("gradient in C++ of " + name, found.gradient(), reverse, Problem.SAME);
    }

    private static Prepared reverse(Problem problem) {
        return Methods.of("autodiff.reverse").gradient(problem.byAll());
    }

    private static Row row(String name, CppProgram program) throws IOException, InterruptedException {
        check(name, program);
        Problem problem = Problem.of(name);
        double[] x = problem.point();
        Prepared gradient = reverse(problem);
        gradient.compile();
        Batch gradients = Batch.ofItsOwn(gradient, x, new double[x.length]);
        int repetitions = warmedUp(gradients);
        var cpp = new CppProgram.Times(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        double reverse = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            cpp = cpp.fastest(program.times(name, problem, BATCH_MILLIS));
            for (int batch = 0; batch < BATCHES; batch++) {
                reverse = Math.min(reverse, nanos(gradients, repetitions) / repetitions);
            }
        }
        return new Row(name, cpp, reverse);
    }

    /** How many runs make a batch, once they are as fast as they will be. */
    private static int warmedUp(Batch batch) {
        int repetitions = 1;
        double best = Double.POSITIVE_INFINITY;
        long start = System.nanoTime();
        long improved = start;
        long now = start;
        while (now - improved < STEADY_NANOS && now - start < MOST_NANOS_OF_WARM_UP) {
            double nanos = nanos(batch, repetitions) / repetitions;
            now = System.nanoTime();
            if (nanos < FASTER * best) {
                best = nanos;
                improved = now;
            }
            repetitions = (int) Math.max(1, Math.min(BATCH_MILLIS * 1e6 / nanos, 2.0 * repetitions));
        }
        return repetitions;
    }

    private static double nanos(Batch batch, int repetitions) {
        long start = System.nanoTime();
        batch.run(repetitions);
        return System.nanoTime() - start;
    }

    private static String markdown(List<Row> rows) {
        var text = new StringBuilder(
                """
                | function | C++: value µs | gradient µs | gradient / value | reverse µs | reverse / C++ gradient |
                |---|---:|---:|---:|---:|---:|
                """);
        for (Row row : rows) {
            text.append(BenchmarkTable.row(
                    row.problem,
                    row.cpp.value() / 1e3,
                    row.cpp.gradient() / 1e3,
                    row.cost(),
                    row.reverse / 1e3,
                    row.ratio()));
        }
        return text.append(BenchmarkTable.row(
                        "geometric mean",
                        Double.NaN,
                        Double.NaN,
                        mean(rows, Row::cost),
                        Double.NaN,
                        mean(rows, Row::ratio)))
                .toString();
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> ratio) {
        return Math.exp(rows.stream()
                .mapToDouble(row -> Math.log(ratio.applyAsDouble(row)))
                .average()
                .orElse(Double.NaN));
    }

    /** What was measured and where. */
    private static Map<String, Object> record(String compiler, List<Row> rows) {
        var times = new LinkedHashMap<String, Object>();
        for (Row row : rows) {
            var found = new LinkedHashMap<String, Double>();
            found.put("cppValue", row.cpp.value() / 1e3);
            found.put("cppGradient", row.cpp.gradient() / 1e3);
            found.put("autodiff.reverse", row.reverse / 1e3);
            times.put(row.problem, found);
        }
        var record = new LinkedHashMap<String, Object>();
        record.put("benchmark", "CppAdjoints");
        record.put("compiler", compiler);
        record.put("options", String.join(" ", CppProgram.COMPILER));
        record.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        record.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        record.put("processors", Runtime.getRuntime().availableProcessors());
        record.put("unit", "microseconds, fastest batch");
        record.put("times", times);
        record.put("geometricMeanCppGradientOverValue", mean(rows, Row::cost));
        record.put("geometricMeanReverseOverCppGradient", mean(rows, Row::ratio));
        return record;
    }
}
