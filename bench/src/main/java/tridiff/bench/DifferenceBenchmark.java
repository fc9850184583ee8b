package tridiff.bench;

import java.util.concurrent.TimeUnit;
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
import tridiff.compare.Methods;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.run.Evaluator;

/** What a gradient by differences costs on top of the values of f that it takes, ours and Commons Math's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DifferenceBenchmark {

    private static final double STEP = 0x1p-17;

    @Param({"rosenbrock:10", "rosenbrock:100", "helmholtz:10", "helmholtz:50", "speelpenning:10", "speelpenning:100"})
    String problem;

    private double[] x;
    private double[] gradient;
    private Evaluator f;
    private Prepared central;
    private Prepared commons;
    private Prepared adaptive;

    @Setup
    public void prepare() {
        Problem byHand = Problem.of(problem);
        x = byHand.point();
        gradient = new double[x.length];
        var variables = byHand.variables();
        var expression = byHand.expression();
        var asked = tridiff.wengert.method.Problem.of(expression, variables, variables);
        f = new Evaluator(asked.list());
        central = Methods.of("numerical.central2").gradient(asked);
        commons = Methods.of("numerical.commons3").gradient(asked);
        adaptive = Methods.of("numerical.adaptive").gradient(asked);
    }

    /** The 2n values alone, at the points of a central difference. */
    @Benchmark
    public double values() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double at = x[i];
            x[i] = at + STEP;
            sum += f.run(x);
            x[i] = at - STEP;
            sum += f.run(x);
            x[i] = at;
        }
        return sum;
    }

    /** The central differences: 2n values. */
    @Benchmark
    public double[] central() {
        central.at(x, gradient);
        return gradient;
    }

    /** The same three-point formula by Commons Math: 3n values. */
    @Benchmark
    public double[] commonsMath() {
        commons.at(x, gradient);
        return gradient;
    }

    /** With steps of their own choice. */
    @Benchmark
    public double[] adaptive() {
        adaptive.at(x, gradient);
        return gradient;
    }
}
