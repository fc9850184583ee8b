package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.expr.Bivariate;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Facts;
import tridiff.expr.FunctionTable;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.numerical.complex.ComplexStep;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.wengert.method.Problem;

/** What a row says of its function is so, by proved enclosures; and what a row has forgotten is named. */
class FunctionRowTest {

    /** Analytic, but nobody has written their values at complex numbers. */
    private static final Set<Elementary> WITHOUT_COMPLEX_VALUES = EnumSet.of(
            Elementary.ERF,
            Elementary.ERFC,
            Elementary.NORMCDF,
            Elementary.GELU,
            Elementary.BESSELJ0,
            Elementary.GAMMA,
            Elementary.LGAMMA,
            Elementary.DIGAMMA);

    private static final Expr.Var X = Expr.variable("x");

    private final Enclosures k = new Enclosures(40);

    private static List<Double> arguments() {
        DoubleStream special = DoubleStream.of(0, 1, -1, 0.5, -0.5, 2, -2, 3, -7, 1.25, 26.5, -31.75, 1e-9, -1e9, 710);
        return DoubleStream.concat(special, Magnitudes.arguments(60, 5)).boxed().toList();
    }

    private Enclosure at(Unary f, double x) {
        return k.apply(f, Enclosure.of(x));
    }

    private static Stream<Operation> rows() {
        return FunctionTable.standard().rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_has_an_enclosure(Operation f) {
        assertTrue(Enclosures.know(f), f.symbol() + " is not judged: it needs a row in Enclosures");
    }

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void a_row_is_piecewise_or_has_values_at_complex_numbers_or_is_known_to_lack_them(Elementary f) {
        boolean lacks = f.facts().isPiecewise() || WITHOUT_COMPLEX_VALUES.contains(f);
        assertEquals(
                !lacks,
                isContinued(f),
                f.symbol() + ": a row in ComplexFunctions, the fact piecewise(), or a line in this test");
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
    @EnumSource(Elementary.class)
    void parity_is_said_where_it_is_so_and_only_there(Elementary f) {
        List<Double> both = arguments().stream()
                .filter(x -> x != 0 && at(f, x).isNumber() && at(f, -x).isNumber())
                .toList();
        boolean odd = both.stream().allMatch(x -> isZero(k.plus(at(f, x), at(f, -x))));
        boolean even = both.stream().allMatch(x -> isZero(k.minus(at(f, x), at(f, -x))));
        assertEquals(odd && !both.isEmpty(), f.facts().isOdd(), f.symbol() + ": odd()");
        assertEquals(even && !both.isEmpty(), f.facts().isEven(), f.symbol() + ": even()");
    }

    private static boolean isZero(Enclosure x) {
        return !x.isNumber() || x.signum().isEmpty() || x.isZero();
    }

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void values_at_0_and_1_are_said_where_they_are_rational(Elementary f) {
        for (Rational x : List.of(Rational.ZERO, Rational.ONE)) {
            Optional<Rational> exact = k.apply(f, Enclosure.of(x)).exact();
            assertEquals(exact, f.facts().at(x), f.symbol() + ": at(" + x + ", …)");
        }
    }

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void domain_and_sign_are_as_said(Elementary f) {
        Facts facts = f.facts();
        for (double x : arguments()) {
            Enclosure y = at(f, x);
            assertTrue(!facts.isTotal() || !y.isUndefined(), f.symbol() + " is not total: " + x);
            boolean signed = y.isNumber() && y.signum().isPresent();
            int sign = signed ? y.signum().getAsInt() : 1;
            assertTrue(!facts.isNeverZero() || sign != 0, f.symbol() + " is 0 at " + x);
            assertTrue(!facts.isNeverNegative() || sign >= 0, f.symbol() + " is negative at " + x);
        }
    }

    /** In units of half an ulp, beside the ends of the doubles. */
    @ParameterizedTest
    @EnumSource(Elementary.class)
    void a_value_is_off_by_no_more_units_of_rounding_than_said(Elementary f) {
        for (double x : arguments()) {
            Enclosure y = at(f, x);
            double computed = f.of(x);
            boolean normal = y.isNumber() && Math.abs(computed) >= Double.MIN_NORMAL && Double.isFinite(computed);
            if (normal && f.facts().rounding() <= 1) {
                double off = y.relativeError(computed) / 0x1p-53;
                assertTrue(off <= f.facts().rounding(), f.symbol() + " at " + x + ": " + off + " units");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Elementary.class)
    void a_step_has_the_slope_0_and_a_piecewise_function_none_somewhere(Elementary f) {
        if (f.facts().isStep()) {
            assertTrue(f.derivative(k, Enclosure.of(0.5), at(f, 0.5)).isZero(), f.symbol());
        }
        if (f.facts().isPiecewise()) {
            assertTrue(f.derivative(k, Enclosure.of(0L), at(f, 0)).isUndefined(), f.symbol());
        }
    }

    @ParameterizedTest
    @EnumSource(Bivariate.class)
    void two_arguments_commute_where_it_is_said(Bivariate f) {
        boolean commutes =
                Arrays.stream(new double[] {2, 3, 5, 0.25}).allMatch(x -> Double.compare(f.of(x, 7), f.of(7, x)) == 0);
        assertEquals(commutes, f.facts().isCommutative(), f.symbol());
    }

    @ParameterizedTest
    @EnumSource(Bivariate.class)
    void an_order_is_a_whole_number_where_it_is_said(Bivariate f) {
        boolean defined = k.apply(f, Enclosure.of(0.5), Enclosure.of(0.75)).isNumber();
        assertEquals(!defined, f.facts().hasWholeOrder(), f.symbol());
    }
}
