package tridiff.expr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an iteration keeps for its way back. */
class TapeTest {

    private static final List<Expr.Var> XY = List.of(Expr.variable("x"), Expr.variable("y"));

    private static final String TEXT = "iterate(30, a, x, sin(a*b)/(2+b), b, y, exp(-a*a)+b/3, a+b)";

    private static Loop back(WengertList program) {
        return IntStream.range(0, program.size())
                .filter(i -> program.beginsLoop(i) && program.loop(i).kind() == Loop.Kind.ADJOINT)
                .mapToObj(program::loop)
                .findFirst()
                .orElseThrow();
    }

    /** Values and pull-backs of an iteration's results, each with the adjoints given. */
    private static WengertList program(WengertList f, double[][] adjoints) {
        var writer = LineWriter.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var lines = new ArrayList<>(f.in(writer, inputs));
        for (double[] seeds : adjoints) {
            lines.addAll(f.pullBack(
                    writer,
                    inputs,
                    new boolean[] {true, true},
                    Arrays.stream(seeds)
                            .mapToObj(w -> w == 0 ? null : writer.constant(Rational.of(w)))
                            .toList()));
        }
        return writer.finish(lines.stream().mapToInt(line -> line).toArray());
    }

    private static boolean calls(WengertList list, Operation f) {
        return IntStream.range(0, list.size()).anyMatch(i -> list.what[i] == f);
    }

    @Test
    void no_function_of_the_states_is_computed_again_on_the_way_back() {
        Loop loop = back(program(WengertList.of(Parser.parse(TEXT), XY), new double[][] {{1}}));
        assertTrue(calls(loop.backward, Elementary.COS));
        assertTrue(calls(loop.backward, Elementary.EXP));
        var tape = new Tape(loop);
        assertFalse(calls(tape.back(), Elementary.COS));
        assertFalse(calls(tape.back(), Elementary.EXP));
        assertTrue(calls(tape.forth(), Elementary.COS));
        assertEquals(loop.body.outputCount() + tape.size(), tape.forth().outputCount());
        assertEquals(loop.backward.inputCount() + tape.size(), tape.back().inputCount());
        assertTrue(tape.forth().operations() + tape.back().operations()
                < loop.body.operations() + loop.backward.operations());
    }

    /** What a single cheap operation brings back is not kept: 2a, for the derivative of a². */
    @Test
    void cheap_values_are_not_kept() {
        Loop loop = back(program(WengertList.of(Parser.parse("iterate(9, a, x, a*a+y)"), XY), new double[][] {{1}}));
        assertEquals(0, new Tape(loop).size());
    }

    /** Several ways back through one iteration, with one body and with two: each the same to the last bit as alone. */
    @Test
    void several_ways_back_take_from_one_iteration() {
        List<Expr> ends = Expr.iterate(
                30,
                List.of("a", "b"),
                List.of(XY.get(0), XY.get(1)),
                s -> List.of(
                        Functions.sin(s.get(0).times(s.get(1))).plus(Expr.constant(Rational.of(1, 2))),
                        Functions.exp(s.get(0).times(s.get(1)).negate())));
        var f = WengertList.of(ends, XY);
        double[][] adjoints = {{1, 0}, {0, 1}, {2, 3}};
        double[] point = {0.4, 0.9};
        for (boolean compiled : new boolean[] {false, true}) {
            double[] together = run(program(f, adjoints), compiled, point);
            for (int i = 0; i < adjoints.length; i++) {
                double[] alone = run(program(f, new double[][] {adjoints[i]}), compiled, point);
                assertArrayEquals(Arrays.copyOfRange(alone, 2, 4), Arrays.copyOfRange(together, 2 + 2 * i, 4 + 2 * i));
                assertTrue(Double.isFinite(alone[2]) && alone[2] != 0);
            }
        }
    }

    private static double[] run(WengertList program, boolean compiled, double[] x) {
        double[] results = new double[program.outputCount()];
        (compiled ? Evaluator.compiled(program) : Evaluator.interpreted(program)).run(x, results);
        return results;
    }
}
