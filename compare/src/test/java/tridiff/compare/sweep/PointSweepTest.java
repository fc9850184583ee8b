package tridiff.compare.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tridiff.compare.AccuracyTest;
import tridiff.compare.Comparer;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.MethodId;

class PointSweepTest {

    private static final List<MethodId> METHODS =
            MethodId.listOf("numerical.central2", "symbolic.simplified", "autodiff.reverse");

    private static PointSweep sweep(String text, double from, double to, int points, long seed) {
        Expr f = Parser.parse(text);
        List<Expr.Var> variables = f.variables();
        var q = new Comparer.Question(text, f, variables, new double[variables.size()], variables, METHODS, List.of());
        return PointSweep.of(q, variables.get(0), new PointSweep.Range(from, to, false, points, seed), done -> {});
    }

    @Test
    void automatic_differentiation_errs_by_an_ulp_where_differences_err_by_a_million() {
        PointSweep sweep = sweep("exp(sin(x))/(1+x^2)", 0.05, 3, 400, 1);
        var central = sweep.methods().get(0);
        var reverse = sweep.methods().get(2);
        assertTrue(reverse.median() > 0.3 && reverse.median() < 1.5, "median " + reverse.median());
        assertTrue(central.median() > 1e4);
        assertTrue(reverse.median() <= reverse.percentile95() && reverse.percentile95() <= reverse.maximum());
    }

    @Test
    void one_seed_gives_one_result_whatever_the_order_of_the_threads() {
        assertEquals(
                sweep("sin(x)*log(x)", 1, 5, 200, 7).methods(),
                sweep("sin(x)*log(x)", 1, 5, 200, 7).methods());
        assertFalse(sweep("sin(x)*log(x)", 1, 5, 200, 7)
                .methods()
                .equals(sweep("sin(x)*log(x)", 1, 5, 200, 8).methods()));
    }

    @Test
    void the_worst_point_has_the_maximal_error_when_it_is_compared_alone() {
        var worst = sweep("exp(sin(x))/(1+x^2)", 0.05, 3, 200, 3).methods().get(2);
        var alone = AccuracyTest.compare("exp(sin(x))/(1+x^2)", worst.worst().value());
        double ulps = alone.results().stream()
                .filter(r -> r.id().equals(worst.id()))
                .findFirst()
                .orElseThrow()
                .worstUlps();
        assertEquals(worst.maximum(), ulps, 1e-6 * ulps);
        assertEquals(Double.parseDouble(worst.worst().hex()), worst.worst().value());
    }

    @Test
    void regions_without_a_derivative_are_told_with_their_cause() {
        PointSweep sweep = sweep("sqrt(x)*log(x - 1)", -1, 3, 400, 1);
        assertEquals(2, sweep.undefined().size());
        assertTrue(sweep.undefined().get(0).reason().toString().contains("sqrt(x)")
                && sweep.undefined().get(0).to() < 0);
        assertTrue(sweep.undefined().get(1).reason().toString().contains("log(x - 1)")
                && sweep.undefined().get(1).to() < 1);
        assertEquals(
                200,
                sweep.undefined().stream().mapToInt(PointSweep.Region::points).sum());
        assertTrue(sweep.methods().stream().allMatch(d -> d.wrong() == 0));
    }

    @Test
    void points_are_spread_over_magnitudes_if_asked_and_progress_counts_them() {
        Expr f = Parser.parse("tanh(x)");
        var count = new AtomicInteger();
        var q = new Comparer.Question("tanh(x)", f, f.variables(), new double[1], f.variables(), METHODS, List.of());
        var range = new PointSweep.Range(-1e3, -1e-9, true, 300, 1);
        PointSweep.of(q, f.variables().get(0), range, done -> count.incrementAndGet());
        assertEquals(300, count.get());
        double[] xs = range.draw();
        assertTrue(java.util.Arrays.stream(xs).allMatch(x -> x >= -1e3 && x <= -1e-9));
        long large = java.util.Arrays.stream(xs).filter(x -> x < -1e-3).count();
        assertTrue(large >= 148 && large <= 152, "half of the magnitudes are above 1e-3, not " + large);
    }
}
