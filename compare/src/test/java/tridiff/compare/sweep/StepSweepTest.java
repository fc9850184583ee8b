package tridiff.compare.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.Comparer;
import tridiff.compare.json.JsonReport;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.MethodId;

class StepSweepTest {

    /** The fourth logistic iterate of Baydin, Pearlmutter, Radul and Siskind, JMLR 18(153), 2018, figure 3. */
    private static final String LOGISTIC = "64*x*(1-x)*(1-2*x)^2*(1-8*x+8*x^2)^2";

    private static StepSweep sweep(String text, double x, double from, double to, int perDecade) {
        Expr f = Parser.parse(text);
        List<Expr.Var> variables = f.variables().isEmpty() ? List.of(Expr.variable("x")) : f.variables();
        return StepSweep.of(f, variables, new double[] {x}, variables.get(0), from, to, perDecade);
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-6, 1e-3, 1", "1, 1e-4, 1e-2, 2", "2, 0.01, 0.1, 4"})
    void the_error_falls_as_the_order_of_accuracy_says(int scheme, double from, double to, int order) {
        StepSweep sweep = sweep("exp(sin(x))/(1+x^2)", 0.7, from, to, 10);
        assertEquals(order, sweep.schemes().get(scheme).order());
        assertEquals(order, slope(sweep.steps(), sweep.schemes().get(scheme).errors()), 0.05 * order);
    }

    /** Least squares in logarithms. */
    private static double slope(List<Double> steps, List<Double> errors) {
        double[] x = steps.stream().mapToDouble(Math::log10).toArray();
        double[] y = errors.stream().mapToDouble(Math::log10).toArray();
        double meanX = java.util.Arrays.stream(x).average().orElseThrow();
        double meanY = java.util.Arrays.stream(y).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }
        return product / square;
    }

    @ParameterizedTest
    @CsvSource({"0, 1e-6, 1e-4, 33.70, 1", "1, 1e-5, 1e-3, 658.1, 2"})
    void the_truncation_error_of_the_logistic_iterate_is_that_of_the_taylor_series(
            int scheme, double from, double to, double factor, int order) {
        double derivative = 9.0660864;
        StepSweep sweep = sweep(LOGISTIC, 0.2, from, to, 1);
        for (int i = 0; i < sweep.steps().size(); i++) {
            double h = sweep.steps().get(i);
            double expected = factor * Math.pow(h, order);
            assertEquals(
                    expected, sweep.schemes().get(scheme).errors().get(i) * derivative, 0.01 * expected, "h = " + h);
        }
    }

    @Test
    void the_steps_meet_the_powers_of_ten_exactly() {
        assertEquals(
                List.of(1e-4, 1e-3, 1e-2, 1e-1, 1.0),
                sweep("sin(x)", 1, 1e-4, 1, 2).steps().stream()
                        .filter(h -> Math.log10(h) == Math.rint(Math.log10(h)))
                        .toList());
    }

    @Test
    void the_best_step_is_the_largest_of_those_with_the_smallest_error() {
        StepSweep.ErrorCurve scheme = sweep("3", 1, 1e-4, 1, 1).schemes().get(0);
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0, 0.0), scheme.errors());
        assertEquals(4, scheme.best());
    }

    @Test
    void errors_are_absolute_where_the_derivative_is_zero() {
        StepSweep sweep = sweep("cos(x)", 0, 1e-3, 1e-1, 1);
        assertTrue(sweep.absolute());
        assertEquals(0.05, sweep.schemes().get(0).errors().get(2), 1e-4);
        assertFalse(sweep("cos(x)", 1, 1e-3, 1e-1, 1).absolute());
    }

    @Test
    void outside_the_domain_there_is_no_error() {
        StepSweep sweep = sweep("sqrt(x)", 1e-3, 1e-6, 1, 1);
        StepSweep.ErrorCurve central = sweep.schemes().get(1);
        assertTrue(central.errors().get(central.errors().size() - 1).isNaN());
        assertEquals(3, central.gaps());
        assertEquals(0, sweep.schemes().get(0).gaps());
    }

    @Test
    void the_methods_without_a_step_are_accurate_to_the_last_digits() {
        for (StepSweep.Stepless method :
                sweep("exp(sin(x))/(1+x^2)", 0.7, 1e-3, 1, 1).stepless()) {
            assertTrue(method.error() < 1e-14, method.id().toString());
        }
    }

    @Test
    void the_classical_step_has_its_error() {
        StepSweep.ErrorCurve forward = sweep("exp(x)", 1, 1e-3, 1, 1).schemes().get(0);
        assertEquals(3e-8, forward.classicalStep(), 1e-9);
        assertTrue(forward.classicalError() > 0 && forward.classicalError() < 1e-7);
    }

    @Test
    void a_function_without_a_value_is_refused() {
        var refused = assertThrows(Comparer.NoValue.class, () -> sweep("log(x)", -1, 1e-3, 1, 1));
        assertTrue(refused.isUndefined());
    }

    @Test
    void a_function_without_a_derivative_is_refused() {
        var refused = assertThrows(Comparer.NoValue.class, () -> sweep("abs(x)", 0, 1e-3, 1, 1));
        assertTrue(refused.isUndefined());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0.1, 1", "0.1, 1, 0", "NaN, 1, 1", "0.1, Infinity, 1"})
    void ranges_that_hold_no_steps_are_refused(double from, double to, int perDecade) {
        assertThrows(IllegalArgumentException.class, () -> sweep("x", 1, from, to, perDecade));
    }

    @Test
    void one_step_is_a_sweep() {
        assertEquals(List.of(0.5), sweep("x^2", 1, 0.5, 0.5, 10).steps());
    }

    /** Slopes of 1, 2, 4 to the right and of -1 to the left, whatever the steps shown. */
    @ParameterizedTest
    @CsvSource({"1", "10"})
    void the_fitted_slopes_are_those_of_theory(int perDecade) {
        for (StepSweep.ErrorCurve s :
                sweep("exp(sin(x))/(1+x^2)", 0.7, 1e-17, 1e-1, perDecade).schemes()) {
            assertEquals(s.order(), s.right().fitted(), 0.05 * s.order(), s.id().toString());
            assertEquals(-1, s.left().fitted(), 0.1, s.id().toString());
            assertEquals(-1, s.left().theory());
        }
    }

    @Test
    void exact_differences_have_no_slope() {
        StepSweep.ErrorCurve forward = sweep("3*x", 1, 1e-3, 1, 1).schemes().get(0);
        assertTrue(Double.isNaN(forward.right().fitted()));
    }

    @Test
    void methods_of_choice_are_swept_or_level() {
        Expr f = Parser.parse("sin(x)");
        StepSweep sweep = StepSweep.of(
                f,
                f.variables(),
                new double[] {1},
                f.variables().get(0),
                1e-12,
                1e-1,
                1,
                MethodId.listOf(
                        "numerical.central8", "numerical.complex-step", "numerical.central6", "numerical.adaptive"));
        assertEquals(
                MethodId.listOf("numerical.central8", "numerical.complex-step", "numerical.central6"),
                sweep.schemes().stream().map(StepSweep.ErrorCurve::id).toList());
        assertEquals(
                MethodId.listOf("numerical.adaptive"),
                sweep.stepless().stream().map(StepSweep.Stepless::id).toList());
        assertEquals(
                2, sweep.schemes().get(1).right().fitted(), 0.01, "the complex step has a slope to the right only");
        assertTrue(Double.isNaN(sweep.schemes().get(1).left().fitted()));
    }

    @Test
    void work_and_precision_are_ordered_by_evaluations() {
        List<StepSweep.Work> work = sweep("exp(x)", 1, 1e-12, 1e-1, 1).work();
        List<Integer> evaluations =
                work.stream().map(StepSweep.Work::evaluations).toList();
        assertEquals(evaluations.stream().sorted().toList(), evaluations);
        StepSweep.Work central = work.stream()
                .filter(w -> w.id().equals(MethodId.numerical("central2")))
                .findFirst()
                .orElseThrow();
        assertEquals(2, central.evaluations());
        assertTrue(central.estimate() > central.error() / 3);
        assertEquals(1e-6, central.bestStep(), 1e-5);
    }

    @Test
    void text_marks_the_best_step_and_csv_has_every_number() {
        StepSweep sweep = sweep("sqrt(x)", 1e-3, 1e-6, 1, 1);
        String text = sweep.text();
        assertEquals(
                3,
                text.lines()
                        .filter(l -> l.contains("▸") && !l.contains("marks"))
                        .mapToLong(l -> l.chars().filter(c -> c == '▸').count())
                        .sum());
        List<String> lines = StepSweepText.csv(sweep).lines().toList();
        assertEquals(
                "h,numerical.forward,numerical.central2,numerical.central4,symbolic.simplified,autodiff.forward,autodiff.reverse",
                lines.get(0));
        assertEquals(sweep.steps().size() + 1, lines.size());
        String[] last = lines.get(lines.size() - 1).split(",");
        assertEquals(1.0, Double.parseDouble(last[0]));
        assertEquals(sweep.schemes().get(0).errors().get(6), Double.parseDouble(last[1]));
        assertEquals("", last[2], "outside the domain there is no number");
        assertTrue(JsonReport.of(sweep).contains("\"schema\" : \"tridiff/1\""));
    }

    @Test
    void a_refused_scheme_is_a_gap() {
        Expr f = Parser.parse("abs(x)");
        StepSweep sweep = StepSweep.of(
                f,
                f.variables(),
                new double[] {1},
                f.variables().get(0),
                1e-3,
                1,
                1,
                MethodId.listOf("numerical.complex-step"));
        assertEquals(4, sweep.schemes().get(0).gaps());
    }
}
