package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** A prepared gradient that eight threads run at once gives each of them what it gives one alone. */
class SharedGradientTest {

    private static final int THREADS = 8;
    private static final int RUNS = 2_000;

    private static final Expr F = Parser.parse("exp(sin(x)*y)/(1 + x^2) + sum(i, 1, 5, sin(i*x)*y^i)");
    private static final List<Expr.Var> XY = F.variables();

    private static Stream<String> methods() {
        return Stream.of(
                "numerical.central2",
                "numerical.ridders",
                "numerical.adaptive",
                "numerical.complex-step",
                "symbolic.raw",
                "symbolic.simplified",
                "symbolic.dag",
                "autodiff.forward",
                "autodiff.directional",
                "autodiff.reverse");
    }

    private static double[] point(int i) {
        return new double[] {0.3 + i % 17 / 10.0, 0.2 + i % 13 / 10.0};
    }

    private static List<double[]> all(Prepared gradient, int runs) {
        return IntStream.range(0, runs)
                .mapToObj(i -> {
                    double[] found = new double[2];
                    gradient.at(point(i), found);
                    return found;
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void threads_that_share_a_gradient_do_not_disturb_each_other(String method) throws Exception {
        int runs = method.startsWith("numerical") && !method.endsWith("2") ? RUNS / 10 : RUNS;
        Prepared gradient = Methods.of(method).gradient(Problem.of(F, XY, XY));
        List<double[]> alone = all(gradient, runs);
        var pool = Executors.newFixedThreadPool(THREADS);
        List<Callable<List<double[]>>> tasks = new ArrayList<>();
        IntStream.range(0, THREADS).forEach(i -> tasks.add(() -> all(gradient, runs)));
        for (Future<List<double[]>> found : pool.invokeAll(tasks)) {
            for (int i = 0; i < runs; i++) {
                assertEquals(
                        Arrays.toString(alone.get(i)),
                        Arrays.toString(found.get().get(i)));
            }
        }
        pool.shutdown();
    }
}
