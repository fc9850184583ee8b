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

/**
 * The time of one value and of one gradient, ours, a peer's and written by hand. What counts are the ratios within one run.
 *
 * <p>Before anything is timed, every result is checked against the code written by hand.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GradientBenchmark {

    /** Differences of second order at the classical step, functions as smooth as these. */
    private static final double SAME_BY_DIFFERENCES = 1e-6;

    /** A function at its point. */
    @State(Scope.Thread)
    public static class Function {
        @Param({
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
            "lse:40000",
            "det:5",
            "det:6",
            "det:7",
            "det:8",
            "ode:100",
            "states:1000",
            "particle:400"
        })
        String problem;

        Problem byHand;
        double[] x;
        double[] gradient;
        Evaluator value;

        @Setup
        public void prepare() {
            byHand = Problem.of(problem);
            x = byHand.point();
            gradient = new double[x.length];
            value = new Evaluator(byHand.byAll().list());
            Problem.requireSame("value", value.run(x), byHand.value(x));
            Problem.requireSame("value", byHand.gradient(x, gradient), byHand.value(x));
        }
    }

    /** A method, prepared for the function. */
    @State(Scope.Thread)
    public static class Method {
        @Param({
            "autodiff.reverse",
            "autodiff.forward",
            "numerical.central2",
            "autodiff.commons",
            "autodiff.hipparchus",
            "autodiff.finmath"
        })
        String method;

        Prepared prepared;

        @Setup
        public void prepare(Function f) {
            prepared = Methods.of(method).gradient(f.byHand.byAll());
            if (f.byHand.isSmooth() || !method.startsWith("numerical")) {
                check(f);
            }
        }

        private void check(Function f) {
            double[] expected = new double[f.x.length];
            double[] found = new double[f.x.length];
            f.byHand.gradient(f.x, expected);
            prepared.at(f.x, found);
            double same = method.startsWith("numerical") ? SAME_BY_DIFFERENCES : Problem.SAME;
            Problem.requireSame(method + " of " + f.problem, found, expected, same);
        }
    }

    /** Reverse mode, prepared to yield the value, too. */
    @State(Scope.Thread)
    public static class WithValue {
        Prepared prepared;
        double[] both;

        @Setup
        public void prepare(Function f) {
            prepared = Methods.of("autodiff.reverse").valueAndGradient(f.byHand.byAll());
            both = new double[f.x.length + 1];
            prepared.at(f.x, both);
            double[] expected = new double[f.x.length];
            Problem.requireSame("value", both[f.x.length], f.byHand.gradient(f.x, expected));
            Problem.requireSame("gradient of " + f.problem, both, expected, Problem.SAME);
        }
    }

    @Benchmark
    public double value(Function f) {
        return f.value.run(f.x);
    }

    @Benchmark
    public double valueByHand(Function f) {
        return f.byHand.value(f.x);
    }

    @Benchmark
    public double gradientByHand(Function f) {
        return f.byHand.gradient(f.x, f.gradient) + f.gradient[0];
    }

    @Benchmark
    public double[] gradient(Function f, Method m) {
        m.prepared.at(f.x, f.gradient);
        return f.gradient;
    }

    @Benchmark
    public double[] valueAndGradient(Function f, WithValue w) {
        w.prepared.at(f.x, w.both);
        return w.both;
    }
}
