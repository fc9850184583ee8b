package tridiff.wengert.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.text.Parser;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.WengertList;

/** What an iteration keeps for its way back. */
class StoredValuesTest {

    private static final List<Expr.Var> XY = List.of(Expr.variable("x"), Expr.variable("y"));

    private static final boolean[] BY_X = {true, false};
    private static final boolean[] BY_Y = {false, true};
    private static final boolean[] BY_BOTH = {true, true};

    private static final String TEXT = "iterate(30, a, x, sin(a*b)/(2+b), b, y, exp(-a*a)+b/3, a+b)";

    private static Loop back(WengertList program) {
        return IntStream.range(0, program.size())
                .filter(i -> program.beginsLoop(i) && program.loop(i).kind() == Loop.Kind.ADJOINT)
                .mapToObj(program::loop)
                .findFirst()
                .orElseThrow();
    }

    /** The value and the derivatives by x, by y or by both, each by a way back of its own. */
    private static WengertList program(String text, boolean[]... wanted) {
        var f = WengertList.of(Parser.parse(text), XY);
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var lines = new ArrayList<>(f.in(writer, inputs));
        for (boolean[] by : wanted) {
            lines.addAll(Adjoints.pullBack(f, writer, inputs, by, List.of(writer.constant(1))).stream()
                    .filter(Objects::nonNull)
                    .toList());
        }
        return writer.finish(lines.stream().mapToInt(line -> line).toArray());
    }

    private static boolean calls(WengertList list, Operation f) {
        return IntStream.range(0, list.size()).anyMatch(i -> list.what(i) == f);
    }

    @Test
    void no_function_of_the_states_is_computed_again_on_the_way_back() {
        Loop loop = back(program(TEXT, BY_BOTH));
        assertTrue(calls(loop.backward(), Elementary.COS));
        assertTrue(calls(loop.backward(), Elementary.EXP));
        var tape = new StoredValues(loop);
        assertFalse(calls(tape.back(), Elementary.COS));
        assertFalse(calls(tape.back(), Elementary.EXP));
        assertTrue(calls(tape.forth(), Elementary.COS));
        assertEquals(loop.body().outputCount() + tape.size(), tape.forth().outputCount());
        assertEquals(loop.backward().inputCount() + tape.size(), tape.back().inputCount());
        assertTrue(tape.forth().operations() + tape.back().operations()
                < loop.body().operations() + loop.backward().operations());
    }

    /** What a single cheap operation brings back is not kept: 2a, for the derivative of a². */
    @Test
    void cheap_values_are_not_kept() {
        Loop loop = back(program("iterate(9, a, x, a*a+y)", BY_BOTH));
        assertEquals(0, new StoredValues(loop).size());
    }

    /** Several ways back through one iteration, which keeps what the first one takes: each is the same to the last bit as alone. */
    @Test
    void several_ways_back_take_from_one_iteration() {
        String text = "iterate(30, a, x, sin(a*y)/(2+a) + cos(y*a*a))";
        double[] point = {0.4, 0.9};
        for (boolean compiled : new boolean[] {false, true}) {
            double[] together = run(program(text, BY_X, BY_BOTH, BY_Y), compiled, point);
            double[] byX = run(program(text, BY_X), compiled, point);
            double[] byBoth = run(program(text, BY_BOTH), compiled, point);
            double[] byY = run(program(text, BY_Y), compiled, point);
            assertArrayEquals(new double[] {byX[0], byX[1], byBoth[1], byBoth[2], byY[1]}, together);
            assertEquals(byBoth[1], byX[1], 1e-12 * Math.abs(byX[1]));
            assertEquals(byBoth[2], byY[1], 1e-12 * Math.abs(byY[1]));
            assertTrue(byX[1] != 0 && byY[1] != 0);
        }
    }

    private static double[] run(WengertList program, boolean compiled, double[] x) {
        double[] results = new double[program.outputCount()];
        (compiled ? Evaluator.compiled(program) : Evaluator.interpreted(program)).run(x, results);
        return results;
    }
}
