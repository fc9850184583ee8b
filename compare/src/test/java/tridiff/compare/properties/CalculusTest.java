package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.ForwardMode;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.Methods;
import tridiff.compare.properties.RandomExpressions.Drawn;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.Expressions;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Problem;

/** The laws of the calculus, in enclosures: where both sides of one are numbers, they overlap. */
class CalculusTest {

    private static final Enclosures K = new Enclosures(60);
    private static final Expr.Var X = Expr.variable("x");
    private static final Expr.Var Y = Expr.variable("y");
    private static final List<Expr.Var> XY = List.of(X, Y);
    private static final List<Rational> POINT = List.of(Rational.of(0.7), Rational.of(1.3));
    private static final List<String> EXACT =
            List.of("symbolic.raw", "symbolic.simplified", "autodiff.forward", "autodiff.reverse");

    private static List<Enclosure> point() {
        return POINT.stream().map(Enclosure::of).toList();
    }

    /** ∂f/∂x and f, by forward mode. */
    private static Duals.Dual<Enclosure> along(Expr f) {
        var duals = new Duals<>(K);
        List<Enclosure> point = point();
        var inputs = List.of(duals.seeded(point.get(0)), duals.parameter(point.get(1)));
        return WengertList.of(f, XY).in(duals, inputs).get(0);
    }

    private static Enclosure derivative(Expr f) {
        Enclosure tangent = ForwardMode.along(WengertList.of(f, XY), K, point(), 0);
        return tangent == null ? K.constant(0) : tangent;
    }

    private static Enclosure value(Expr f) {
        return along(f).value();
    }

    /** Consecutive random expressions, so that inner functions are rarely a bare variable. */
    private static Stream<List<Drawn>> pairs() {
        List<Drawn> drawn = RandomExpressions.draw(400, 6).toList();
        var pairs = new ArrayList<List<Drawn>>();
        for (int i = 0; i < drawn.size(); i += 2) {
            pairs.add(drawn.subList(i, i + 2));
        }
        return pairs.stream();
    }

    private static int overlapping(Enclosure a, Enclosure b, Object what) {
        if (!a.isNumber() || !b.isNumber()) {
            return 0;
        }
        assertTrue(a.overlaps(b), () -> what + ": " + a + " and " + b);
        return a.isZero() ? 0 : 1;
    }

    @Test
    void differentiation_is_linear_and_obeys_the_product_and_quotient_rules() {
        int checked = 0;
        for (List<Drawn> pair : pairs().toList()) {
            Expr f = pair.get(0).expr();
            Expr g = pair.get(1).expr();
            Enclosure df = derivative(f);
            Enclosure dg = derivative(g);
            Enclosure three = K.constant(3);
            checked += overlapping(derivative(f.times(3).minus(g)), K.minus(K.times(three, df), dg), pair);
            Enclosure product = K.plus(K.times(df, value(g)), K.times(value(f), dg));
            checked += overlapping(derivative(f.times(g)), product, pair);
            Enclosure numerator = K.minus(K.times(df, value(g)), K.times(value(f), dg));
            checked += overlapping(derivative(f.over(g)), K.over(numerator, K.times(value(g), value(g))), pair);
        }
        assertTrue(checked > 150, "only " + checked);
    }

    /** For every function of the table and inner functions that are no bare variable. */
    @Test
    void the_chain_rule_holds_with_inner_functions() {
        int checked = 0;
        List<Drawn> inner = RandomExpressions.draw(60, 5).toList();
        for (Unary f : Elementary.values()) {
            for (Drawn g : inner) {
                Duals.Dual<Enclosure> x = along(g.expr());
                if (x.value().isNumber() && x.tangent() != null) {
                    Enclosure y = K.apply(f, x.value());
                    if (y.isNumber()) {
                        Enclosure chain = K.times(f.derivative(K, x.value(), y), x.tangent());
                        checked += overlapping(derivative(Expr.apply(f, g.expr())), chain, f + " of " + g);
                    }
                }
            }
        }
        assertTrue(checked > 300, "only " + checked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp log",
                "log exp",
                "sin asin",
                "cos acos",
                "tan atan",
                "sinh asinh",
                "cosh acosh",
                "tanh atanh",
                "asin sin",
                "sqrt square",
                "expm1 log1p",
                "cbrt cube",
                "sec asec",
                "csch acsch",
                "coth acoth",
                "cot acot",
                "sech asech"
            })
    void an_inverse_function_undoes_the_derivative(String pair) {
        String[] names =
                pair.replace("square", "(x^2)").replace("cube", "(x^3)").split(" ");
        String inner = names[1].startsWith("(") ? names[1] : names[1] + "(x)";
        String x = names[0].matches("cosh|sec|coth") ? "1.7" : "0.6";
        Expr f = Parser.parse(names[0] + "(" + inner + ")");
        Enclosure d = ForwardMode.along(
                WengertList.of(f, f.variables()), K, List.of(Enclosure.of(Rational.of(Double.parseDouble(x)))), 0);
        assertTrue(d.contains(Rational.ONE) && d.accurateTo(40), d.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 | x^2+x*y-3*y^2", "0 | (x-y)/(x+y)", "1 | sqrt(x^2+y^2)", "3 | x*y^2*exp(x/y)", "-1 | 1/(x+2*y)",
                        "1 | hypot(x,y)",
                "0 | atan2(x,y)", "1 | max(x,2*y)", "0.5 | sqrt(x+y)", "1 | cbrt(x^2*y)", "2 | x^2*log(x/y)",
                        "1 | x*sin(y/x)"
            })
    void a_homogeneous_function_obeys_Euler(String row) {
        String[] cells = row.split(" \\| ");
        Expr f = Parser.parse(cells[1]);
        var list = WengertList.of(f, XY);
        List<Enclosure> g = Adjoints.gradient(list, K, point());
        Enclosure left = K.plus(K.times(point().get(0), g.get(0)), K.times(point().get(1), g.get(1)));
        Enclosure degree = Enclosure.of(Double.parseDouble(cells[0]));
        Enclosure right = K.times(degree, list.in(K, point()).get(0));
        assertTrue(left.overlaps(right), left + " and " + right);
    }

    /** f(2^k x) has the derivative 2^k f'(2^k x), to the last bit: scaling by a power of two rounds nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {"exp(sin(x))", "x^3/(1+x)", "log(x)*tanh(x)", "sqrt(x)*atan(x)", "gamma(x)", "erf(x)-x*cosh(x)"})
    void scaling_by_a_power_of_two_only_shifts_exponents(String text) {
        for (int power : new int[] {-3, -1, 2, 5}) {
            double scale = Math.scalb(1.0, power);
            Expr scaled = Parser.parse(text.replace("x", "(u*x)").replace("e(u*x)p", "exp"));
            Expr inner = with(scaled, "u", Expr.constant(scale));
            // By the rules alone: programs merge a product with a reciprocal into one division, and round once less.
            double expected = scale * forward(Parser.parse(text), 0.875 * scale);
            assertEquals(expected, forward(inner, 0.875), text);
        }
    }

    private static double forward(Expr f, double x) {
        return ForwardMode.along(WengertList.of(f, f.variables()), DoubleAlgebra.ALGEBRA, List.of(x), 0);
    }

    /** The expression with another in place of a variable. */
    private static Expr with(Expr f, String name, Expr by) {
        var list = WengertList.of(f, f.variables());
        List<Expr> inputs = list.inputs().stream()
                .map(n -> n.equals(name) ? by : Expr.variable(n))
                .toList();
        return list.in(Expressions.ALGEBRA, inputs).get(0);
    }

    private static double at(String id, Expr f, double x) {
        double[] gradient = new double[1];
        Methods.of(id).gradient(Problem.of(f)).at(new double[] {x}, gradient);
        return gradient[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cos(x)", "cosh(x)", "x^2", "abs(x)", "x*sin(x)", "gauss(x)", "sech(x)", "exp(-x^2)*cos(3*x)"})
    void the_derivative_of_an_even_function_is_odd(String text) {
        for (String id : EXACT) {
            assertEquals(-at(id, Parser.parse(text), 0.625), at(id, Parser.parse(text), -0.625), id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin(x)", "tanh(x)", "x^3", "atan(x)", "erf(x)", "asinh(x)", "x*abs(x)", "cbrt(x)"})
    void the_derivative_of_an_odd_function_is_even(String text) {
        for (String id : EXACT) {
            assertEquals(at(id, Parser.parse(text), 0.625), at(id, Parser.parse(text), -0.625), id);
        }
    }

    @Test
    void the_directional_derivative_is_the_gradient_times_the_direction() {
        int checked = 0;
        var duals = new Duals<>(K);
        Enclosure u = Enclosure.of(Rational.of(3, 7));
        Enclosure v = Enclosure.of(Rational.of(-5, 11));
        for (Drawn drawn : RandomExpressions.draw(300, 8).toList()) {
            var list = WengertList.of(drawn.expr(), XY);
            List<Enclosure> g = Adjoints.gradient(list, K, point());
            var moving = List.of(new Duals.Dual<>(point().get(0), u), new Duals.Dual<>(point().get(1), v));
            Enclosure along = duals.derivative(list.in(duals, moving).get(0));
            if (along != null) {
                checked += overlapping(along, K.plus(K.times(u, g.get(0)), K.times(v, g.get(1))), drawn);
            }
        }
        assertTrue(checked > 80, "only " + checked);
    }

    /** A name is only a name, even if it is a word of Java, of symja, or of mathematics. */
    @ParameterizedTest
    @ValueSource(
            strings = {"i", "d", "D", "I", "x_1", "x1", "class", "double", "Pi", "E", "θ", "N", "Integrate", "sin_"})
    void renaming_a_variable_commutes_with_everything(String name) {
        Expr f = Parser.parse("x^2*exp(-x)+sin(x)/x");
        Expr renamed = with(f, "x", Expr.variable(name));
        Expr df = SymbolicDerivative.simplified().derivative(f, X);
        Expr dRenamed = SymbolicDerivative.simplified().derivative(renamed, Expr.variable(name));
        assertTrue(with(df, "x", Expr.variable(name)).sameAs(dRenamed));
        assertTrue(Parser.parse(Printer.PLAIN.print(dRenamed)).sameAs(dRenamed));
        for (String id : EXACT) {
            assertEquals(at(id, f, 1.25), at(id, renamed, 1.25));
        }
    }

    /** The same bits again, in another thread, in another order, and after another expression. */
    @Test
    void evaluation_leaves_nothing_behind() throws Exception {
        List<Drawn> drawn = RandomExpressions.draw(60, 8).toList();
        for (String id : EXACT) {
            var first = new ArrayList<double[]>();
            drawn.forEach(d -> first.add(gradient(id, d.expr())));
            var pool = Executors.newFixedThreadPool(3);
            try {
                var order = new ArrayList<Integer>();
                for (int i = 0; i < drawn.size(); i++) {
                    order.add(i);
                }
                java.util.Collections.shuffle(order, new Random(1));
                var again = new ArrayList<java.util.concurrent.Future<double[]>>();
                for (int i : order) {
                    again.add(pool.submit(() -> gradient(id, drawn.get(i).expr())));
                }
                for (int i = 0; i < order.size(); i++) {
                    org.junit.jupiter.api.Assertions.assertArrayEquals(
                            first.get(order.get(i)), again.get(i).get(), id);
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static double[] gradient(String id, Expr f) {
        var gradient = Methods.of(id).gradient(Problem.of(f));
        double[] result = new double[f.variables().size()];
        gradient.at(new double[] {0.7, 1.3}, result);
        gradient.at(new double[] {-2, 0.1}, new double[2]);
        gradient.at(new double[] {0.7, 1.3}, result);
        return result;
    }

    /** D(x → x·D(y → x+y)(1))(1) is 1: levels are types, and a tangent of one is no tangent of the other. */
    @Test
    void perturbations_are_not_confused() {
        var outer = new Duals<>(DoubleAlgebra.ALGEBRA);
        var inner = new Duals<>(outer);
        Duals.Dual<Double> x = outer.seeded(1.0);
        var y = inner.seeded(outer.constant(1));
        var sum = inner.plus(inner.parameter(x), y);
        assertEquals(1.0, outer.times(x, sum.tangent()).tangent());
        var square = inner.times(y, y);
        assertEquals(2.0, outer.times(x, square.tangent()).tangent());
        var product = inner.times(inner.parameter(x), y);
        assertEquals(2.0, outer.times(x, product.tangent()).tangent(), "x·D(y → xy) is x², whose derivative at 1 is 2");
    }

    /** A higher limit never changes an answer, it only gives more of them. */
    @Test
    void raising_the_limit_on_digits_changes_no_answer() {
        for (Drawn drawn : RandomExpressions.draw(120, 8).toList()) {
            var list = WengertList.of(drawn.expr(), XY);
            boolean[] both = {true, true};
            Reference low = Reference.at(list, POINT, both, new Reference.Effort(20, 40, 10));
            Reference high = Reference.at(list, POINT, both, new Reference.Effort(20, 160, 10));
            if (low.isComplete(20)) {
                assertTrue(high.isComplete(20) && high.value().overlaps(low.value()), drawn.toString());
                for (int i = 0; i < 2; i++) {
                    assertTrue(high.gradient().get(i).overlaps(low.gradient().get(i)), drawn.toString());
                }
            }
            assertEquals(
                    low.value().isUndefined(),
                    low.value().isUndefined() && high.value().isUndefined());
        }
    }
}
