package tridiff.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.Methods;
import tridiff.compare.PreparedMethod;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Problem;

/** finmath's reverse mode is right where it has all functions, and says which it has not. */
class FinmathTest {

    private static final String ID = "autodiff.finmath";
    private static final double[] POINT = {0.75, 1.25};

    /** A few roundings, relative to the largest partial derivative. */
    private static final double SAME = 64 * Math.ulp(1.0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y",
                "x - y",
                "3 - x - y",
                "x*y",
                "2/x + y/3",
                "x/y",
                "-x*y",
                "x*x - x + y",
                "x/(x*y)",
                "x^5*y^-2",
                "x^(1/3) + sqrt(y)",
                "exp(x*y) + expm1(x)",
                "log(x + y^2)",
                "sin(x)*cos(y)",
                "abs(x - y)*y",
                "min(x, y) + max(x*y, 1)",
                "if(x < y, x*y, x)",
                "sum(i, 1, 20, x^i*cos(i*y)/i) + y^pi",
                "x*y + sin(x*y) - x*y/exp(sin(x*y))"
            })
    void it_agrees_with_proved_derivatives(String text) {
        Expr f = Parser.parse(text);
        double[] truth = proved(f);
        double largest = Math.max(Math.abs(truth[0]), Math.abs(truth[1]));
        assertArrayEquals(truth, gradient(f, f.variables(), POINT), SAME * largest);
    }

    private static double[] proved(Expr f) {
        List<Enclosure> point = List.of(Enclosure.of(POINT[0]), Enclosure.of(POINT[1]));
        return Adjoints.gradient(WengertList.of(f, f.variables()), new Enclosures(60), point).stream()
                .mapToDouble(partial -> partial.nearest().orElseThrow())
                .toArray();
    }

    private static double[] gradient(Expr f, List<Expr.Var> wanted, double... x) {
        double[] gradient = new double[wanted.size()];
        Methods.of(ID).gradient(Problem.of(f, f.variables(), wanted)).at(x, gradient);
        return gradient;
    }

    @Test
    void what_the_result_does_not_depend_on_has_derivative_zero() {
        List<Expr.Var> xy = List.of(Expr.variable("x"), Expr.variable("y"));
        double[] gradient = {1, 1};
        Methods.of(ID).gradient(Problem.of(Parser.parse("sin(x)"), xy, xy)).at(new double[] {0.5, 2}, gradient);
        assertArrayEquals(new double[] {Math.cos(0.5), 0}, gradient);
        Methods.of(ID).gradient(Problem.of(Expr.constant(7), xy, xy)).at(new double[] {0.5, 2}, gradient);
        assertArrayEquals(new double[] {0, 0}, gradient);
    }

    @Test
    void other_variables_are_parameters() {
        Expr f = Parser.parse("x^2*sin(y)");
        assertArrayEquals(
                new double[] {9 * Math.cos(0.5)},
                gradient(f, List.of(f.variables().get(1)), 3, 0.5),
                4e-15);
    }

    @ParameterizedTest
    @CsvSource({"tan(x), tan", "x^y, ^", "erf(x) + x, erf", "'hypot(x, y)', hypot", "'sum(i, 1, 3, atan(i*x))', atan"})
    void what_it_has_not_is_refused_by_name(String f, String name) {
        var refusal = assertThrows(Refusal.class, () -> Methods.of(ID).gradient(Problem.of(Parser.parse(f))));
        assertEquals("finmath has no " + name + " for RandomVariable", refusal.getMessage());
    }

    /** Of what is not differentiated it needs no rule. */
    @Test
    void data_may_contain_any_function() {
        Expr f = Parser.parse("sum(i, 1, 3, tan(i)*x)");
        double slope = Math.tan(1) + Math.tan(2) + Math.tan(3);
        assertArrayEquals(new double[] {slope}, gradient(f, f.variables(), 2), 1e-15);
    }

    @Test
    void it_is_not_asked_for_more_operations_than_memory_holds() {
        Expr f = Parser.parse("sum(i, 1, 1000000, sin(i*x))");
        var refusal = assertThrows(Refusal.class, () -> Methods.of(ID).gradient(Problem.of(f)));
        assertTrue(
                refusal.getMessage().matches("finmath would take too much memory for \\d+ operations"),
                refusal.getMessage());
    }

    /** Everything is loaded again by a loader that has all jars but finmath's. */
    @Test
    void without_its_jar_it_says_that_the_library_is_missing() throws IOException, ReflectiveOperationException {
        var jars = new ArrayList<URL>();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!jar.contains("finmath-lib")) {
                jars.add(Path.of(jar).toUri().toURL());
            }
        }
        try (var loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object said = loader.loadClass(WithoutLibrary.class.getName())
                    .getMethod("refusal")
                    .invoke(null);
            assertTrue(
                    said.toString().startsWith("its library is not on the class path: net/finmath/"), said::toString);
        }
    }

    /** What runs without the library. */
    public static final class WithoutLibrary {

        private WithoutLibrary() {}

        public static String refusal() {
            return PreparedMethod.prepare(
                            Methods.of(ID), Problem.of(Parser.parse("x^2")), Operator.GRADIENT, new double[] {2})
                    .refusal()
                    .toString();
        }
    }
}
