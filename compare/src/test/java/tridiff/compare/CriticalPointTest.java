package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.text.Parser;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.reference.limit.Neighbourhood;
import tridiff.reference.limit.Side;
import tridiff.wengert.WengertList;

/** What a function does beside a point where rules fail: the points at which the libraries of the field disagree, and more. */
class CriticalPointTest {

    private static final int DIGITS = 60;

    private static Neighbourhood beside(String text, double x) {
        Expr f = Parser.parse(text);
        var list = WengertList.of(f, f.variables());
        Enclosure value = list.in(new Enclosures(DIGITS), List.of(Enclosure.of(Rational.of(x))))
                .get(0);
        return Neighbourhood.of(
                list, List.of(Rational.of(x)), 0, Optional.of(value).filter(Enclosure::isNumber), DIGITS);
    }

    // The 16 points at which PyTorch, JAX, autograd, CasADi and SymPy were compared, then others.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x) | 0 | KINK | slope -1 from the left, 1 from the right",
                "relu(x) | 0 | KINK | slope 0 from the left, 1 from the right",
                "max(x,0) | 0 | KINK | slope 0 from the left, 1 from the right",
                "sqrt(x) | 0 | INFINITE_SLOPE | +infinity; the left side is outside",
                "sqrt(x*x) | 0 | KINK | slope -1 from the left, 1 from the right",
                "x*sqrt(x) | 0 | ONE_SIDED | one-sided slope 0; the left side",
                "x^1.5 | 0 | ONE_SIDED | slope 0",
                "x^0.0 | 0 | SMOOTH | slope 0",
                "0^x | 2 | SMOOTH | slope 0",
                "(-2)^x | 3 | ISOLATED | on both sides",
                "if(x>0, log(x), 0) | 0 | JUMP | no finite value from the right",
                "sin(x)/x | 0 | REMOVABLE | f tends to 1 from both sides, with slope 0",
                "cbrt(x) | 0 | INFINITE_SLOPE | +infinity",
                "hypot(x, 0) | 0 | KINK | slope -1 from the left, 1 from the right",
                "atan2(x, 0) | 0 | JUMP | f tends to -1.5707963267",
                "x*abs(x) | 0 | SMOOTH | slope 0",
                "abs(x)^2 | 0 | SMOOTH | slope 0",
                "sqrt(x^4) | 0 | SMOOTH | slope 0",
                "(x^2)^1.5 | 0 | SMOOTH | slope 0",
                "asin(x) | 1 | INFINITE_SLOPE | +infinity; the right side",
                "acos(x) | -1 | INFINITE_SLOPE | -infinity; the left side",
                "acosh(x) | 1 | INFINITE_SLOPE | +infinity",
                "floor(x) | 2 | JUMP | f tends to 1 from the left and to 2 from the right",
                "ceil(x) | 2 | JUMP | f tends to 2 from the left and to 3 from the right",
                "sign(x) | 0 | JUMP | f tends to -1",
                "(1-cos(x))/x^2 | 0 | REMOVABLE | f tends to 0.5",
                "(exp(x)-1)/x | 0 | REMOVABLE | with slope 0.5",
                "log(1+x)/x | 0 | REMOVABLE | with slope -0.5",
                "atan(x)/x | 0 | REMOVABLE | f tends to 1 from both sides, with slope 0",
                "erf(sqrt(x)) | 0 | INFINITE_SLOPE | +infinity",
                "abs(sin(x)) | 0 | KINK | slope -1",
                "max(sin(x), x) | 0 | SMOOTH | slope 1",
                "if(x>1, x^2, 2*x-1) | 1 | SMOOTH | slope 2",
                "if(x>1, x^2, x) | 1 | KINK | slope 1 from the left, 2 from the right",
                "if(x==0, 1, sin(x)/x) | 0 | SMOOTH | slope 0",
                "if(x==0, 1, exp(x)) | 0 | SMOOTH | slope 1",
                "abs(x)/x | 0 | JUMP | f tends to -1 from the left and to 1 from the right",
                "lgamma(1+abs(x)) | 0 | KINK | slope 0.577215664902 from the left, -0.577215664902 from the right",
                "exp(-1/x^2) | 0 | UNKNOWN | not decided",
                "x*sin(1/x) | 0 | UNKNOWN | not decided",
                "1/x | 0 | POLE | on the left f tends to -infinity, on the right f tends to +infinity",
                "x*log(x) | 0 | UNKNOWN | outside the domain",
                "log(x) | 0 | POLE | on the left outside the domain, on the right f tends to",
                "gamma(x)*sin(x) | 0 | REMOVABLE | f tends to 1 from both sides, with slope -0.577215664",
                "gamma(x) | -3 | POLE | on the left f tends to +infinity, on the right f tends to -infinity",
                "x*cot(x) | 0 | REMOVABLE | f tends to 1 from both sides, with slope 0",
                "1/x-coth(x) | 0 | REMOVABLE | f tends to 0 from both sides, with slope -0.3333",
                "acot(x) | 0 | UNKNOWN | on the left not decided, on the right not decided",
                "1/x^2 | 0 | POLE | on the left f tends to +infinity, on the right f tends to +infinity",
                "atan2(x,-1) | 0 | JUMP | 3.14159265359 from the right",
                "x/x | 0 | REMOVABLE | with slope 0",
                "sqrt(x)^2 | 0 | ONE_SIDED | slope 1",
                "cbrt(x)^3 | 0 | SMOOTH | slope 1",
                "min(x, x^2) | 0 | KINK | slope 1 from the left, 0 from the right",
                "asec(x) | 1 | INFINITE_SLOPE | the left side"
            })
    void both_sides_of_a_point_are_told(String text, double x, Neighbourhood.Kind kind, String description) {
        Neighbourhood n = beside(text, x);
        assertEquals(kind, n.kind(), n.describe(12).toString());
        assertTrue(
                n.describe(12).toString().contains(description), n.describe(12).toString());
    }

    /** Where the rules do give a derivative, both slopes enclose it. */
    @ParameterizedTest
    @CsvSource({
        "exp(sin(x)), 1",
        "x^x, 1",
        "tan(x), 0.5",
        "gamma(x), 2.5",
        "erf(x), 0.3",
        "atanh(x), 0.5",
        "lgamma(x), 3",
        "x^2/(1+x), 1",
        "cbrt(x), 8",
        "log10(x), 3",
        "hypot(x;2), 1",
        "atan2(x;2), 1",
        "sec(x), 0.4",
        "asinh(x), 2",
        "digamma(x), 1.5",
        "softplus(x), -3",
        "sigmoid(x), 0.25",
        "2^x, 3",
        "acoth(x), 2",
        "sin(x)/x, 1",
        "gauss(x), 1"
    })
    void slopes_enclose_the_derivative_by_the_rules(String text, double x) {
        Neighbourhood n = beside(text.replace(';', ','), x);
        Expr f = Parser.parse(text.replace(';', ','));
        Enclosure rule = Adjoints.gradient(
                        WengertList.of(f, f.variables()), new Enclosures(DIGITS), List.of(Enclosure.of(Rational.of(x))))
                .get(0);
        assertTrue(n.left().slope().orElseThrow().overlaps(rule));
        assertTrue(n.right().slope().orElseThrow().overlaps(rule));
        assertTrue(n.right().slope().orElseThrow().accurateTo(40));
    }

    /** In the comparison: x·√x has a derivative at 0 that no rule gives, and a kink is refused with both slopes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x*sqrt(x) | 0 | proved | 0",
                "0^x | 2 | proved | 0",
                "sqrt(x^4) | 0 | proved | 0",
                "log(1+exp(x)) | 800 | proved | 1.000",
                "sin(x)^2+cos(x)^2 | 0.3 | proved | 0",
                "abs(x) | 0 | undefined |",
                "if(x>0,log(x),0) | 0 | undefined |",
                "(-2)^x | 3 | undefined |",
                "cbrt(x) | 0 | undefined |"
            })
    void the_reference_settles_what_can_be_settled(String text, double x, String state, String value) {
        var partial = AccuracyTest.compare(text, x).reference().partials().get(0);
        assertEquals(
                state.toUpperCase(java.util.Locale.ROOT), partial.state().name(), String.valueOf(partial.reason()));
        assertTrue(value == null ? partial.value() == null : partial.value().startsWith(value));
    }

    /** What is said to be outside the domain is undefined there, at every pole and end of every function of the table. */
    @ParameterizedTest
    @EnumSource(Elementary.class)
    void outside_means_undefined_beside_the_point(Elementary f) {
        var k = new Enclosures(DIGITS);
        for (int twice = -8; twice <= 8; twice++) {
            Rational x = Rational.of(twice, 2);
            Neighbourhood n = Neighbourhood.of(
                    WengertList.of(Expr.apply(f, Expr.variable("x")), List.of()),
                    List.of(x),
                    0,
                    Optional.of(k.apply(f, Enclosure.of(x))).filter(Enclosure::isNumber),
                    DIGITS);
            for (int side : new int[] {-1, 1}) {
                Enclosure beside = k.apply(f, Enclosure.of(x.plus(Rational.of(side, 1L << 30))));
                var state = (side < 0 ? n.left() : n.right()).state();
                assertTrue(
                        state == Side.State.OUTSIDE
                                ? beside.isUndefined()
                                : state == Side.State.UNKNOWN || beside.isNumber(),
                        f + " at " + x + ": " + n.describe(5));
            }
        }
    }
}
