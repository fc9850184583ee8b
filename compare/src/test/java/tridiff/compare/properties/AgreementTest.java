package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.Methods;
import tridiff.compare.properties.RandomExpressions.Drawn;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.reference.Reference;
import tridiff.reference.RoundOff;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SimplificationLevel;
import tridiff.symbolic.Simplifier;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/** On random expressions: all methods agree with the proved derivative within their rounding, or return no finite number. */
class AgreementTest {

    private static final List<Expr.Var> XY = List.of(Expr.variable("x"), Expr.variable("y"));
    private static final double[][] POINTS = {{0.7, 1.3}, {-0.4, 2.5}, {1, 1}, {0, -2}, {3.25, 0.01}};
    private static final Reference.Effort EFFORT = new Reference.Effort(25, 200, 1);

    private static Stream<Drawn> expressions() {
        return RandomExpressions.draw(700, 10);
    }

    private static List<Rational> exact(double[] point) {
        return Arrays.stream(point).mapToObj(Rational::of).toList();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void finite_results_are_right_within_their_rounding(Drawn drawn) {
        var list = WengertList.of(drawn.expr(), XY);
        for (double[] point : POINTS) {
            Reference truth = Reference.at(list, exact(point), new boolean[] {true, true}, EFFORT);
            if (truth.value().isNumber()) {
                for (String id :
                        List.of("symbolic.raw", "symbolic.simplified", "autodiff.forward", "autodiff.reverse")) {
                    judge(drawn, id, point, truth);
                }
            }
        }
    }

    private static void judge(Drawn drawn, String id, double[] point, Reference truth) {
        Prepared gradient =
                Methods.of(id).gradient(Problem.of(drawn.expr(), variables(drawn.expr()), variables(drawn.expr())));
        double[] values = new double[2];
        gradient.at(point.clone(), values);
        var roundOff = new RoundOff(gradient.program().orElseThrow(), point);
        for (int i = 0; i < 2; i++) {
            Enclosure partial = truth.gradient().get(i);
            double bound = roundOff.bound(i);
            if (Double.isFinite(values[i]) && Double.isFinite(bound) && bound < 1e-6 * Math.abs(values[i])) {
                assertTrue(
                        !partial.isUndefined() || isClaimedElsewhere(drawn, id),
                        id + " returned " + values[i] + " where there is no derivative");
                if (partial.isNumber() && partial.accurateTo(20)) {
                    double error = partial.absoluteError(values[i]);
                    assertTrue(
                            error <= 2 * bound + Double.MIN_NORMAL,
                            id + " at " + Arrays.toString(point) + ": " + values[i] + ", error " + error + ", bound "
                                    + bound);
                }
            }
        }
    }

    /** What is simplified under conditions is claimed where they hold, and not at the ends of those domains. */
    private static boolean isClaimedElsewhere(Drawn drawn, String id) {
        return id.equals("symbolic.simplified")
                && !Simplifier.simplify(drawn.expr(), SimplificationLevel.FULL)
                        .conditions()
                        .isEmpty();
    }

    /** The variables as they occur in the expression, x before y. */
    private static List<Expr.Var> variables(Expr f) {
        List<Expr.Var> own = f.variables();
        return XY.stream()
                .map(v -> own.stream()
                        .filter(o -> o.name().equals(v.name()))
                        .findFirst()
                        .orElse(v))
                .toList();
    }

    /** The error that an enclosure reports for a double is the distance that exact arithmetic finds from its ends. */
    @ParameterizedTest
    @MethodSource("expressions")
    void reported_errors_lie_between_the_distances_from_the_ends(Drawn drawn) {
        var k = new Enclosures(40);
        var list = WengertList.of(drawn.expr(), XY);
        List<Enclosure> inputs = exact(POINTS[0]).stream().map(Enclosure::of).toList();
        Enclosure truth = list.in(k, inputs).get(0);
        double value = new Evaluator(list).run(POINTS[0]);
        if (truth.isNumber() && Double.isFinite(value) && truth.accurateTo(30) && Math.abs(value) < 1e300) {
            BigDecimal reported = new BigDecimal(truth.absoluteError(value));
            Rational low = Rational.of(value).minus(truth.lower()).abs();
            Rational high = Rational.of(value).minus(truth.upper()).abs();
            double least = truth.contains(Rational.of(value)) ? 0 : Math.min(low.doubleValue(), high.doubleValue());
            double most = Math.max(low.doubleValue(), high.doubleValue());
            double slack = 1e-6 * most + Double.MIN_NORMAL;
            assertTrue(
                    reported.doubleValue() >= least - slack && reported.doubleValue() <= most + slack,
                    least + " " + reported.doubleValue() + " " + most);
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void interpreter_and_byte_code_compute_the_same_bits_as_the_algebra_of_reals(Drawn drawn) {
        var list = WengertList.of(drawn.expr(), XY);
        for (double[] point : POINTS) {
            double generic = list.in(
                            DoubleAlgebra.ALGEBRA, Arrays.stream(point).boxed().toList())
                    .get(0);
            assertEquals(generic, Evaluator.interpreted(list).run(point));
            assertEquals(generic, Evaluator.compiled(list).run(point));
        }
    }

    /** Simplification keeps the value where the original has one, is idempotent, and does not enlarge the tree. */
    @ParameterizedTest
    @MethodSource("expressions")
    void simplifying_keeps_the_value_and_is_idempotent(Drawn drawn) {
        Expr simple = Simplifier.simplify(drawn.expr());
        assertTrue(Simplifier.simplify(simple).sameAs(simple), () -> simple + " -> " + Simplifier.simplify(simple));
        var k = new Enclosures(60);
        var before = WengertList.of(drawn.expr(), XY);
        var after = WengertList.of(simple, XY);
        for (double[] point : POINTS) {
            List<Enclosure> inputs = exact(point).stream().map(Enclosure::of).toList();
            Enclosure original = before.in(k, inputs).get(0);
            Enclosure simplified = after.in(k, inputs).get(0);
            if (original.isNumber()) {
                assertTrue(
                        simplified.isUndecided() || simplified.isNumber() && simplified.overlaps(original),
                        () -> simple + " at " + Arrays.toString(point));
            }
        }
    }

    /** A program written by a folding writer has the value of the list it was written from. */
    @ParameterizedTest
    @MethodSource("expressions")
    void folding_changes_at_most_what_it_says(Drawn drawn) {
        var list = WengertList.of(drawn.expr(), XY);
        var writer = ListBuilder.folding();
        var inputs = new ArrayList<Integer>(List.of(writer.input("x"), writer.input("y")));
        var folded = writer.finish(list.in(writer, inputs).get(0));
        for (double[] point : POINTS) {
            double plain = new Evaluator(list).run(point);
            double short_ = new Evaluator(folded).run(point);
            double bound = new RoundOff(list, point).bound(0);
            if (Double.isFinite(plain) && Double.isFinite(bound)) {
                assertEquals(plain, short_, 2 * bound + Double.MIN_NORMAL);
            }
        }
    }

    @Test
    void folding_saves_operations() {
        long plain = 0;
        long folded = 0;
        for (Drawn drawn : RandomExpressions.draw(500, 10).toList()) {
            var list = WengertList.of(drawn.expr(), XY);
            var writer = ListBuilder.folding();
            var inputs = new ArrayList<Integer>(List.of(writer.input("x"), writer.input("y")));
            plain += list.operations();
            folded += writer.finish(list.in(writer, inputs).get(0)).operations();
        }
        assertTrue(folded < plain, folded + " of " + plain);
    }

    @Test
    void mixed_partial_derivatives_commute_in_enclosures() {
        var k = new Enclosures(60);
        int checked = 0;
        for (Drawn drawn : RandomExpressions.draw(300, 7).toList()) {
            var list = WengertList.of(drawn.expr(), XY);
            var duals = new tridiff.autodiff.forward.Duals<>(k);
            Enclosure x = Enclosure.of(Rational.of(POINTS[0][0]));
            Enclosure y = Enclosure.of(Rational.of(POINTS[0][1]));
            Enclosure xy = Adjoints.gradient(list, duals, List.of(duals.seeded(x), duals.parameter(y)))
                    .get(1)
                    .tangent();
            Enclosure yx = Adjoints.gradient(list, duals, List.of(duals.parameter(x), duals.seeded(y)))
                    .get(0)
                    .tangent();
            if (xy != null && yx != null && xy.isNumber() && yx.isNumber()) {
                assertTrue(xy.overlaps(yx), drawn.toString());
                checked++;
            }
        }
        assertTrue(checked > 60, "only " + checked);
    }
}
