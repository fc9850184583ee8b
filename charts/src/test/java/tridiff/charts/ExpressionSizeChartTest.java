package tridiff.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.XYChart;
import tridiff.charts.style.Numerals;
import tridiff.compare.sweep.OrderSweep;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;

class ExpressionSizeChartTest {

    @Test
    void every_point_is_at_the_logarithm_of_its_size() {
        OrderSweep sweep = Sweeps.orders("tanh(x)", 6);
        XYChart plot = ExpressionSizeChart.plotOf(sweep);
        for (int order = 0; order <= 6; order++) {
            OrderSweep.Size raw = sweep.raw().sizes().get(order);
            OrderSweep.Size simplified = sweep.simplified().sizes().get(order);
            assertEquals(order, plot.getSeries("raw.tree").getXData()[order]);
            assertEquals(
                    Math.log10(raw.tree().doubleValue()),
                    plot.getSeries("raw.tree").getYData()[order],
                    1e-12);
            assertEquals(Math.log10(raw.shared()), plot.getSeries("raw.shared").getYData()[order]);
            assertEquals(
                    Math.log10(simplified.tree().doubleValue()),
                    plot.getSeries("simplified.tree").getYData()[order],
                    1e-12);
            assertEquals(
                    Math.log10(simplified.shared()),
                    plot.getSeries("simplified.shared").getYData()[order]);
        }
    }

    @Test
    void two_runs_give_the_same_bytes() {
        OrderSweep sweep = Sweeps.orders("sin(x)", 4);
        assertArrayEquals(
                ExpressionSizeChart.of(sweep).png(),
                ExpressionSizeChart.of(sweep).png());
    }

    @ParameterizedTest
    @CsvSource({"x, 0", "x, 1", "3, 2", "exp(x), 5", "sqrt(x), 10", "x*y, 3", "y, 30"})
    void odd_functions_are_drawn(String f, int order) {
        OrderSweep sweep = Sweeps.orders(f, order);
        assertDoesNotThrow(() -> ExpressionSizeChart.of(sweep));
    }

    @Test
    void trees_too_large_for_a_double_are_drawn() {
        var small = new OrderSweep.Size(BigInteger.ONE, 1);
        var huge = new OrderSweep.Size(WengertList.HUGE, 200_000);
        var growth = new OrderSweep.Growth(
                "symbolic.raw", List.of(small, huge), Optional.of(Said.words("derivative 2 would be huge")));
        assertDoesNotThrow(() -> ExpressionSizeChart.of(new OrderSweep("f", "x", growth, growth)));
        assertEquals(4096 * Math.log10(2), Numerals.log10(WengertList.HUGE), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "x, 0, The size of f itself: no derivative yet",
        "x, 1, These derivatives do not swell",
        "x^2, 4, 'Unsimplified, these derivatives swell; simplified, they do not'"
    })
    void the_title_says_what_the_numbers_show(String f, int order, String title) {
        assertEquals(title, ExpressionSizeMessage.of(Sweeps.orders(f, order)).toString());
    }

    @Test
    void the_title_of_a_swell_has_its_factors() {
        String title = ExpressionSizeMessage.of(Sweeps.orders("tanh(x)", 6)).toString();
        assertTrue(title.matches("Unsimplified trees swell [\\d,]+-fold; with equal parts shared, \\d+-fold"), title);
    }
}
