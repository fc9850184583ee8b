package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tridiff.compare.time.TimingMode;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

class OperatorComparisonTest {

    private static final List<MethodId> OWN =
            Methods.own().stream().map(Method::id).toList();

    private static OperatorComparison compare(String text, Operator what, double... point) {
        return OperatorComparison.of(
                Problem.of(Parser.parse(text)), what, point, OWN, Reference.Effort.DEFAULT, TimingMode.NONE);
    }

    private static OperatorComparison.OperatorResult of(OperatorComparison all, String id) {
        return all.results().stream()
                .filter(r -> r.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** x²y has the Hessian (2y, 2x; 2x, 0). */
    @Test
    void the_three_hessians_stand_beside_each_other() {
        var all = compare("x^2*y", Operator.HESSIAN, 1, 2);
        assertEquals(
                List.of(4.0, 2.0, 2.0, 0.0),
                all.truth().stream().map(OperatorComparison.Entry::nearest).toList());
        for (String exact : List.of("symbolic.simplified", "autodiff.forward", "autodiff.reverse")) {
            assertEquals(0, of(all, exact).ulps(), exact);
            assertEquals(List.of(4.0, 2.0, 2.0, 0.0), of(all, exact).values());
        }
        double error = of(all, "numerical.central2").relativeError();
        assertTrue(error > 0 && error < 1e-6, "a difference " + error);
        assertTrue(of(all, "numerical.adaptive").relativeError() < 1e-9);
        assertTrue(of(all, "numerical.central2").evaluations() > 4);
    }

    @Test
    void what_a_method_has_not_is_shown_with_its_reason() {
        var all = compare("x^2*y", Operator.HESSIAN, 1, 2);
        assertEquals(
                "numerical.complex-step has no second derivatives",
                of(all, "numerical.complex-step").refusal().toString());
        assertNull(of(all, "numerical.complex-step").values());
        assertEquals(OWN.size(), all.results().size());
    }

    @Test
    void a_product_with_a_vector_takes_the_vector_behind_the_point() {
        var all = compare("x^2*y", Operator.HESSIAN_VECTOR, 1, 2, 1, -1);
        assertEquals(List.of(2.0, 2.0), of(all, "autodiff.reverse").values());
        assertEquals(0, of(all, "autodiff.reverse").ulps());
        assertThrows(IllegalArgumentException.class, () -> compare("x^2*y", Operator.HESSIAN_VECTOR, 1, 2));
    }

    @Test
    void every_operator_is_proved() {
        var gradient = compare("sin(x*y)", Operator.GRADIENT, 0.5, 2);
        var both = compare("sin(x*y)", Operator.VALUE_AND_GRADIENT, 0.5, 2);
        assertEquals(gradient.truth(), both.truth().subList(0, 2));
        assertEquals(Math.sin(1), both.truth().get(2).nearest(), 1e-16);
        assertEquals(values(gradient), values(compare("sin(x*y)", Operator.JACOBIAN, 0.5, 2)));
        assertEquals(
                Math.cos(1) - Math.sin(1),
                compare("sin(x*y)", Operator.DERIVATIVE, 0.5, 2).truth().get(0).nearest(),
                1e-15);
    }

    private static List<String> values(OperatorComparison c) {
        return c.truth().stream().map(OperatorComparison.Entry::value).toList();
    }

    /** |x| has no second derivative at 0. */
    @Test
    void where_there_is_no_truth_nothing_is_judged() {
        var all = compare("abs(x)*y", Operator.HESSIAN, 0, 2);
        assertNull(all.truth().get(0).value());
        assertTrue(Double.isNaN(of(all, "numerical.central2").relativeError()));
    }

    @Test
    void times_are_taken_where_they_are_asked_for() {
        var p = Problem.of(Parser.parse("exp(x)*y"));
        var methods = List.of(MethodId.numerical("ridders"), MethodId.autodiff("reverse"));
        var timed = OperatorComparison.of(
                p, Operator.HESSIAN, new double[] {1, 2}, methods, Reference.Effort.DEFAULT, TimingMode.QUICK);
        assertNull(timed.results().get(0).time());
        assertNotNull(timed.results().get(1).time());
        assertTrue(timed.results().get(1).time().medianNanos() > 0);
    }
}
