package tridiff.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import tridiff.compare.Comparer;
import tridiff.compare.Methods;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;

/**
 * The same gradients timed by JMH and by the comparer's own stopwatch.
 *
 * <p>{@code java -cp 'bench/target/benchmarks.jar:bench/target/lib/*' tridiff.bench.TimingBenchmark} runs both in turns and shows
 * the fastest of each side by side; it ends with 1 where they differ by more than a fifth.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class TimingBenchmark {

    private static final double MOST = 1.2;
    private static final int RUNS_BEFORE = 20_000;
    private static final int ROUNDS = 3;
    private static final List<String> FORMULAS = List.of(
            "exp(sin(x))/(1+x^2)", "log(x)+x*y-sin(y)", "(1-x)^2+100*(y-x^2)^2", "sum(i, 1, 200, exp(-x*i)*cos(y*i))");
    private static final List<String> METHODS = List.of(
            "numerical.central4", "symbolic.simplified", "symbolic.raw", "autodiff.forward", "autodiff.reverse");

    @Param("x")
    String formula;

    @Param("autodiff.reverse")
    String method;

    private double[] x;
    private double[] result;
    private Prepared gradient;

    /** HotSpot builds in what it has seen alone: here, as in a comparison, all methods have run. */
    @Setup
    public void prepare() {
        List<Expr.Var> variables = variables(formula);
        x = point(variables);
        result = new double[variables.size()];
        for (String id : METHODS) {
            Prepared prepared = prepared(id, variables);
            for (int i = 0; i < RUNS_BEFORE; i++) {
                prepared.at(x, result);
            }
        }
        gradient = prepared(method, variables);
    }

    private Prepared prepared(String id, List<Expr.Var> variables) {
        var prepared =
                Methods.of(id).gradient(tridiff.wengert.method.Problem.of(Parser.parse(formula), variables, variables));
        prepared.compile();
        return prepared;
    }

    @Benchmark
    public double[] gradient() {
        gradient.at(x, result);
        return result;
    }

    private static List<Expr.Var> variables(String formula) {
        return Parser.parse(formula).variables();
    }

    private static double[] point(List<Expr.Var> variables) {
        double[] point = new double[variables.size()];
        Arrays.setAll(point, i -> 0.7 + 0.6 * i);
        return point;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.out.println(stopwatch(args[0], Arrays.asList(args).subList(1, args.length)));
            return;
        }
        double worst = 1;
        System.out.println("| function | method | JMH ns | stopwatch ns | ratio |\n|---|---|---:|---:|---:|");
        for (String formula : FORMULAS) {
            var theirs = new ArrayList<List<Double>>();
            var own = new ArrayList<List<Double>>();
            for (int round = 0; round < ROUNDS; round++) { // in turns: the machine itself is not always as fast
                theirs.add(jmh(formula));
                own.add(inAMachineOfItsOwn(formula, METHODS));
            }
            for (int i = 0; i < METHODS.size(); i++) {
                double jmh = fastest(theirs, i);
                double stopwatch = fastest(own, i);
                worst = Math.max(worst, Math.max(stopwatch / jmh, jmh / stopwatch));
                System.out.printf(
                        Locale.ROOT,
                        "| `%s` | %s | %.1f | %.1f | %.2f |%n",
                        formula,
                        METHODS.get(i),
                        jmh,
                        stopwatch,
                        stopwatch / jmh);
            }
        }
        System.out.printf(Locale.ROOT, "%nThe largest difference is a factor of %.2f.%n", worst);
        System.exit(worst <= MOST ? 0 : 1);
    }

    /** Noise only adds. */
    private static double fastest(List<List<Double>> rounds, int method) {
        return rounds.stream().mapToDouble(round -> round.get(method)).min().orElseThrow();
    }

    /** The fastest iteration of each method on one function. */
    private static List<Double> jmh(String formula) throws RunnerException {
        var options = new OptionsBuilder()
                .include(TimingBenchmark.class.getName() + ".gradient")
                .param("formula", formula)
                .param("method", METHODS.toArray(String[]::new))
                .verbosity(VerboseMode.SILENT)
                .build();
        var times = new HashMap<String, Double>();
        for (RunResult run : new Runner(options).run()) {
            double fastest = run.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                    .min()
                    .orElseThrow();
            times.put(run.getParams().getParam("method"), fastest);
        }
        return METHODS.stream().map(times::get).toList();
    }

    /** All methods on one function, as {@code compare --careful} takes their times. */
    private static List<Double> inAMachineOfItsOwn(String formula, List<String> methods) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TimingBenchmark.class.getName(),
                formula));
        command.addAll(methods);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return times.lines().map(Double::parseDouble).toList();
    }

    private static String stopwatch(String formula, List<String> methods) {
        Expr f = Parser.parse(formula);
        List<Expr.Var> variables = f.variables();
        var question = new Comparer.Question(
                formula,
                f,
                variables,
                point(variables),
                variables,
                MethodId.listOf(methods.toArray(String[]::new)),
                List.of());
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.CAREFUL)
                .compare(question).results().stream()
                        .map(result -> Double.toString(result.time().medianNanos()))
                        .collect(Collectors.joining("\n"));
    }
}
