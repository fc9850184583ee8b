package tridiff.compare.properties;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.properties.RandomExpressions.Drawn;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;
import tridiff.reference.enclosure.Enclosure;
import tridiff.reference.enclosure.Enclosures;
import tridiff.symbolic.SimplificationLevel;
import tridiff.symbolic.Simplifier;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Simplification;
import tridiff.symbolic.steps.Steps;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** On random expressions, most of them with holes in their domain: simplifying and differentiating keep what they must. */
class SymbolicPropertiesTest {

    private static final Expr.Var X = Expr.variable("x");
    private static final Expr.Var Y = Expr.variable("y");
    private static final List<Expr.Var> XY = List.of(X, Y);
    private static final double[][] POINTS = {{0.7, 1.3}, {-0.4, 2.5}, {1, 1}, {0, -2}, {0, 0}, {-1, -1}, {3.25, 0.01}};

    private static Stream<Drawn> expressions() {
        return RandomExpressions.draw(900, 9);
    }

    private static Enclosure at(Expr e, double[] point) {
        var k = new Enclosures(60);
        return WengertList.of(e, XY)
                .in(
                        k,
                        Arrays.stream(point)
                                .mapToObj(v -> Enclosure.of(Rational.of(v)))
                                .toList())
                .get(0);
    }

    private static BigInteger size(Expr e) {
        return WengertList.of(e, List.of()).treeSize();
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void simplifying_keeps_values_and_says_where_it_adds_some(Drawn drawn) {
        for (SimplificationLevel effort : List.of(SimplificationLevel.BASIC, SimplificationLevel.FULL)) {
            Simplification s = Simplifier.simplify(drawn.expr(), effort);
            assertTrue(size(s.expr()).compareTo(size(drawn.expr())) <= 0, () -> s.expr()
                    .toString());
            Expr again = Simplifier.simplify(s.expr(), effort).expr();
            assertTrue(again.sameAs(s.expr()), () -> s.expr() + " -> " + again);
            for (double[] point : POINTS) {
                assertKeeps(drawn.expr(), s, point);
            }
        }
    }

    private static void assertKeeps(Expr original, Simplification s, double[] point) {
        Enclosure before = at(original, point);
        Enclosure after = at(s.expr(), point);
        if (before.isNumber()) {
            assertTrue(
                    after.isUndecided() || after.isNumber() && after.overlaps(before),
                    () -> s.expr() + " at " + Arrays.toString(point));
            assertTrue(
                    s.conditions().stream().allMatch(c -> mayHold(c, point)),
                    () -> original + ": " + s.conditions() + " would take away a value at " + Arrays.toString(point));
        }
        if (before.isUndefined() && after.isNumber()) {
            assertTrue(
                    s.conditions().stream().anyMatch(c -> mayFail(c, point)),
                    () -> original + " -> " + s.expr() + " has a value at " + Arrays.toString(point) + ", assumed "
                            + s.conditions());
        }
    }

    private static boolean mayHold(Condition c, double[] point) {
        Enclosure test = at(c.test(), point);
        return test.isUndecided() || test.isNumber() && test.contains(Rational.ONE);
    }

    private static boolean mayFail(Condition c, double[] point) {
        Enclosure test = at(c.test(), point);
        return test.isUndecided() || test.isUndefined() || !test.isNumber() || test.contains(Rational.ZERO);
    }

    @Test
    void mixed_partial_derivatives_commute_after_simplification() {
        var method = SymbolicDerivative.simplified();
        int same = 0;
        int checked = 0;
        for (Drawn drawn : RandomExpressions.draw(250, 6).toList()) {
            Expr xy = method.differentiate(drawn.expr(), List.of(X, Y)).expr();
            Expr yx = method.differentiate(drawn.expr(), List.of(Y, X)).expr();
            same += xy.sameAs(yx) ? 1 : 0;
            for (double[] point : POINTS) {
                Enclosure a = at(xy, point);
                Enclosure b = at(yx, point);
                if (at(drawn.expr(), point).isNumber() && a.isNumber() && b.isNumber()) {
                    assertTrue(a.overlaps(b), drawn + ": " + xy + ", " + yx);
                    checked++;
                }
            }
        }
        assertTrue(checked > 200, "only " + checked);
        assertTrue(same > 150, "the same formula in only " + same + " of 250");
    }

    @Test
    void differentiating_and_simplifying_commute() {
        var method = SymbolicDerivative.simplified();
        for (Drawn drawn : RandomExpressions.draw(300, 7).toList()) {
            Expr first = method.derivative(Simplifier.simplify(drawn.expr()), X);
            Expr last = method.derivative(drawn.expr(), X);
            for (double[] point : POINTS) {
                Enclosure a = at(first, point);
                Enclosure b = at(last, point);
                Enclosure f = at(drawn.expr(), point);
                if (f.isNumber() && a.isNumber() && b.isNumber()) {
                    assertTrue(a.overlaps(b), drawn + ": " + first + ", " + last);
                }
            }
        }
    }

    /** Every step of a derivation is an equation that holds wherever both sides have values. */
    @Test
    void every_step_is_true() {
        for (Drawn drawn : RandomExpressions.draw(150, 6).toList()) {
            SymbolicDerivative.simplified().differentiate(drawn.expr(), List.of(X), new Steps() {
                @Override
                public void differentiated(Said rule, Expr f, Expr.Var x, Expr derivative) {
                    Expr other =
                            SymbolicDerivative.with(SimplificationLevel.BASIC).derivative(f, x);
                    assertSame(rule, derivative, other);
                }

                @Override
                public void simplified(Said rule, Expr before, Expr after) {
                    assertSame(rule, before, after);
                }
            });
        }
    }

    private static void assertSame(Said rule, Expr before, Expr after) {
        for (double[] point : POINTS) {
            Enclosure a = at(before, point);
            Enclosure b = at(after, point);
            if (a.isNumber() && b.isNumber()) {
                assertTrue(a.overlaps(b), rule + ": " + before + " -> " + after + " at " + Arrays.toString(point));
            }
        }
    }

    /** Written out or with shared parts once: the same bits. */
    @Test
    void a_tree_and_its_shared_list_compute_the_same() {
        for (Drawn drawn : RandomExpressions.draw(300, 8).toList()) {
            if (size(drawn.expr()).bitLength() < 16) {
                var tree = new Evaluator(WengertList.asWritten(List.of(drawn.expr()), XY));
                var list = new Evaluator(WengertList.of(drawn.expr(), XY));
                for (double[] point : POINTS) {
                    assertTrue(Double.compare(tree.run(point), list.run(point)) == 0, drawn.toString());
                }
            }
        }
    }
}
