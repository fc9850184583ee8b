package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.taylor.Taylor;
import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;

/** Taylor mode: against published derivatives, against nested dual numbers, and what it costs. */
class TaylorTest {

    private static WengertList list(String text) {
        Expr f = Parser.parse(text);
        return WengertList.of(f, f.variables());
    }

    private static List<Enclosure> derivatives(WengertList f, Rational x, int order, int digits) {
        return Reference.derivatives(f, List.of(x), 0, order, new Reference.Effort(digits, 1000, 10));
    }

    private static Stream<Corpus.Row> rows() {
        return Corpus.referenceRows().filter(row -> !row.cells()[2].contains("recursion"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void published_derivatives_are_right_to_31_digits_up_to_the_fourth(Corpus.Row line) {
        String[] row = line.cells();
        List<Enclosure> derivatives = derivatives(list(row[2]), Rational.of(Double.parseDouble(row[4])), 4, 40);
        for (int order = 0; order <= 4; order++) {
            String published = row[5 + order];
            if (!published.equals("-") && !published.equals("0")) {
                ReferenceTest.assertDigits(published, derivatives.get(order), 31, row[0] + ", derivative " + order);
            } else if (published.equals("0")) {
                assertTrue(derivatives.get(order).contains(Rational.ZERO)
                        || Math.abs(derivatives.get(order).midpoint(20).doubleValue()) < 1e-300);
            }
        }
    }

    /** The first nine derivatives of tanh at 1, as a program of another library computes them in doubles. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.41997434161402614",
        "2, -0.6397000084492246",
        "3, 0.6216266807712962",
        "4, 0.6650910447505024",
        "5, -5.556893558473722",
        "6, 13.624075441312101",
        "7, 12.288367894320414",
        "8, -277.06213560303127",
        "9, 1183.4218675111379"
    })
    void derivatives_of_tanh_are_the_published_ones(int order, double published) {
        Enclosure derivative = derivatives(list("tanh(x)"), Rational.ONE, 9, 50).get(order);
        assertTrue(derivative.accurateTo(40));
        assertTrue(derivative.relativeError(published) < 1e-13);
        double[] factorials = {1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880};
        double ours = Taylor.expand(list("tanh(x)"), DoubleAlgebra.ALGEBRA, List.of(1.0), List.of(1.0), 9)
                        .get(order)
                * factorials[order];
        assertTrue(derivative.relativeError(ours) < 1e-13, "in doubles: " + ours);
    }

    private static long operations(String text, int order) {
        var writer = ListBuilder.folding();
        int x = writer.input("x");
        List<Integer> lines = Taylor.expand(list(text), writer, List.of(x), List.of(writer.constant(1)), order);
        return writer.finish(lines.stream().mapToInt(i -> i).toArray()).operations();
    }

    /** Operations of the program for orders 0 … n grow by a constant more with each order: a quadratic. */
    @ParameterizedTest
    @CsvSource({"tanh(x)", "exp(sin(x))/(1+x^2)", "log(2+cos(x))"})
    void the_cost_of_order_n_grows_like_its_square(String text) {
        long[] cost = new long[41];
        Arrays.setAll(cost, n -> operations(text, n));
        for (int n = 8; n + 2 < cost.length; n++) {
            long second = cost[n + 2] - 2 * cost[n + 1] + cost[n];
            long before = cost[n + 1] - 2 * cost[n] + cost[n - 1];
            assertTrue(Math.abs(second - before) <= 2, text + " at order " + n + ": " + Arrays.toString(cost));
        }
    }

    private static <T> T nested(WengertList f, Algebra<T> k, T x, int order) {
        if (order == 0) {
            return f.in(k, List.of(x)).get(0);
        }
        var duals = new Duals<>(k);
        T tangent = nested(f, duals, duals.seeded(x), order - 1).tangent();
        return tangent == null ? k.constant(0) : tangent;
    }

    /** Doubles that count what is done with them. */
    private static final class Counting implements Algebra<Double> {
        private long operations;

        @Override
        public Double constant(Constant c) {
            return c.doubleValue();
        }

        @Override
        public Double apply(Unary f, Double x) {
            operations++;
            return f.of(x);
        }

        @Override
        public Double apply(Binary f, Double x, Double y) {
            operations++;
            return f.of(x, y);
        }

        @Override
        public Double choose(Double condition, Double yes, Double no) {
            return condition != 0 ? yes : no;
        }
    }

    /** Run on numbers, duals of duals more than double with each order; written as a program with sharing they only grow like n³. */
    @Test
    void nested_dual_numbers_grow_exponentially_on_tanh_where_Taylor_mode_does_not() {
        var previous = new Counting();
        for (int order = 1; order <= 9; order++) {
            var counting = new Counting();
            nested(list("tanh(x)"), counting, 1.0, order);
            assertTrue(counting.operations > 2.2 * previous.operations, counting.operations + " at order " + order);
            previous = counting;
        }
        var taylor = new Counting();
        Taylor.expand(list("tanh(x)"), taylor, List.of(1.0), List.of(1.0), 9);
        assertTrue(previous.operations > 30 * taylor.operations, previous.operations + " and " + taylor.operations);
        var writer = ListBuilder.folding();
        long shared = writer.finish(nested(list("tanh(x)"), writer, writer.input("x"), 9))
                .operations();
        assertTrue(shared < 9 * 9 * 9 * 3 && shared > 3 * operations("tanh(x)", 9), "shared: " + shared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if(x>1, x^3, exp(x)) | 0.5",
                "max(x, x^2) | 3",
                "abs(x)^3 | -2",
                "x^x | 1.5",
                "x^0.3 | 2",
                "x^-7 | 2",
                "sqrt(1+x^2) | 0.75",
                "atan2(x, 1+x) | 0.5",
                "hypot(x, 3) | 2",
                "gamma(x) | 2.5",
                "polygamma(2, x) | 3",
                "erf(x)*lgamma(x) | 1.25",
                "sigmoid(x)/softplus(x) | -1",
                "floor(x)+x^2 | 1.5"
            })
    void every_kind_of_operation_agrees_with_nested_dual_numbers(String text, double x) {
        var k = new Enclosures(60);
        List<Enclosure> derivatives = derivatives(list(text), Rational.of(x), 5, 60);
        for (int order = 0; order <= 5; order++) {
            Enclosure nested = nested(list(text), k, Enclosure.of(Rational.of(x)), order);
            assertTrue(nested.isNumber() && nested.overlaps(derivatives.get(order)), text + ", order " + order);
            assertTrue(derivatives.get(order).isZero() || derivatives.get(order).accurateTo(40), text);
        }
    }

    @Test
    void beyond_its_degree_the_derivatives_of_a_polynomial_are_zero_without_being_computed() {
        var writer = ListBuilder.folding();
        int x = writer.input("x");
        List<Integer> coefficients =
                Taylor.expand(list("(x^2+3)*x-7*x^4"), writer, List.of(x), List.of(writer.constant(1)), 8);
        var program = writer.finish(coefficients.stream().mapToInt(i -> i).toArray());
        for (int n = 5; n <= 8; n++) {
            assertEquals(Rational.ZERO, program.constant(program.output(n)));
        }
    }

    @Test
    void a_direction_mixes_the_partial_derivatives() {
        // x²y along (1, 2) from (3, 5): (3+t)²(5+2t) = 45 + 48 t + 17 t² + 2 t³
        var along = Taylor.expand(list("x^2*y"), DoubleAlgebra.ALGEBRA, List.of(3.0, 5.0), List.of(1.0, 2.0), 4);
        assertEquals(List.of(45.0, 48.0, 17.0, 2.0, 0.0), along);
        var x = Taylor.expand(list("x^2*y"), DoubleAlgebra.ALGEBRA, List.of(3.0, 5.0), Arrays.asList(1.0, null), 2);
        assertEquals(List.of(45.0, 30.0, 5.0), x);
    }
}
