package tridiff.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.forward.Duals.Dual;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.text.Parser;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;
import tridiff.wengert.run.Families;

class WengertListTest {

    private static final Expr BAYDIN = Parser.parse("log(x1) + x1*x2 - sin(x2)");

    private static WengertList gradient(Expr f, List<Expr.Var> x) {
        var primal = WengertList.of(f, x);
        var writer = ListBuilder.folding();
        var inputs = new ArrayList<Integer>();
        x.forEach(v -> inputs.add(writer.input(v.name())));
        int value = primal.in(writer, inputs).get(0);
        List<Integer> partials = Adjoints.gradient(primal, writer, inputs);
        int[] outputs = new int[x.size() + 1];
        outputs[0] = value;
        Arrays.setAll(outputs, i -> i == 0 ? value : partials.get(i - 1));
        return writer.finish(outputs);
    }

    private static double[] run(WengertList list, double... x) {
        double[] results = new double[list.outputCount()];
        new Evaluator(list).run(x, results);
        return results;
    }

    /** Baydin et al., JMLR 18 (2018), tables 2 and 3. */
    @Test
    void the_example_of_baydin_has_the_published_value_and_gradient() {
        double[] results = run(gradient(BAYDIN, BAYDIN.variables()), 2, 5);
        assertEquals(11.652071455223084, results[0]);
        assertEquals(5.5, results[1]);
        assertEquals(1.7163378145367738, results[2]);
    }

    @Test
    void forward_mode_needs_one_sweep_a_variable() {
        var list = WengertList.of(BAYDIN, BAYDIN.variables());
        var duals = new Duals<>(DoubleAlgebra.ALGEBRA);
        assertEquals(
                5.5,
                list.in(duals, List.of(duals.seeded(2.0), duals.parameter(5.0)))
                        .get(0)
                        .tangent());
        assertEquals(
                1.7163378145367738,
                list.in(duals, List.of(duals.parameter(2.0), duals.seeded(5.0)))
                        .get(0)
                        .tangent());
    }

    /** Nested derivatives do not see each other's directions: D(x -> x·D(y -> x + y)(1))(1) = 1 and not 2. */
    @Test
    void perturbations_are_not_confused() {
        var inner = new Duals<>(DoubleAlgebra.ALGEBRA);
        var outer = new Duals<>(inner);
        Dual<Dual<Double>> x = new Dual<>(inner.seeded(1.0), null);
        Dual<Dual<Double>> y = outer.seeded(inner.parameter(1.0));
        Dual<Double> slope = outer.plus(x, y).tangent();
        assertEquals(1.0, inner.times(x.value(), slope).tangent());
        Dual<Double> square = outer.times(y, y).tangent();
        assertEquals(2.0, inner.times(x.value(), square).tangent());
    }

    @Test
    void equal_sub_expressions_are_one_line() {
        assertEquals(
                4,
                WengertList.of(Parser.parse("sin(x)*y + y*sin(x)"), List.of()).size() - 1);
        assertTrue(Parser.parse("x*y+1").sameAs(Parser.parse("y*x+1")));
    }

    // Own counting convention: + - * / and function calls, one each; numbers are not operations.
    @ParameterizedTest
    @CsvSource({"1, 18", "8, 193", "22, 1131", "50, 5359", "100, 20709"})
    void helmholtz_has_the_known_number_of_operations(int n, int published) {
        List<Expr.Var> x = Families.variables(n);
        long f = WengertList.of(Families.helmholtz(x, true), x).operations();
        assertEquals(published - 1, f, "published counts include the factor RT = 1");
        assertTrue(gradient(Families.helmholtz(x, true), x).operations() <= 3.085 * f || n < 50);
    }

    /**
     * Published 3.085 at n = 50 counts every rule as written. Here it is less: numbers times adjoints are the only products of the
     * quadratic form that remain, and w·(1/x) is one division.
     */
    @Test
    void the_gradient_of_helmholtz_costs_about_twice_its_value() {
        List<Expr.Var> x = Families.variables(50);
        Expr f = Families.helmholtz(x, true);
        assertEquals(5358, WengertList.of(f, x).operations());
        assertEquals(10920, gradient(f, x).operations());
    }

    // Values by 50-digit arithmetic.
    @ParameterizedTest
    @CsvSource({
        "1, -0.14980730396581036957, -1.9965570278425264092, -1.9965570278425264092",
        "3, -0.43633153453225881033, -2.6898610448242021287, -1.5907818712422160371",
        "10, -1.4221781782401564468, -3.6965642182406648245, -1.3976240619973881304",
        "50, -7.0288102533679434235, -5.1839595773884893814, -1.3213597523359640578"
    })
    void helmholtz_has_the_known_value_and_gradient(int n, double value, double first, double last) {
        List<Expr.Var> x = Families.variables(n);
        double[] point = x.stream()
                .mapToDouble(v -> (x.indexOf(v) + 1) / (10.0 * (n + 1)))
                .toArray();
        double[] results = run(gradient(Families.helmholtz(x, false), x), point);
        assertEquals(value, results[0], 4e-15 * Math.abs(value));
        assertEquals(first, results[1], 2e-15 * Math.abs(first));
        assertEquals(last, results[n], 2e-15 * Math.abs(last));
    }

    /** Speelpenning's product: n-1 multiplications, and 3n-5 with the whole gradient. */
    @ParameterizedTest
    @CsvSource({"5, 10", "50, 145", "1000, 2995"})
    void the_gradient_of_a_product_takes_3n_minus_5_multiplications(int n, int operations) {
        List<Expr.Var> x = Families.variables(n);
        Expr product = x.stream().map(v -> (Expr) v).reduce(Expr::times).orElseThrow();
        WengertList gradient = gradient(product, x);
        assertEquals(operations, gradient.operations());
        double[] point = x.stream()
                .mapToDouble(v -> (x.indexOf(v) + 1.0) / (x.indexOf(v) + 2.0))
                .toArray();
        double[] results = run(gradient, point);
        assertEquals(1.0 / (n + 1), results[0], 1e-13 / n);
        assertEquals(results[0] / point[2], results[3], 1e-13 / n);
    }

    @Test
    void a_tree_of_1e30_nodes_is_300_lines() {
        Expr.Var x = Expr.variable("x");
        Expr f = Families.logistic(x, 100);
        var list = WengertList.of(f, List.of(x));
        assertTrue(list.treeSize().compareTo(BigInteger.TEN.pow(30)) > 0);
        assertEquals(300, list.sharedSize());
        // dl(n)/dx = N sin(N t)/sin t with N = 2^(n-1), t = acos(1 - 2x); here at the fixed point 3/4 it is (-2)^(n-1)
        assertEquals(-Math.pow(2, 99), run(gradient(f, List.of(x)), 0.75)[1]);
    }

    /** Sizes of Baydin's logistic iterates, closed forms 6·2^(n-1) - 5 and 3n. */
    @ParameterizedTest
    @CsvSource({"2, 7, 6", "3, 19, 9", "4, 43, 12", "6, 187, 18", "12, 12283, 36"})
    void logistic_iterates_have_the_known_sizes(int n, long tree, int shared) {
        var list = WengertList.of(Families.logistic(Expr.variable("x"), n), List.of());
        assertEquals(BigInteger.valueOf(tree), list.treeSize());
        assertEquals(shared, list.sharedSize());
    }

    @Test
    void a_million_operations_deep_is_no_problem() {
        Expr.Var x = Expr.variable("x");
        for (Expr f : List.of(Families.dampedSines(x, 500_000), Families.logistic(x, 333_334))) {
            WengertList gradient = gradient(f, List.of(x));
            assertTrue(gradient.operations() >= 1_000_000);
            assertTrue(
                    gradient.operations() <= 5 * WengertList.of(f, List.of(x)).operations());
            double[] results = run(gradient, 0.3);
            assertTrue(Math.abs(results[0]) <= 1.0001);
            assertTrue(f.toString().length() < 500);
            assertSame(WengertList.HUGE, gradient.treeSize().max(WengertList.HUGE));
        }
    }

    /**
     * f ← sin(f)·x + f has three nodes a step and a tree of more than 2^k. Its gradient has six lines more a step: cos f, the adjoint
     * times x, that times cos f, added to the adjoint of f, and the adjoint times sin f, added to that of x.
     */
    @ParameterizedTest
    @CsvSource({"10", "1000", "100000"})
    void a_shared_formula_and_its_gradient_have_nine_lines_a_step(int steps) {
        Expr.Var x = Expr.variable("x");
        Expr f = x;
        for (int k = 0; k < steps; k++) {
            f = Functions.sin(f).times(x).plus(f);
        }
        assertEquals(3 * steps + 1, WengertList.of(f, List.of(x)).size());
        assertEquals(9 * steps, gradient(f, List.of(x)).size());
    }

    /** The adjoint of a branch not taken must not touch the branch: 0·∞ would be NaN. */
    @ParameterizedTest
    @CsvSource({
        "'if(x>0, log(x), 0)', -1, 0", "'if(x>0, log(x), 5*x)', -2, 5", "'if(x>0, sqrt(x), -x)', 4, 0.25",
        "'x + if(x>0, log(x)*x, x^2)', -1, -1", "'if(x>0, if(x>1, log(x-1), x), 3*x)', 1, NaN",
                "'if(x>0, if(x>1, log(x-1), x), 3*x)', 0.5, 1",
        "'if(x>0, log(x), 0) + if(x>1, log(x), 0)', -1, 0", "'if(x>0, log(x), 0)', 0, NaN",
                "'if(x>=0, sqrt(x)^2, 0)', 0, NaN"
    })
    void a_choice_differentiates_the_branch_taken(String text, double x, double derivative) {
        Expr f = Parser.parse(text);
        var list = WengertList.of(f, f.variables());
        assertEquals(
                derivative,
                Adjoints.gradient(list, DoubleAlgebra.ALGEBRA, List.of(x)).get(0));
        assertEquals(derivative, run(gradient(f, f.variables()), x)[1]);
        var duals = new Duals<>(DoubleAlgebra.ALGEBRA);
        assertEquals(
                derivative,
                duals.derivative(list.in(duals, List.of(duals.seeded(x))).get(0)));
    }

    /** Of the masks by one condition only the last are left: one for each input, beside the choice of the value. */
    @ParameterizedTest
    @CsvSource({"'if(x>0, sin(exp(x*y)+y)/x, 0)', 3", "'if(x>0, sqrt(x)*y, 0) + if(x>0, y*log(x), 0)', 3"})
    void a_choice_is_made_once(String text, int choices) {
        Expr f = Parser.parse(text);
        WengertList program = gradient(f, List.of(Expr.variable("x"), Expr.variable("y")));
        assertEquals(
                choices,
                IntStream.range(0, program.size())
                        .filter(i -> program.kind(i) == OpKind.CHOICE)
                        .count());
        var list = WengertList.of(f, List.of(Expr.variable("x"), Expr.variable("y")));
        for (double x : new double[] {0.7, -1.3}) {
            List<Double> expected = Adjoints.gradient(list, DoubleAlgebra.ALGEBRA, List.of(x, 1.9));
            double[] found = run(program, x, 1.9);
            assertEquals(expected, List.of(found[1], found[2]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x^2, -3, -6",
        "x^2, 0, 0",
        "x^1, 0, 1",
        "x^0, 0, 0",
        "x^2.0, 0, 0",
        "x^-2, -2, 0.25",
        "x^(3/3), -2, 1",
        "2^x, 0, 0.6931471805599453"
    })
    void powers_with_a_number_for_exponent_never_touch_the_logarithm(String text, double x, double derivative) {
        Expr f = Parser.parse(text);
        assertEquals(derivative, run(gradient(f, f.variables()), x)[1] + 0.0);
    }

    @Test
    void parameters_have_no_tangent_and_are_not_differentiated() {
        Expr f = Parser.parse("x^y");
        var list = WengertList.of(f, f.variables());
        List<Double> gradient =
                Adjoints.gradient(list, DoubleAlgebra.ALGEBRA, List.of(-3.0, 2.0), new boolean[] {true, false});
        assertEquals(-6.0, gradient.get(0));
        assertEquals(null, gradient.get(1));
    }

    @Test
    void lines_that_no_result_needs_are_left_out() {
        var writer = ListBuilder.folding();
        int x = writer.input("x");
        writer.apply(Elementary.SIN, (Integer) x);
        assertEquals(2, writer.finish(writer.apply(Elementary.COS, (Integer) x)).size());
    }
}
