package tridiff.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import tridiff.compare.ComparisonReport.Coordinate;
import tridiff.compare.sweep.Slope;
import tridiff.compare.sweep.StepSweep;
import tridiff.wengert.method.MethodId;

class StepSizeChartTest {

    private static final List<Coordinate> POINT = List.of(new Coordinate("x", 1, "0x1.0p0"));

    /** A sweep in which every difference has these errors. */
    private static StepSweep invented(String function, Double... errors) {
        List<Double> steps = java.util.stream.IntStream.range(0, errors.length)
                .mapToObj(i -> Math.pow(10, i - errors.length))
                .toList();
        var slope = new Slope(Double.NaN, 1, 0);
        var scheme = new StepSweep.ErrorCurve(
                MethodId.numerical("forward"), 1, List.of(errors), -1, 1e-8, Double.NaN, slope, slope);
        var exact = new StepSweep.Stepless(MethodId.autodiff("forward"), Double.NaN);
        return new StepSweep(
                "tridiff/1", function, POINT, "x", "1", false, steps, List.of(scheme), List.of(exact), List.of());
    }

    @ParameterizedTest
    @CsvSource({"exp(sin(x))/(1+x^2), 0.7", "x^2, 3", "sqrt(x), 0.001", "x*1e-315, 1"})
    void every_point_is_at_the_logarithm_of_its_error(String f, double x) {
        StepSweep sweep = Sweeps.steps(f, x);
        XYChart plot = StepSizeChart.plotOf(sweep);
        for (StepSweep.ErrorCurve scheme : sweep.schemes()) {
            double[] drawn = plot.getSeries(scheme.id().toString()).getYData();
            double[] steps = plot.getSeries(scheme.id().toString()).getXData();
            for (int i = 0; i < drawn.length; i++) {
                double error = scheme.errors().get(i);
                assertEquals(Math.log10(sweep.steps().get(i)), steps[i]);
                assertEquals(error > 0 ? Math.log10(error) : Double.NaN, drawn[i]);
            }
        }
    }

    @Test
    void errors_of_zero_are_drawn_below_all_others_each_method_on_its_own_row() {
        StepSweep sweep = Sweeps.steps("x*y", 2, 5);
        XYChart plot = StepSizeChart.plotOf(sweep);
        double floor = new StepSizeScale(sweep).floor();
        var rows = new java.util.HashSet<Double>();
        for (StepSweep.ErrorCurve scheme : sweep.schemes()) {
            double[] drawn = plot.getSeries(scheme.id() + " zero").getYData();
            for (int i = 0; i < drawn.length; i++) {
                assertEquals(scheme.errors().get(i) != 0, Double.isNaN(drawn[i]));
                if (!Double.isNaN(drawn[i])) {
                    assertTrue(drawn[i] < floor);
                    rows.add(drawn[i]);
                }
            }
        }
        assertEquals(3, rows.size());
    }

    @Test
    void the_methods_without_a_step_are_flat() {
        StepSweep sweep = Sweeps.steps("sin(x)", 1);
        XYChart plot = StepSizeChart.plotOf(sweep);
        for (StepSweep.Stepless method : sweep.stepless()) {
            double height = Math.log10(method.error());
            assertArrayEquals(
                    new double[] {height, height},
                    plot.getSeries(method.id().toString()).getYData());
        }
    }

    @Test
    void theory_runs_along_the_errors_where_they_follow_it() {
        StepSweep sweep = Sweeps.steps("exp(sin(x))/(1+x^2)", 0.7);
        for (StepSweep.ErrorCurve scheme : sweep.schemes()) {
            Theory theory = Theory.of(scheme, sweep.steps()).orElseThrow();
            int i = sweep.steps().indexOf(1e-2);
            assertEquals(Math.log10(scheme.errors().get(i)), theory.at(-2), 0.1);
        }
    }

    @Test
    void where_no_error_follows_theory_no_line_is_drawn() {
        StepSweep sweep = Sweeps.steps("x^2", 3);
        assertTrue(Theory.of(sweep.schemes().get(1), sweep.steps()).isEmpty());
    }

    @Test
    void two_runs_give_the_same_bytes() {
        StepSweep sweep = Sweeps.steps("x^2", 3);
        assertArrayEquals(StepSizeChart.of(sweep).png(), StepSizeChart.of(sweep).png());
    }

    @ParameterizedTest
    @CsvSource({
        "x, 1",
        "3, 1",
        "log(x), 1e-17",
        "cos(x), 0",
        "x*1e-315, 1",
        "x*1e300, 1",
        "x*1e-300 + 1, 1",
        "abs(x) + x, -1"
    })
    void odd_functions_are_drawn(String f, double x) {
        StepSweep sweep = Sweeps.steps(f, x);
        assertDoesNotThrow(() -> StepSizeChart.of(sweep));
    }

    /** Text as text and no fonts inside: some tens of kilobytes. */
    @Test
    void as_svg_it_stays_light_and_names_every_method() {
        String svg = StepSizeChart.of(Sweeps.steps("exp(sin(x))/(1+x^2)", 0.7)).svg();
        assertTrue(svg.length() < 150_000, svg.length() + " characters");
        assertTrue(svg.contains(">forward difference</text") && svg.contains(">automatic, reverse</text"));
    }

    @Test
    void one_step_is_drawn() {
        StepSweep sweep = Sweeps.steps("sin(x)", 0.1, 0.1, 1, 1);
        assertDoesNotThrow(() -> StepSizeChart.of(sweep));
    }

    @Test
    void steps_down_to_the_smallest_double_are_drawn() {
        StepSweep sweep = Sweeps.steps("sin(x)", Double.MIN_VALUE, 1e300, 1, 0);
        assertDoesNotThrow(() -> StepSizeChart.of(sweep));
    }

    @Test
    void a_sweep_without_any_number_is_drawn() {
        assertDoesNotThrow(() -> StepSizeChart.of(invented("f", Double.NaN, Double.NaN)));
        assertEquals(
                "No difference has a value here",
                StepSizeMessage.of(invented("f", Double.NaN)).toString());
    }

    @Test
    void numbers_on_one_side_only_are_drawn() {
        assertDoesNotThrow(() -> StepSizeChart.of(invented("f", Double.NaN, Double.NaN, 1e-3, 4.9e-324, 0.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u001b[31m\n\t", "\u202Eevil", "\uD800", "漢字", "%s%n"})
    void hostile_names_are_drawn(String function) {
        assertDoesNotThrow(() -> StepSizeChart.of(invented(function.repeat(500), 1e-3, 1e-4)));
    }

    @ParameterizedTest
    @CsvSource({
        "exp(sin(x))/(1+x^2), 0.7, 'Smaller h is not better, and no h tried is as good as automatic differentiation'",
        "x^2, 3, Smaller h is not better",
        "3, 1, 'Every difference is exact here, whatever the step'",
        "cos(x), 0, Small steps are exact here; not every large one is",
        "x*1e-300 + 1, 1, No difference has a single digit right here"
    })
    void the_title_says_what_the_numbers_show(String f, double x, String title) {
        assertEquals(title, StepSizeMessage.of(Sweeps.steps(f, x)).toString());
    }

    @Test
    void where_only_truncation_is_seen_the_title_does_not_speak_of_a_best_step() {
        StepSweep sweep = Sweeps.steps("exp(x)", 1e-2, 1, 10, 1);
        assertEquals(
                "In this range the smallest step is the best",
                StepSizeMessage.of(sweep).toString());
    }
}
