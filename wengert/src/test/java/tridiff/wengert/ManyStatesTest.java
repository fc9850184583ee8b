package tridiff.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Repeated;
import tridiff.expr.text.Parser;

/** Iterations of many states: what belongs to all of them is there once, so that building them takes steps for each, not for each pair. */
class ManyStatesTest {

    private static List<Expr> ring(int n) {
        List<String> names = IntStream.range(0, n).mapToObj(i -> "s" + i).toList();
        List<Expr> starts = IntStream.range(0, n)
                .<Expr>mapToObj(i -> Expr.variable("x" + i))
                .toList();
        return Expr.iterate(10, names, starts, s -> IntStream.range(0, n)
                .mapToObj(i -> s.get(i).times(s.get((i + 1) % n)).plus(Expr.constant(1)))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100, 1_000, 10_000})
    void states_share_their_bodies_and_are_written_as_one_loop(int n) {
        List<Expr> states = ring(n);
        var first = (Repeated) states.get(0);
        states.forEach(s -> assertSame(first.bodies(), ((Repeated) s).bodies()));
        List<Expr> some = List.of(states.get(0), states.get(n / 2), states.get(n - 1));
        var list = WengertList.of(some, List.of());
        assertEquals(n, list.inputCount());
        assertEquals(1, IntStream.range(0, list.size()).filter(list::beginsLoop).count());
        assertEquals(10L * 2 * n, list.operations());
    }

    @Test
    void a_state_is_renamed_where_the_bodies_use_its_name_for_something_else() {
        Expr.Var outside = Expr.variable("s");
        List<Expr> states = Expr.iterate(
                3,
                List.of("s", "t", "s"),
                List.of(Expr.constant(1), Expr.constant(2), Expr.constant(3)),
                s -> List.of(s.get(0).plus(outside), s.get(1).plus(s.get(2)), s.get(2)));
        var list = WengertList.of(states, List.of(outside));
        List<Double> values = list.in(DoubleAlgebra.ALGEBRA, List.of(10.0));
        assertEquals(List.of(31.0, 11.0, 3.0), values);
        List<Expr> read = states.stream().map(s -> Parser.parse(s.toString())).toList();
        assertEquals(values, WengertList.of(read, List.of(outside)).in(DoubleAlgebra.ALGEBRA, List.of(10.0)));
    }
}
