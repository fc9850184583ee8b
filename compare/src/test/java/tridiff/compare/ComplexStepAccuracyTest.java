package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.ForwardMode;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.numerical.complex.ComplexStep;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Problem;

/** Every complex function over its whole domain, by the derivative that a complex step reads out of it: in ulps of the proved one. */
class ComplexStepAccuracyTest {

    private static final int POINTS = 600;
    private static final double ALLOWED = 6;

    /** Smaller derivatives underflow in the imaginary part at every step, and may be NaN: but not another number. */
    private static final double REPRESENTABLE = 1e-270;

    /** Steps that are small beside smaller arguments have lost digits: they may be NaN, too. */
    private static final double LEAST = 1e-298;

    private static final Expr.Var X = Expr.variable("x");

    private final Enclosures k = new Enclosures(60);

    private static Stream<Elementary> functions() {
        return Arrays.stream(Elementary.values()).filter(ComplexStepAccuracyTest::isContinued);
    }

    private static boolean isContinued(Elementary f) {
        try {
            new ComplexStep().gradient(Problem.of(Expr.apply(f, X), List.of(X), List.of(X)));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_complex_function_is_accurate_to_6_ulp_over_its_whole_domain(Elementary f) {
        var gradient = new ComplexStep().gradient(Problem.of(Expr.apply(f, X), List.of(X), List.of(X)));
        double[] found = new double[1];
        int checked = 0;
        double worst = 0;
        double worstAt = 0;
        for (double x : Magnitudes.arguments(POINTS, 4).toArray()) {
            Enclosure argument = Enclosure.of(Rational.of(x));
            Enclosure value = k.apply(f, argument);
            Enclosure truth = value.isNumber() ? f.derivative(k, argument, value) : value;
            gradient.at(new double[] {x}, found);
            double nearest = truth.isNumber() ? truth.nearest().orElse(Double.NaN) : Double.NaN;
            boolean underflows = Math.abs(nearest) < REPRESENTABLE || Math.abs(x) < LEAST;
            boolean open = !Double.isFinite(nearest)
                    || underflows && Double.isNaN(found[0])
                    || Math.abs(nearest) < Double.MIN_NORMAL && found[0] == 0;
            if (open) {
                continue;
            }
            double size = Math.max(Math.abs(nearest), Double.MIN_NORMAL);
            double ulps = Double.isFinite(found[0]) ? truth.absoluteError(found[0]) / Math.ulp(size) : Double.MAX_VALUE;
            checked++;
            if (ulps > worst) {
                worst = ulps;
                worstAt = x;
            }
        }
        assertTrue(checked > POINTS / 10, "only " + checked + " points are in its domain");
        assertTrue(worst <= ALLOWED, f.symbol() + " is wrong by " + worst + " ulp at " + worstAt);
    }

    /** Powers with whole and broken exponents, of positive and negative numbers of every size. */
    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "7", "-1", "-2", "0.5", "1.5", "-2.5", "20"})
    void powers_are_accurate_to_6_ulp(String exponent) {
        Expr f = Parser.parse("x^(" + exponent + ")");
        var list = WengertList.of(f, List.of(X));
        var gradient = new ComplexStep().gradient(Problem.of(f, List.of(X), List.of(X)));
        double[] found = new double[1];
        int checked = 0;
        for (double x :
                Magnitudes.arguments(POINTS, 5).filter(x -> Math.abs(x) > LEAST).toArray()) {
            Enclosure truth = ForwardMode.along(list, k, List.of(Enclosure.of(x)), 0);
            double nearest = truth.isNumber() ? truth.nearest().orElse(Double.NaN) : Double.NaN;
            double value = Math.pow(x, Double.parseDouble(exponent));
            boolean normal = Math.abs(nearest) > REPRESENTABLE && Math.abs(nearest) < 1e300 && Double.isFinite(value);
            if (normal && Math.abs(value) > REPRESENTABLE) {
                gradient.at(new double[] {x}, found);
                assertTrue(truth.ulps(found[0]) <= ALLOWED, f + " at " + x + ": " + found[0] + " for " + nearest);
                checked++;
            }
        }
        assertTrue(checked > POINTS / 4, "only " + checked);
    }

    /** What is not analytic, or vanishes by underflow, is NaN and has a reason: it is not 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cbrt(x^3)            | 0       | h = 1.0e-100; not analytic at the point: cbrt(x^3)",
                "cbrt(x*x*x)          | 0       | h = 1.0e-100; not analytic at the point: cbrt(x*x*x)",
                "sqrt(x^2)            | 0       | h = 1.0e-100; not analytic at the point: sqrt(x^2)",
                "(x^2)^0.5 + x        | 0       | h = 1.0e-100; not analytic at the point: (x^2)^0.5",
                "acos(cos(x))         | 0       | h = 1.0e-100; not analytic at the point: acos(cos(x))",
                "asin(1 - x^2)        | 0       | h = 1.0e-100; not analytic at the point: asin(1 - x^2)",
                "hypot(x, sin(x))     | 0       | h = 1.0e-100; not analytic at the point: hypot(x, sin(x))",
                "cbrt(x - 2)*exp(x)   | 2       | h = 1.0e-100; not analytic at the point: cbrt(x - 2)",
                "sqrt(exp(x))         | -800    | h = 1.0e-100; not analytic at the point: sqrt(exp(x))",
                "2 + log(x - 5)*x     | 3       | h = 1.0e-100; not finite at the point: log(x - 5)",
                "exp(x)               | -700    | h = 1.0e-100; the imaginary part underflows",
                "1e-300*sin(x)*1e300  | 0       | h = 1.0e-100; the imaginary part underflows",
                "sum(i, 1, 3, cbrt(i*x)) | 0    | h = 1.0e-100; not analytic at the point: sum(i, 1, 3, cbrt(i*x))"
            })
    void what_it_cannot_do_is_named(String text, double x, String remark) {
        Expr f = Parser.parse(text);
        var gradient = new ComplexStep().gradient(Problem.of(f, List.of(X), List.of(X)));
        double[] found = new double[1];
        gradient.at(new double[] {x}, found);
        assertTrue(Double.isNaN(found[0]), text + ": " + found[0]);
        assertEquals(remark, gradient.remark().toString());
    }

    /** Imaginary parts vanish on the way, and the derivative does not. */
    @ParameterizedTest
    @CsvSource({
        "exp(log1p(x)), -0.9999999, 1", // the exponential magnifies the rounding of the logarithm, -16 and -28
        "exp(log1p(x)), -0.999999999999449, 1",
        "1e-220*x*1e220, 1, 1",
        "x + 1e250*(1e-250*sin(x)), 0, 2",
        "cos(x), 0, 0",
        "x^3, 0, 0",
        "x - sin(x), 0, 0",
        "(x - x)*1e300, 2, 0",
        "cos(x), 1e-200, -1e-200"
    })
    void small_imaginary_parts_do_not_mislead(String text, double x, double truth) {
        Expr f = Parser.parse(text);
        double[] found = new double[1];
        new ComplexStep().gradient(Problem.of(f, List.of(X), List.of(X))).at(new double[] {x}, found);
        assertEquals(truth, found[0], 16 * Math.ulp(truth));
    }
}
