package tridiff.numerical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

class FiniteDifferenceTest {

    private static Prepared prepared(FiniteDifference method, String text) {
        Expr f = Parser.parse(text);
        return method.gradient(Problem.of(f));
    }

    private static double at(FiniteDifference method, String text, double x) {
        double[] result = new double[1];
        prepared(method, text).at(new double[] {x}, result);
        return result[0];
    }

    /** S. Boisgérault's course: reproducible to the last bit, since exp(0) and exp(h) are. */
    @ParameterizedTest
    @CsvSource({"1e-4, 1.000050001667141", "1e-8, 0.999999993922529", "1e-12, 1.000088900582341"})
    void the_quotients_of_a_course_are_met(double h, double quotient) {
        assertEquals(quotient, at(FiniteDifference.forward().with(x -> h), "exp(x)", 0), 5e-16);
    }

    /** Only +, -, *: every JVM computes the same. The quotients must be those that one would write by hand, to the last bit. */
    @Test
    void quotients_are_bit_for_bit_those_written_by_hand() {
        DoubleUnaryOperator f = x -> 64
                * x
                * (1 - x)
                * ((1 - 2 * x) * (1 - 2 * x))
                * ((1 - 8 * x + 8 * (x * x)) * (1 - 8 * x + 8 * (x * x)));
        String text = "64*x*(1-x)*((1-2*x)*(1-2*x))*((1-8*x+8*(x*x))*(1-8*x+8*(x*x)))";
        double x = 0.2;
        for (int k = 1; k <= 17; k++) {
            double h = Double.parseDouble("1e-" + k);
            double forward = (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
            double backward = (f.applyAsDouble(x) - f.applyAsDouble(x - h)) / h;
            double central = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
            assertEquals(forward, at(FiniteDifference.forward().with(any -> h), text, x), 0.0);
            assertEquals(backward, at(FiniteDifference.backward().with(any -> h), text, x), 0.0);
            assertEquals(central, at(FiniteDifference.central(2).with(any -> h), text, x), 0.0);
        }
    }

    /** C. Moler, "Complex step differentiation": the errors of forward differences of e^x/(cos³x + sin³x) at π/4, h = 10^-k. */
    @Test
    void the_errors_of_moler_fall_and_rise_again() {
        double[] published = {3.4e-1, 3.1e-2, 3.1e-3, 3.1e-4, 3.1e-5, 3.1e-6, 3.1e-7};
        double truth = 3.1017663938360513;
        for (int k = 1; k <= published.length; k++) {
            double h = Double.parseDouble("1e-" + k);
            double error = Math.abs(
                    at(FiniteDifference.forward().with(x -> h), "exp(x)/(cos(x)^3+sin(x)^3)", Math.PI / 4) - truth);
            assertEquals(published[k - 1], error, 0.02 * published[k - 1], "h = " + h);
        }
        for (int k = 10;
                k <= 14;
                k++) { // round-off: the last bits of sin and cos differ between JVMs, the size does not
            double h = Double.parseDouble("1e-" + k);
            double error = Math.abs(
                    at(FiniteDifference.forward().with(x -> h), "exp(x)/(cos(x)^3+sin(x)^3)", Math.PI / 4) - truth);
            assertTrue(error < 20 * Math.ulp(3.1) / h, "h = " + h);
        }
    }

    @Test
    void gradients_take_the_evaluations_they_say() {
        Prepared forward = prepared(FiniteDifference.forward(), "x*y*z");
        Prepared central = prepared(FiniteDifference.central(2), "x*y*z");
        assertEquals(4, forward.evaluations());
        assertEquals(6, central.evaluations());
        double[] result = new double[3];
        double[] point = {1, 2, 3};
        forward.at(point, result);
        central.at(point, result);
        assertEquals(4, forward.evaluations());
        assertEquals(6, central.evaluations());
        assertArrayEquals(new double[] {1, 2, 3}, point, "the point is as it was");
        assertArrayEquals(new double[] {6, 3, 2}, result, 1e-9);
    }

    @Test
    void the_value_is_the_same_with_and_without_its_estimate() {
        var random = new Random(1);
        for (FiniteDifference method : List.of(
                FiniteDifference.forward(),
                FiniteDifference.backward(),
                FiniteDifference.central(2),
                FiniteDifference.central(4),
                FiniteDifference.central(6),
                FiniteDifference.central(8),
                FiniteDifference.of(MethodId.numerical("second"), Stencil.central(2, 4)),
                FiniteDifference.of(MethodId.numerical("third"), Stencil.forward(3, 2)))) {
            for (int i = 0; i < 200; i++) {
                double x = 3 * random.nextDouble();
                assertEquals(method.estimate(Math::exp, x).value(), method.value(Math::exp, x), 0.0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, log(x), 0.001", "8, log(x), 0.001", "8, sqrt(x), 1e-12", "8, asin(x), 0.999999", "6, x^x, 1e-5"})
    void near_the_end_of_the_domain_the_step_is_shortened_and_the_remark_says_so(int accuracy, String f, double x) {
        Prepared g = prepared(FiniteDifference.central(accuracy), f);
        double[] result = new double[1];
        g.at(new double[] {x}, result);
        double truth =
                switch (f) {
                    case "log(x)" -> 1 / x;
                    case "sqrt(x)" -> 0.5 / Math.sqrt(x);
                    case "asin(x)" -> 1 / Math.sqrt((1 - x) * (1 + x));
                    default -> Math.pow(x, x) * (1 + Math.log(x));
                };
        assertEquals(truth, result[0], 1e-9 * Math.abs(truth));
        assertTrue(g.remark().toString().contains("shorter step"), g.remark().toString());
        assertTrue(g.errorEstimates(new double[] {x}).orElseThrow()[0] < 1e-7 * Math.abs(truth));
    }

    @Test
    void at_the_end_of_the_domain_the_formula_turns_to_the_inside() {
        Prepared g = prepared(FiniteDifference.central(2), "(1-x)*sqrt(1-x)+x");
        double[] result = new double[1];
        g.at(new double[] {1}, result);
        assertEquals(1, result[0], 1e-4); // √h of truncation against ε/h of round-off: at best ε^(1/3) = 6e-6
        assertTrue(g.remark().toString().contains("backward"), g.remark().toString());
    }

    @Test
    void a_fixed_step_turns_but_is_not_shortened() {
        FiniteDifference fixed = FiniteDifference.central(2).withStep(0.01);
        Estimate e = fixed.estimate(Math::log, 1e-3);
        assertEquals(0.01, e.step());
        assertTrue(e.remark().toString().startsWith("forward"));
        Estimate neither = fixed.estimate(x -> Math.sqrt(x * (1e-3 - x)), 5e-4);
        assertTrue(Double.isNaN(neither.value()));
        assertFalse(neither.remark().isEmpty());
    }

    @Test
    void the_bare_formula_knows_no_domain() {
        assertTrue(Double.isNaN(FiniteDifference.central(2)
                .with(x -> 0.01)
                .estimate(Math::log, 1e-3)
                .value()));
    }

    @Test
    void with_several_variables_the_remark_names_those_that_departed_from_the_formula() {
        Prepared g = prepared(FiniteDifference.central(8), "x + log(y)");
        g.at(new double[] {1, 1e-3}, new double[2]);
        assertTrue(g.remark().toString().startsWith("y: "), g.remark().toString());
        Prepared inside = prepared(FiniteDifference.central(8), "x + log(y)");
        inside.at(new double[] {1, 3}, new double[2]);
        assertEquals("", inside.remark().toString());
    }
}
