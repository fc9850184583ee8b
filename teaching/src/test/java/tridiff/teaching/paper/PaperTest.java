package tridiff.teaching.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.symbolic.measure.Sizes;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** What was published is what we compute, to the digits that were printed, and every difference has its reason. */
class PaperTest {

    private static List<Paper> papers() {
        return Paper.all();
    }

    private static List<Row> rows(String name) {
        return Paper.named(name).orElseThrow().numbers().get();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void a_difference_has_a_reason_and_what_is_equal_has_none(Paper paper) {
        List<Row> rows = paper.numbers().get();
        assertTrue(rows.size() >= 4, paper.name());
        rows.forEach(row -> assertEquals(isEqual(row), row.why().isEmpty(), row.toString()));
    }

    private static boolean isEqual(Row row) {
        return row.published().equals(row.ours())
                || isNumber(row.published()) && Double.parseDouble(row.published()) == Double.parseDouble(row.ours());
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9.]+(e[-+][0-9]+)?");
    }

    /** Half a unit of the last printed digit, and a few roundings of the doubles on both sides. */
    @ParameterizedTest
    @ValueSource(strings = {"baydin-2-3", "colah", "complex-step", "dezero", "ridders"})
    void numbers_agree_to_the_digits_printed(String name) {
        for (Row row : rows(name)) {
            double published = Double.parseDouble(row.published());
            double unit = new BigDecimal(row.published()).ulp().doubleValue();
            boolean difference =
                    row.what().toString().contains("difference"); // round-off over h, in the value printed too
            double allowed = difference ? 4 * Math.ulp(published) / 2e-4 : unit / 2 + 8 * Math.ulp(published);
            assertEquals(published, Double.parseDouble(row.ours()), allowed, name + ": " + row);
        }
    }

    /** Only sums and products, in the same order: the same to the last bit on every machine. */
    @Test
    void the_graph_newton_and_the_points_of_figure_3_are_exact() {
        rows("colah").forEach(r -> assertEquals("", r.why().toString(), r.toString()));
        rows("laue").forEach(r -> assertEquals("", r.why().toString(), r.toString()));
        assertExact("dezero", "step 28", 4);
        assertExact("dezero", "step 29", 7);
        assertExact("dezero", "step 33", 7);
        assertExact("baydin-figure-3", "forward difference", 17);
        assertExact("baydin-figure-3", "central difference", 17);
    }

    private static void assertExact(String paper, String what, int count) {
        List<Row> rows = rows(paper).stream()
                .filter(r -> r.what().toString().startsWith(what))
                .toList();
        assertEquals(count, rows.size());
        rows.forEach(r -> assertEquals("", r.why().toString(), r.toString()));
    }

    /** The worst of the published errors of methods without a step bounds all of ours. */
    @Test
    void in_figure_3_exact_methods_lie_far_below_all_differences() {
        rows("baydin-figure-3").stream()
                .filter(r -> r.what().toString().startsWith("automatic")
                        || r.what().toString().startsWith("symbolic"))
                .forEach(r -> assertTrue(Double.parseDouble(r.ours()) <= 6.5e-14, r.toString()));
    }

    @Test
    void table_1_has_the_same_polynomials() {
        List<Row> rows = rows("baydin-1").subList(0, 6); // polynomials and their nodes; then come sizes
        for (int i = 0; i < rows.size(); i += 2) {
            for (double x : new double[] {0.125, 0.25, 0.75, 2, -1}) { // exact in doubles
                assertEquals(
                        value(rows.get(i).published(), x),
                        value(rows.get(i).ours(), x),
                        0,
                        rows.get(i).toString());
            }
        }
    }

    private static double value(String text, double x) {
        Expr f = Parser.parse(text);
        return new Evaluator(WengertList.of(f, f.variables())).run(new double[] {x});
    }

    /** The cheap-gradient principle: as in the published times, reverse mode comes down to two evaluations of f. */
    @Test
    void the_gradient_of_the_helmholtz_energy_costs_two_values_of_it_by_reverse_mode_and_51_by_differences() {
        assertEquals(2.04, Helmholtz.ratio("autodiff.reverse", 50), 0.005);
        assertEquals(51, Helmholtz.ratio("numerical.forward", 50), 0.05);
        rows("helmholtz").stream()
                .filter(r -> r.what().toString().startsWith("reverse")
                        && !r.what().toString().endsWith("n = 1"))
                .forEach(r -> assertEquals(
                        Double.parseDouble(r.published()), Double.parseDouble(r.ours()), 0.25, r.toString()));
    }

    /** The laws hold for other numbers than those shown. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void the_laws_of_swell_hold_for_small_numbers_too(int n) {
        Expr f = FunctionFamily.named("product", FunctionFamily.By.VARS)
                .orElseThrow()
                .members()
                .apply(n);
        Sizes sizes = Sizes.ofLocalDerivatives(f, f.variables());
        assertEquals(n * (n - 2), sizes.operations().intValue());
        assertEquals(n * (n + 1) / 2 - 3, sizes.dagOperations());
    }

    /** Digits of doubles by exact rules, half and two thirds of them by differences. */
    @Test
    void the_six_ways_to_the_derivative_of_rat43_agree() {
        for (MethodResult result : Ceres.compared().results()) {
            double digits = result.partials().stream()
                    .mapToDouble(p -> p.correctDigits())
                    .min()
                    .orElseThrow();
            double expected =
                    switch (result.id().toString()) {
                        case "numerical.forward" -> 6;
                        case "numerical.central2" -> 9;
                        case "numerical.ridders" -> 12;
                        default -> 14;
                    };
            assertTrue(digits >= expected, result.id() + " " + digits);
        }
    }

    @Test
    void of_the_six_ways_ridders_takes_by_far_the_longest() {
        List<Row> rows = rows("rat43");
        double central = Double.parseDouble(rows.get(4).ours());
        assertTrue(Double.parseDouble(rows.get(5).ours()) > 3 * central, rows.toString());
    }

    @Test
    void the_loop_for_the_sine_ends_after_4_terms_or_47() {
        assertEquals(7, highestPower(DeZero.sine(1e-4)));
        assertEquals(93, highestPower(DeZero.sine(1e-150)));
    }

    private static int highestPower(Expr f) {
        return new Scanner(Printer.PLAIN.print(f))
                .useDelimiter("[^^0-9]+")
                .tokens()
                .filter(t -> t.startsWith("^"))
                .mapToInt(t -> Integer.parseInt(t.substring(1)))
                .max()
                .orElseThrow();
    }

    /** The bounds are ours; what was printed is up to 28 ulp off. */
    @Test
    void derivatives_of_tanh_up_to_order_9_are_right_to_8_ulp_where_nested_backpropagation_loses_28() {
        Expr tanh = Parser.parse("tanh(x)");
        List<Enclosure> proved = Reference.derivatives(
                WengertList.of(tanh, tanh.variables()), List.of(Rational.ONE), 0, 9, Reference.Effort.DEFAULT);
        List<Row> values = rows("dezero-tanh").stream()
                .filter(r -> r.what().toString().endsWith("value"))
                .toList();
        assertEquals(9, values.size());
        for (int k = 1; k <= 9; k++) {
            Row row = values.get(k - 1);
            assertTrue(proved.get(k).ulps(Double.parseDouble(row.ours())) <= 8, row.toString());
            assertTrue(proved.get(k).ulps(Double.parseDouble(row.published())) <= 29, row.toString());
        }
    }

    /** Where a nested graph grows by 2.8 with each order, operations of Taylor mode grow as the square of the order. */
    @Test
    void taylor_mode_does_not_swell_with_the_order() {
        Expr tanh = Parser.parse("tanh(x)");
        var list = WengertList.of(tanh, tanh.variables());
        for (int order = 1; order <= 20; order++) {
            assertTrue(DeZeroTanh.taylor(list, order) <= 2L * order * order + 3L * order, "order " + order);
        }
    }
}
