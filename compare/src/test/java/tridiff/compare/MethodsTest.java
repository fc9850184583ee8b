package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Problem;

class MethodsTest {

    @Test
    void the_usual_methods_are_few_and_of_every_family() {
        List<MethodId> usual = Methods.usual();
        assertTrue(usual.size() <= 10 && usual.containsAll(MethodId.listOf("numerical.adaptive", "autodiff.reverse")));
        assertTrue(Methods.ids().containsAll(usual));
        assertTrue(usual.stream().noneMatch(Methods::isPeer));
    }

    @Test
    void every_id_names_the_method_that_bears_it() {
        Methods.ids().forEach(id -> assertEquals(id, Methods.of(id).id()));
    }

    @Test
    void a_pattern_may_fix_the_step_of_methods_that_have_one() {
        assertEquals(
                MethodId.listOf("numerical.forward@1e-5", "numerical.forward@0.001"),
                Methods.matching(List.of("numerical.forward@1e-5", "*.forward@1e-3")));
        assertEquals(
                "numerical.forward@1e-5",
                Methods.of("numerical.forward@1e-5").id().toString());
        assertFalse(Methods.hasStep(MethodId.parse("numerical.adaptive")));
    }

    @Test
    void one_step_for_all_leaves_those_alone_that_choose() {
        assertEquals(
                MethodId.listOf("numerical.central2@1e-300", "numerical.adaptive", "autodiff.forward"),
                Methods.withStep(
                        MethodId.listOf("numerical.central2", "numerical.adaptive", "autodiff.forward"), 1e-300));
    }

    /** A sum of 20,000 squares by all of them: what would take minutes is refused, and reverse mode is not. */
    @Test
    void a_gradient_that_would_take_minutes_is_refused() {
        List<Expr.Var> x =
                IntStream.range(0, 20_000).mapToObj(i -> Expr.variable("x" + i)).toList();
        Expr f = x.stream().map(v -> v.times(v)).reduce(Expr::plus).orElseThrow();
        var prepared = new ArrayList<String>();
        for (Method method : Methods.own()) {
            try {
                method.gradient(Problem.of(f, x, x))
                        .operations()
                        .ifPresent(operations -> assertTrue(operations <= 2e9, method.id() + " " + operations));
                prepared.add(method.id().toString());
            } catch (Refusal refusal) {
                assertTrue(refusal.getMessage().contains("would take"), refusal.getMessage());
            }
        }
        assertEquals(
                List.of(
                        "numerical.forward",
                        "numerical.backward",
                        "numerical.central2",
                        "autodiff.directional",
                        "autodiff.reverse"),
                prepared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numerical.nothing",
                "numerical.adaptive@1e-3",
                "autodiff.*@1e-3",
                "numerical.forward@0",
                "numerical.forward@-1",
                "numerical.forward@NaN",
                "numerical.forward@Infinity",
                "numerical.forward@x",
                "numerical.forward@"
            })
    void what_matches_nothing_is_refused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> Methods.matching(List.of(pattern)));
    }
}
