package tridiff.numerical.complex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.wengert.method.Problem;

class ComplexStepTest {

    private static double derivative(ComplexStep method, String text, double... point) {
        Expr f = Parser.parse(text);
        double[] gradient = new double[f.variables().size()];
        method.gradient(Problem.of(f)).at(point, gradient);
        return gradient[0];
    }

    /** Squire and Trapp 1998; Martins, Sturdza and Alonso 2003; Moler 2013; MATLAB's Cody: to 4 ulp. */
    @ParameterizedTest
    @CsvSource({
        "x^(9/2), 1.5, 18.60081273425975868318563",
        "exp(x)/(sin(x)^3+cos(x)^3), 1.5, 3.622033700716326042597771",
        "exp(x)/sqrt(sin(x)^3+cos(x)^3), 1.5, 4.053427893898620657714188",
        "exp(x)/(cos(x)^3+sin(x)^3), 0.78539816339744828, 3.101766393836051495198",
        "exp(x)/(cos(x)^3+sin(x)^3), 0, 1"
    })
    void the_published_values_are_met(String f, double x, double truth) {
        assertEquals(truth, derivative(new ComplexStep(), f, x), 4 * Math.ulp(truth));
    }

    /** Martins' figure: relative errors for e^x/√(sin³x + cos³x) at 1.5, and then no rise down to 1e-307. */
    @Test
    void the_error_falls_as_the_square_of_the_step_and_never_rises() {
        double truth = 4.053427893898621;
        double[] steps = {1e-2, 1e-4, 1e-6};
        double[] published = {1.3e-4, 1.3e-8, 1.3e-12};
        String f = "exp(x)/sqrt(sin(x)^3+cos(x)^3)";
        for (int i = 0; i < steps.length; i++) {
            double h = steps[i];
            double error = Math.abs(derivative(new ComplexStep().with(x -> h), f, 1.5) - truth) / truth;
            assertEquals(published[i], error, 0.04 * published[i], "h = " + h);
        }
        for (int k = 9; k <= 300; k++) {
            double h = Math.pow(10, -k);
            assertEquals(truth, derivative(new ComplexStep().with(x -> h), f, 1.5), 4 * Math.ulp(truth), "h = " + h);
        }
    }

    private static Stream<Elementary> functions() {
        return Stream.of(Elementary.values());
    }

    /** Against the rule of the table, which other tests prove to 3 ulp: right everywhere in the domain, or refused, or undefined. */
    @ParameterizedTest
    @MethodSource("functions")
    void every_function_is_right_over_its_domain_or_refused(Elementary f) {
        Expr.Var x = Expr.variable("x");
        Expr e = Expr.apply(f, x);
        if (ComplexNumbers.refusal(f) != null) {
            assertThrows(Refusal.class, () -> new ComplexStep().gradient(Problem.of(e, List.of(x), List.of(x))));
            return;
        }
        var gradient = new ComplexStep().gradient(Problem.of(e, List.of(x), List.of(x)));
        double[] found = new double[1];
        for (double at : new double[] {
            -700,
            -30,
            -2.5,
            -1.0000001,
            -1,
            -0.9999999,
            -0.7,
            -0.3,
            -1e-3,
            -1e-9,
            -1e-30,
            0,
            1e-30,
            1e-9,
            1e-3,
            0.3,
            0.7,
            0.9999999,
            1,
            1.0000001,
            2.5,
            20,
            30,
            100,
            700,
            1e10
        }) {
            double rule = f.derivative(DoubleAlgebra.ALGEBRA, at, f.of(at));
            gradient.at(new double[] {at}, found);
            boolean exists =
                    Double.isFinite(f.of(at)) && Double.isFinite(rule) && Math.abs(rule) > 1e-270; // no underflow
            String where = f.symbol() + "(" + at + ")";
            if (exists) {
                double conditioning =
                        4 * Math.ulp(at) * Math.abs(rule); // of the rule's own argument, where it is steep
                assertEquals(rule, found[0], 16 * Math.ulp(rule) + conditioning, where);
            } else {
                assertTrue(
                        !Double.isFinite(found[0]) || found[0] == rule,
                        where + " is undefined or underflows, not " + found[0]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x^y, 2, 3, 12, 5.545177444479562",
        "x^y, 0.5, -1.5, -8.485281374238571, -1.9605162869370945",
        "hypot(x;y), 3, 4, 0.6, 0.8",
        "hypot(x;y), -3e200, 4e200, -0.6, 0.8",
        "atan2(x;y), 1, 2, 0.4, -0.2",
        "atan2(x;y), -2, -1, -0.2, 0.4",
        "atan2(x;y), 1, -2, -0.4, -0.2"
    })
    void functions_of_two_variables_are_right(String text, double x, double y, double byX, double byY) {
        Expr f = Parser.parse(text.replace(';', ','));
        double[] gradient = new double[2];
        new ComplexStep().gradient(Problem.of(f)).at(new double[] {x, y}, gradient);
        assertEquals(byX, gradient[0], 8 * Math.ulp(byX));
        assertEquals(byY, gradient[1], 8 * Math.ulp(byY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abs(x)", "max(x,1)", "min(1,x)", "floor(x)", "sign(x)", "x*(x<2)", "if(x<2,x,1)", "relu(x)"})
    void what_is_not_analytic_is_refused(String f) {
        Expr e = Parser.parse(f);
        var refusal = assertThrows(Refusal.class, () -> new ComplexStep().gradient(Problem.of(e)));
        assertTrue(refusal.getMessage().contains("complex"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gamma(x)", "erf(x)", "lgamma(x)", "digamma(x)", "polygamma(1,x)"})
    void what_has_no_complex_implementation_is_refused(String f) {
        Expr e = Parser.parse(f);
        assertNotNull(assertThrows(Refusal.class, () -> new ComplexStep().gradient(Problem.of(e)))
                .getMessage());
    }

    /** Refused is only what the wanted variables enter: abs(y) is a number here. */
    @Test
    void parameters_may_enter_anything() {
        Expr f = Parser.parse("x^2*abs(y)*gamma(y)");
        double[] gradient = new double[1];
        new ComplexStep()
                .gradient(Problem.of(f, f.variables(), f.variables().subList(0, 1)))
                .at(new double[] {3, -2.5}, gradient);
        assertEquals(6 * 2.5 * Elementary.GAMMA.of(-2.5), gradient[0], 1e-14);
    }

    /** The continued functions have values there, and a complex step would divide them by 1e-100. */
    @ParameterizedTest
    @CsvSource({"log(x), -1", "sqrt(x), -1", "asin(x), 2", "x^1.5, -2", "acosh(x), 0.5", "sqrt(x), 0", "asin(x), 1"})
    void outside_the_domain_and_at_its_steep_ends_there_is_no_derivative(String f, double x) {
        assertTrue(Double.isNaN(derivative(new ComplexStep(), f, x)));
    }

    @ParameterizedTest
    @CsvSource({"1e-250*sin(x), 0, 1e-250", "x^3, 0, 0", "sqrt(x), 1e-300, 5e149"})
    void tiny_numbers_do_not_vanish(String f, double x, double truth) {
        assertEquals(truth, derivative(new ComplexStep(), f, x), Math.max(4 * Math.ulp(truth), 2 * Double.MIN_VALUE));
    }
}
