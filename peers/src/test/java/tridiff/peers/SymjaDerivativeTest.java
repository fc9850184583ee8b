package tridiff.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.gamma.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.expr.text.Parser;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Problem;

class SymjaDerivativeTest {

    private static final Expr.Var X = Expr.variable("x");
    private static final Expr.Var Y = Expr.variable("y");
    private static final SymjaDerivative SYMJA = new SymjaDerivative(60);
    private static final Set<String> REFUSED = Set.of("abs", "sign", "relu", "atan2", "min", "max", "sphericalbesselj");

    private static String derivative(String f) {
        return SYMJA.derivative(Parser.parse(f), X).toString();
    }

    private static String refusal(Expr f) {
        return assertThrows(Refusal.class, () -> SYMJA.derivative(f, X)).getMessage();
    }

    private static String refusal(String f) {
        return refusal(Parser.parse(f));
    }

    private static double[] gradient(Expr f, List<Expr.Var> variables, double... x) {
        var gradient = new double[variables.size()];
        SYMJA.gradient(Problem.of(f, variables, variables)).at(x, gradient);
        return gradient;
    }

    /** By symja and by our rules, at one point. */
    private static void assertSameGradient(Expr f, List<Expr.Var> variables, double... x) {
        double[] actual = gradient(f, variables, x);
        var point = Arrays.stream(x).boxed().toList();
        List<Double> expected = Adjoints.gradient(WengertList.of(f, variables), DoubleAlgebra.ALGEBRA, point);
        for (int i = 0; i < actual.length; i++) {
            assertEquals(expected.get(i), actual[i], 1e-9 * Math.abs(expected.get(i)), f + " by " + variables.get(i));
        }
    }

    /** The function of products and sums of variables, so that there is something to simplify. */
    private static Expr example(Operation f) {
        if (f instanceof Unary unary) {
            return Expr.apply(unary, X.times(Y));
        }
        Expr first = f.facts().hasWholeOrder() ? Expr.constant(2) : X.times(Y);
        return Expr.apply((Binary) f, first, X.plus(Y));
    }

    private static double[] pointFor(Operation f) {
        boolean aboveOne = Set.of("acosh", "asec", "acsc", "acoth").contains(f.symbol());
        return aboveOne ? new double[] {1.3, 1.7} : new double[] {0.4, 0.8};
    }

    @Test
    void every_function_of_the_table_is_differentiated_as_by_our_rules_or_refused_with_a_reason() {
        var refused = new LinkedHashSet<String>();
        for (Operation f : FunctionTable.standard().rows()) {
            try {
                assertSameGradient(example(f), List.of(X, Y), pointFor(f));
            } catch (Refusal refusal) {
                assertTrue(refusal.getMessage().contains(f.symbol()), refusal.getMessage());
                refused.add(f.symbol());
            }
        }
        assertEquals(REFUSED, refused);
    }

    @Test
    void second_derivatives_agree_with_our_rules() {
        var refused = new LinkedHashSet<String>();
        for (Operation f : FunctionTable.standard().rows()) {
            if (!REFUSED.contains(f.symbol())) {
                try {
                    double actual = value(SYMJA.derivative(example(f), X, 2), pointFor(f));
                    double expected = value(SymbolicDerivative.simplified().derivative(example(f), X, 2), pointFor(f));
                    assertEquals(expected, actual, 1e-9 * Math.abs(expected), f.symbol());
                } catch (Refusal refusal) {
                    assertTrue(refusal.getMessage().contains("abs"), refusal.getMessage());
                    refused.add(f.symbol());
                }
            }
        }
        assertEquals(Set.of("acsch"), refused, "symja's first derivative contains abs");
    }

    private static double value(Expr f, double... x) {
        return WengertList.of(f, List.of(X, Y))
                .in(DoubleAlgebra.ALGEBRA, List.of(x[0], x[1]))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            x/3               | 1/3
            0.1*x             | 0.1
            -2.5*x            | -2.5
            x*pi              | pi
            e*x               | e
            x^2               | 2*x
            2*sqrt(x)         | 1/sqrt(x)
            -2*x^(-1/2)       | 1/x^1.5
            exp(x)            | exp(x)
            x^y               | x^(-1 + y)*y
            log(x)            | 1/x
            x - x^3/3         | 1 - x^2
            exp(-x^2)         | -(2*exp(-x^2)*x)
            cbrt(x)           | 1/(3*cbrt(x)^2)
            digamma(x)        | polygamma(1, x)
            """)
    void answers_are_read_as_people_write_them(String f, String expected) {
        assertEquals(expected, derivative(f));
    }

    @Test
    void nested_powers_keep_their_meaning() {
        assertSameGradient(Parser.parse("x^(y^x) + (x^y)^x + (x^2)^(1/2) + x^y^2"), List.of(X, Y), 1.3, 0.7);
        assertSameGradient(Parser.parse("x^(-1/2) + y^(-3) + x^(2/3)/y^(5/2)"), List.of(X, Y), 1.3, 0.7);
    }

    @Test
    void numbers_are_exact() {
        Expr tenth = SYMJA.derivative(X.times(Expr.constant(0.1)), X);
        assertEquals(
                0.1,
                WengertList.of(tenth, List.of(X))
                        .in(DoubleAlgebra.ALGEBRA, List.of(0.0))
                        .get(0));
        assertEquals("1.2345678901234567890123456789e29", derivative("123456789012345678901234567890*x"));
    }

    @Test
    void a_cube_root_of_a_negative_number_is_real() {
        assertSameGradient(Parser.parse("x*cbrt(x)^5"), List.of(X), -0.7);
    }

    @Test
    void a_choice_is_differentiated_on_both_sides() {
        Expr f = Expr.choose(Expr.apply(Comparison.LESS, X, Y), X.power(3), Expr.apply(Elementary.SIN, X.times(Y)));
        assertSameGradient(f, List.of(X, Y), 0.3, 0.7);
        assertSameGradient(f, List.of(X, Y), 0.8, 0.7);
    }

    @Test
    void what_symja_does_not_differentiate_is_refused_by_name() {
        assertEquals("symja leaves the derivative of abs(x) unevaluated", refusal("abs(x)"));
        assertEquals("symja leaves the derivative of sign(x) unevaluated", refusal("sign(x)"));
        assertEquals("symja leaves the derivative of relu(x) unevaluated", refusal("relu(x)"));
        assertEquals("symja leaves the derivative of max(x, y) unevaluated", refusal("max(x, y)"));
        assertEquals("symja leaves the derivative of polygamma(x, y) unevaluated", refusal("polygamma(x, y)"));
        assertEquals("symja may hang on the derivative of atan2; it is not asked", refusal("atan2(x, y)"));
    }

    @Test
    void complex_and_infinite_numbers_are_refused() {
        assertEquals("symja's answer contains the number I", refusal("x*sqrt(-2)"));
        assertEquals("symja's answer contains the number I", refusal("x*log(-2)"));
        assertEquals("symja's answer contains DirectedInfinity", refusal("x*log(0)"));
    }

    @Test
    void what_is_indeterminate_is_undefined() {
        assertEquals("0/0", derivative("0^0*x"));
        assertTrue(Double.isNaN(gradient(Parser.parse("floor(x)"), List.of(X), 3)[0]));
    }

    @Test
    void what_makes_symja_fail_is_refused() {
        assertEquals("symja failed with IterationLimitExceeded", refusal("gamma(1000000)*x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "E", "Pi", "D", "While", "v0", "v1", "Indeterminate", "größe", "変数", "𝛼"})
    void a_name_that_means_something_to_symja_is_a_name_like_any_other(String name) {
        Expr.Var v = Expr.variable(name);
        assertSameGradient(v.power(3).times(X).plus(X.times(v)), List.of(v, X), 0.3, 0.7);
    }

    @Test
    void a_name_may_be_long() {
        Expr.Var v = Expr.variable("a".repeat(1000));
        assertSameGradient(v.power(3).times(X), List.of(X, v), 0.3, 0.7);
    }

    @Test
    void one_derivative_is_found_for_each_wanted_variable_and_zero_where_there_is_none() {
        var gradient = new double[2];
        SYMJA.gradient(Problem.of(X.times(X), List.of(X, Y), List.of(Y, X))).at(new double[] {3, 5}, gradient);
        assertEquals(List.of(0.0, 6.0), List.of(gradient[0], gradient[1]));
    }

    private static Expr nestedSines(int depth) {
        Expr e = X;
        for (int i = 0; i < depth; i++) {
            e = Expr.apply(Elementary.SIN, e);
        }
        return e;
    }

    @Test
    void the_clock_decides_and_the_next_formula_is_not_disturbed() {
        assertEquals("2*x", derivative("x^2")); // and symja has started
        for (double seconds : new double[] {0, 0.2}) {
            String reason = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThrows(
                            Refusal.class, () -> new SymjaDerivative(seconds).derivative(nestedSines(100), X))
                    .getMessage());
            assertEquals("symja took more than " + (seconds == 0 ? "0" : "0.2") + " s", reason);
            assertEquals("cos(x)", derivative("sin(x)"));
        }
    }

    @Test
    void a_deep_formula_is_answered_or_refused() {
        var symja = new SymjaDerivative(2);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(Refusal.class, () -> symja.derivative(nestedSines(10_000), X)));
    }

    @Test
    void a_formula_that_is_huge_without_sharing_is_refused_at_once() {
        Expr e = X;
        for (int i = 0; i < 100; i++) {
            e = e.times(e);
        }
        assertEquals("written out for symja the formula has more than 200000 nodes", refusal(e));
    }

    /** Simplify of symja 3.0.0 makes 0 of (sin(x)+cos(x))/(1+x^2). */
    @Test
    void a_wrong_answer_is_passed_on_as_it_is() {
        assertEquals("0", derivative("x*(sin(y)+cos(y))/(1+y^2)"));
    }

    @Test
    void without_symja_on_the_class_path_it_can_be_made_and_refuses() throws Exception {
        var places = new ArrayList<URL>();
        for (Class<?> c :
                List.of(SymjaDerivative.class, SymbolicDerivative.class, Method.class, Expr.class, Gamma.class)) {
            places.add(c.getProtectionDomain().getCodeSource().getLocation());
        }
        try (var loader = new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> expr = loader.loadClass(Expr.class.getName());
            Class<?> variable = loader.loadClass(Expr.Var.class.getName());
            Object x = expr.getMethod("variable", String.class).invoke(null, "x");
            Class<?> symja = loader.loadClass(SymjaDerivative.class.getName());
            Object method = symja.getConstructor().newInstance();
            var derivative = symja.getMethod("derivative", expr, variable);
            var thrown = assertThrows(InvocationTargetException.class, () -> derivative.invoke(method, x, x));
            assertEquals("symja is not on the class path", thrown.getCause().getMessage());
        }
    }
}
