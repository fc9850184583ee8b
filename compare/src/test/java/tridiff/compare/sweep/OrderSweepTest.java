package tridiff.compare.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;

class OrderSweepTest {

    private static OrderSweep sweep(String text, int order) {
        return OrderSweep.of(Parser.parse(text), Expr.variable("x"), order);
    }

    private static BigInteger nodes(long n) {
        return BigInteger.valueOf(n);
    }

    @Test
    void order_zero_is_the_function_itself() {
        OrderSweep sweep = sweep("x*x", 0);
        assertEquals(0, sweep.raw().order());
        assertEquals(new OrderSweep.Size(nodes(3), 2), sweep.raw().last());
    }

    @Test
    void the_product_rule_is_written_out() {
        // 1*x + x*1, where the two products are one part
        assertEquals(new OrderSweep.Size(nodes(7), 4), sweep("x*x", 1).raw().last());
    }

    @Test
    void a_simplified_polynomial_shrinks_to_nothing() {
        OrderSweep.Growth growth = sweep("x^2", 4).simplified();
        assertEquals(4, growth.order());
        assertEquals(new OrderSweep.Size(nodes(1), 1), growth.last());
    }

    @Test
    void trees_outgrow_what_is_shared() {
        OrderSweep.Size last = sweep("exp(sin(x))/(1+x^2)", 6).raw().last();
        assertTrue(last.tree().compareTo(nodes(500L * last.shared())) > 0, last.toString());
    }

    @Test
    void trees_may_have_more_nodes_than_a_long_can_count() {
        OrderSweep.Growth raw = sweep("sqrt(x)", 20).raw();
        assertEquals(Optional.empty(), raw.stop());
        assertTrue(raw.last().tree().bitLength() > 63);
    }

    @Test
    void the_limit_of_nodes_stops_it_and_it_says_where() {
        OrderSweep.Growth raw = OrderSweep.of(Parser.parse("exp(sin(x))/(1+x^2)"), Expr.variable("x"), 30, 300)
                .raw();
        assertTrue(raw.sizes().stream().allMatch(s -> s.shared() <= 300));
        assertTrue(raw.stop().orElseThrow().toString().startsWith("derivative " + (raw.order() + 1)), raw.toString());
    }

    @Test
    void another_variable_is_a_parameter() {
        assertEquals(nodes(1), sweep("y^5", 1).simplified().last().tree());
    }
}
