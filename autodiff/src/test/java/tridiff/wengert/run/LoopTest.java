package tridiff.wengert.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Comparison;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Refusal;
import tridiff.expr.text.Parser;
import tridiff.expr.text.Printer;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.WengertList;

/** Sums, products and iterations: against the same written out, in all algebras, and what they cost. */
class LoopTest {

    private static final double[] POINT = {0.7, 1.3};

    private static WengertList list(String text) {
        Expr f = Parser.parse(text);
        return WengertList.of(f, List.of(Expr.variable("x"), Expr.variable("y")));
    }

    private static List<Double> point() {
        return Arrays.stream(POINT).boxed().toList();
    }

    /** Value and gradient as a program that reverse mode wrote. */
    private static WengertList reverse(WengertList f) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var lines = new ArrayList<>(List.of(f.in(writer, inputs).get(0)));
        lines.addAll(Adjoints.gradient(f, writer, inputs));
        return writer.finish(lines.stream().mapToInt(i -> i).toArray());
    }

    /** The same by one forward sweep for each input. */
    private static WengertList forward(WengertList f) {
        var writer = ListBuilder.folding();
        var duals = new Duals<>(writer);
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var lines = new ArrayList<>(List.of(f.in(writer, inputs).get(0)));
        for (int i = 0; i < inputs.size(); i++) {
            int direction = i;
            List<Duals.Dual<Integer>> seeded = IntStream.range(0, inputs.size())
                    .mapToObj(j -> j == direction ? duals.seeded(inputs.get(j)) : duals.parameter(inputs.get(j)))
                    .toList();
            Integer tangent = f.in(duals, seeded).get(0).tangent();
            lines.add(tangent == null ? writer.constant(0) : tangent);
        }
        return writer.finish(lines.stream().mapToInt(i -> i).toArray());
    }

    private static double[] run(Evaluator evaluator, double... x) {
        double[] results = new double[3];
        evaluator.run(x, results);
        return results;
    }

    // Each loop, and the same written out.
    private static final String LOOPS =
            """
            sum(i, 1, 3, x^i/i) | x + x^2/2 + x^3/3
            sum(i, -1, 1, sin(i*x + y)) | sin(y-x) + sin(y) + sin(x+y)
            sum(i, 1, 0, x) | 0*x
            sum(k, 2, 4, y)*x | 3*y*x
            prod(i, 1, 3, x + i*y) | (x+y)*(x+2*y)*(x+3*y)
            prod(i, 1, 0, x) + y | 1 + y
            iterate(3, z, x, 4*z*(1-z)) | 64*x*(1-x)*(1-2*x)^2*(1-8*x+8*x^2)^2
            iterate(2, z, x, z*y + 1) | (x*y+1)*y+1
            iterate(0, z, x*y, z^2) | x*y
            iterate(2, a, x, a+b, b, y, a*b) | (x+y)+x*y
            iterate(2, b, y, a*b, a, x, a+b) | (x+y)*(x*y)
            iterate(2, b, y, a*b, a, x, a+b, a) | (x+y)+x*y
            iterate(2, a, y, a+1, y, 1, y*2, a*y) + x | (y+2)*4 + x
            iterate(2, a, x, a+b, b, y, a*b, a*b - y) | ((x+y)+x*y)*((x+y)*(x*y)) - y
            iterate(3, a, 1, y*a + 0*b, b, x, b+1) | y^3
            sum(i, 1, 2, prod(j, 1, 2, x + i*j)) | (x+1)*(x+2) + (x+2)*(x+4)
            sum(i, 1, 2, sum(i, 1, 2, i*x)) | 6*x
            sum(i, 1, 3, iterate(2, z, x, z*y+i)) | 3*x*y^2 + 6*y + 6
            iterate(2, z, x, sum(i, 1, 2, z^i)) | (x+x^2) + (x+x^2)^2
            sum(i, 0, 2, if(i < 1, x, y)) | x + 2*y
            prod(i, 1, 2, sum(j, 1, 2, x^i*y^j)) | (x*y+x*y^2)*(x^2*y+x^2*y^2)
            exp(sum(i, 1, 2, i*x)) * x | exp(3*x)*x
            sum(i, 1, 3, i^2) * x | 14*x
            iterate(2, z, 1, z + 1) * y | 3*y
            """;

    static List<String[]> loops() {
        return LOOPS.lines().map(line -> line.split(" \\| ")).toList();
    }

    @Test
    void a_loop_has_the_value_and_the_gradient_of_the_same_written_out() {
        for (String[] row : loops()) {
            WengertList loop = list(row[0]);
            double[] expected = run(Evaluator.interpreted(reverse(list(row[1]))), POINT);
            for (WengertList program : List.of(reverse(loop), forward(loop))) {
                assertArrayEquals(expected, run(Evaluator.interpreted(program), POINT), 1e-13, row[0]);
                assertArrayEquals(
                        run(Evaluator.interpreted(program), POINT), run(Evaluator.compiled(program), POINT), row[0]);
            }
            List<Double> direct = Adjoints.gradient(loop, DoubleAlgebra.ALGEBRA, point());
            assertEquals(expected[1], direct.get(0), 1e-13, row[0]);
            assertEquals(expected[2], direct.get(1), 1e-13, row[0]);
        }
    }

    @Test
    void second_derivatives_by_forward_over_reverse_are_those_of_the_same_written_out() {
        for (String[] row : loops()) {
            double[] expected = hessian(list(row[1]));
            double[] found = hessian(list(row[0]));
            assertArrayEquals(expected, found, 1e-12, row[0] + Arrays.toString(found));
            assertEquals(found[1], found[2], 1e-12, row[0] + ": mixed");
        }
    }

    /** By a program: f_xx, f_xy, f_yx, f_yy. */
    private static double[] hessian(WengertList f) {
        var writer = ListBuilder.folding();
        var duals = new Duals<>(writer);
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        int[] lines = new int[4];
        for (int i = 0; i < 2; i++) {
            int direction = i;
            List<Duals.Dual<Integer>> gradient = Adjoints.gradient(
                    f,
                    duals,
                    IntStream.range(0, 2)
                            .mapToObj(
                                    j -> j == direction ? duals.seeded(inputs.get(j)) : duals.parameter(inputs.get(j)))
                            .toList());
            for (int j = 0; j < 2; j++) {
                Integer tangent = gradient.get(j).tangent();
                lines[2 * i + j] = tangent == null ? writer.constant(0) : tangent;
            }
        }
        double[] results = new double[4];
        Evaluator.compiled(writer.finish(lines)).run(POINT, results);
        return results;
    }

    @Test
    void print_and_parse_are_inverse() {
        for (String[] row : loops()) {
            Expr f = Parser.parse(row[0]);
            assertTrue(Parser.parse(Printer.PLAIN.print(f)).sameAs(f), row[0] + " -> " + f);
            // and again after a detour through a list
            var l = WengertList.of(f, List.of());
            Expr again = l.expression(l.output(0));
            assertTrue(Parser.parse(Printer.PLAIN.print(again)).sameAs(again), row[0] + " -> " + again);
        }
    }

    @Test
    void names_of_loops_do_not_matter_and_mean_nothing_outside() {
        assertTrue(Parser.parse("sum(i, 1, 3, i*x)").sameAs(Parser.parse("sum(k, 1, 3, k*x)")));
        assertEquals(
                List.of("x"),
                Parser.parse("sum(i, 1, 3, i*x)").variables().stream()
                        .map(Expr.Var::name)
                        .toList());
        Expr shadowed = Parser.parse("i*sum(i, 1, 3, i*x)");
        assertEquals(
                List.of("i", "x"),
                shadowed.variables().stream().map(Expr.Var::name).toList());
        assertEquals("i*sum(i, 1, 3, i*x)", shadowed.toString());
        Expr.Var i = Expr.variable("i");
        Expr outer = Expr.sum("i", 1, 3, own -> own.times(i));
        assertEquals("sum(i_1, 1, 3, i_1*i)", outer.toString());
        Expr nested = Expr.sum("i", 1, 2, a -> Expr.sum("i", 1, 2, b -> a.times(b)));
        assertEquals("sum(i, 1, 2, sum(i_1, 1, 2, i*i_1))", nested.toString());
        assertEquals(9.0, Evaluator.compiled(WengertList.of(nested, List.of())).run(new double[0]));
    }

    @Test
    void other_notations() {
        Expr f = Parser.parse("sum(i, 1, 3, x^i) + iterate(4, z, x, z^2)");
        assertEquals(
                "\\sum_{i=1}^{3} {x}^{i} + \\left[\\left(z\\right) \\mapsto \\left({z}^{2}\\right)\\right]^{\\circ 4}\\left(x\\right)",
                Printer.LATEX.print(f));
        assertEquals(
                "Real.sum(1L, 3L, i -> Math.pow(x, i)) + Real.iterate(4L, x, z -> Math.pow(z, 2.0))",
                Printer.JAVA.print(f));
        assertEquals(
                "Real.iterate(2L, new double[] {x, y}, a_b -> new double[] {a_b[0] + a_b[1], a_b[0]*a_b[1]})[0]",
                Printer.JAVA.print(Parser.parse("iterate(2, a, x, a+b, b, y, a*b)")));
    }

    @Test
    void what_is_the_same_in_each_repetition_is_computed_once() {
        WengertList f = list("sum(i, 1, 100, i*exp(sin(x)*y))");
        assertEquals(3 + 200, f.operations(), "sine, product and exponential before the loop; product and sum inside");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 3, 15",
        "10, 4, 14",
        "50, 5, 122",
        "100, 10, 222",
        "1000, 5, 6284",
        "1000, 10, 3636",
        "10000, 10, 57624",
        "1000000, 20, 6815960"
    })
    void walking_back_takes_the_least_steps_there_are(long steps, int snapshots, long published) {
        assertEquals(published, Checkpoints.stepsForward(steps, snapshots));
        var chain = new CountingChain(snapshots);
        Checkpoints.reverse(steps, snapshots, chain);
        assertEquals(published, chain.forward);
        assertEquals(0, chain.nextBack + 1 - (chain.first - steps + 1));
    }

    /** A chain whose state is the number of its step: it can tell whether it is led astray. */
    private static final class CountingChain implements Checkpoints.Chain {
        private final long[] kept;
        private long now;
        private long forward;
        private long first = -1;
        private long nextBack;

        CountingChain(int snapshots) {
            kept = new long[snapshots];
        }

        @Override
        public void store(int snapshot) {
            kept[snapshot] = now;
        }

        @Override
        public void restore(int snapshot) {
            now = kept[snapshot];
        }

        @Override
        public void advance(long from, long to) {
            assertEquals(now, from);
            assertTrue(to > from);
            forward += to - from;
            now = to;
        }

        @Override
        public void back(long step) {
            assertEquals(now, step);
            if (first < 0) {
                first = step;
            } else {
                assertEquals(nextBack, step);
            }
            nextBack = step - 1;
        }
    }

    /** A million steps back and forth, whose states do not all have to be kept; the factor has a closed form. */
    @Test
    void a_long_iteration_is_differentiated_in_little_memory() {
        Expr.Var x = Expr.variable("x");
        Expr.Var y = Expr.variable("y");
        // z ← z·y from x: x·y^n, with the derivatives y^n and n·x·y^(n-1)
        Expr f = Expr.iterate(
                        1_000_000,
                        List.of("z"),
                        List.of(x),
                        s -> List.of(s.get(0).times(y)))
                .get(0);
        double base = 1 + 0x1p-20;
        double[] results = run(Evaluator.compiled(reverse(WengertList.of(f, List.of(x, y)))), 2, base);
        double power = Math.exp(1e6 * Math.log1p(0x1p-20));
        assertArrayEquals(new double[] {2 * power, power, 2e6 * power / base}, results, 1e-9 * 2e6 * power);
    }

    /** With the value in the same program, the way back takes the states from the way forth; alone, it goes there itself. */
    @ParameterizedTest
    @ValueSource(strings = {"iterate(40, z, x, sin(z*y) + y)", "iterate(7, a, x, a*b, b, y, a + sin(b), a - b)"})
    void the_way_back_is_the_same_behind_the_way_forth_and_alone(String text) {
        WengertList both = reverse(list(text));
        var writer = ListBuilder.folding();
        List<Integer> inputs = both.inputs().stream().map(writer::input).toList();
        List<Integer> lines = both.in(writer, inputs);
        WengertList alone = writer.finish(lines.get(1), lines.get(2));
        for (boolean compiled : new boolean[] {false, true}) {
            var first = compiled ? Evaluator.compiled(both) : Evaluator.interpreted(both);
            var second = compiled ? Evaluator.compiled(alone) : Evaluator.interpreted(alone);
            for (double x : new double[] {0.3, -0.8, 0.3}) {
                double[] behind = run(first, x, 0.9);
                double[] itself = new double[2];
                second.run(new double[] {x, 0.9}, itself);
                assertArrayEquals(new double[] {behind[1], behind[2]}, itself);
                assertArrayEquals(behind, run(first.copy(), x, 0.9));
            }
        }
    }

    /** Three thousand times three thousand terms: each loop alone would be short enough. */
    @Test
    void loops_in_loops_count_all_their_steps_in_other_algebras_than_doubles() {
        WengertList nested = list("sum(i, 1, 3000, sum(j, 1, 3000, x*j + y*i))");
        assertThrows(Refusal.class, () -> nested.in(DoubleAlgebra.ALGEBRA, point()));
        assertEquals(
                30 * 465 * (POINT[0] + POINT[1]),
                list("sum(i, 1, 30, sum(j, 1, 30, x*j + y*i))")
                        .in(DoubleAlgebra.ALGEBRA, point())
                        .get(0),
                1e-9);
    }

    /** Threads share the program, not the states that the way forth keeps for the way back; and it is compiled while they run. */
    @Test
    void threads_keep_states_of_their_own() throws Exception {
        WengertList program = reverse(list("iterate(300, z, x, sin(z*y) + y)"));
        var shared = new Evaluator(program);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var same = new ArrayList<Future<Boolean>>();
            for (int thread = 0; thread < 4; thread++) {
                double x = 0.1 * (thread + 1);
                double[] expected = run(Evaluator.interpreted(program), x, 0.9);
                Evaluator own = shared.copy();
                same.add(pool.submit(() -> {
                    for (int i = 0; i < 3_000; i++) {
                        if (!Arrays.equals(expected, run(own, x, 0.9))) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            shared.compile();
            for (Future<Boolean> one : same) {
                assertTrue(one.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_sum_of_a_million_terms_has_a_short_program() {
        Expr.Var x = Expr.variable("x");
        Expr f = Expr.sum("i", 1, 1_000_000, i -> x.over(i.times(i)));
        WengertList program = reverse(WengertList.of(f, List.of(x)));
        assertTrue(program.size() < 10, program.size() + " lines");
        double[] results = new double[2];
        Evaluator.compiled(program).run(new double[] {3}, results);
        assertEquals(Math.PI * Math.PI / 6 - 1e-6, results[1], 1e-12);
    }

    @Test
    void the_sum_and_its_gradient_become_one_loop() {
        WengertList program = reverse(list("sum(i, 1, 50, exp(i*x)/(y+i))*exp(sum(i, 1, 50, cos(i*x)))"));
        WengertList fused = program.withSumsFused();
        long loops = IntStream.range(0, fused.size()).filter(fused::beginsLoop).count();
        assertEquals(1, loops);
        assertTrue(
                IntStream.range(0, program.size()).filter(program::beginsLoop).count() >= 4);
        assertTrue(fused.operations() < 0.75 * program.operations());
        assertArrayEquals(run(Evaluator.interpreted(program), 0.1, 2), run(Evaluator.compiled(fused), 0.1, 2));
    }

    @Test
    void a_sum_that_needs_another_waits_for_it() {
        WengertList program = reverse(list("sum(i, 1, 5, sin(i*x*sum(j, 1, 5, cos(j*y))))"));
        assertArrayEquals(
                run(Evaluator.interpreted(program), POINT), run(Evaluator.compiled(program.withSumsFused()), POINT));
    }

    @Test
    void reverse_mode_twice_through_an_iteration_is_refused() {
        WengertList program = reverse(list("iterate(3, z, x, z*y)"));
        var writer = ListBuilder.folding();
        List<Integer> inputs = program.inputs().stream().map(writer::input).toList();
        boolean[] all = {true, true};
        List<Integer> seeds = Arrays.asList(null, writer.constant(1), null);
        assertThrows(Refusal.class, () -> Adjoints.pullBack(program, writer, inputs, all, seeds));
    }

    /** Loops with random bodies, with one and two states: value, forward and reverse mode against the same written out. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void random_bodies_agree_with_the_same_written_out(int states) {
        int compared = 0;
        for (int seed = 0; seed < 150; seed++) {
            Loop loop = random(seed, states);
            var rolled = ListBuilder.folding();
            var x = List.of(rolled.input("x"), rolled.input("y"));
            var given = new ArrayList<Integer>();
            for (int i = 0; i < loop.arguments(); i++) {
                given.add(x.get(i % 2));
            }
            WengertList asLoop = rolled.finish(rolled.loop(loop, given).get(0));
            var unrolled = ListBuilder.folding();
            List.of("x", "y").forEach(unrolled::input);
            WengertList writtenOut = unrolled.finish(loop.in(unrolled, given).get(0));
            double[] expected = run(Evaluator.interpreted(reverse(writtenOut)), POINT);
            if (!Arrays.stream(expected).allMatch(d -> Double.isFinite(d) && Math.abs(d) < 1e6)) {
                continue;
            }
            compared++;
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow() + 1;
            WengertList reverse = reverse(asLoop);
            for (WengertList program : List.of(reverse, forward(asLoop), reverse.withSumsFused())) {
                assertArrayEquals(expected, run(Evaluator.interpreted(program), POINT), 1e-9 * scale, "seed " + seed);
                assertArrayEquals(
                        run(Evaluator.interpreted(program), POINT),
                        run(Evaluator.compiled(program), POINT),
                        "seed " + seed);
            }
        }
        assertTrue(compared > 60, "only " + compared);
    }

    private static Loop random(long seed, int states) {
        var random = new Random(seed);
        var writer = ListBuilder.verbatim();
        var lines = new ArrayList<Integer>();
        for (int i = 0; i < 3 + states; i++) {
            lines.add(writer.input("v" + i));
        }
        for (int i = 0; i < 8; i++) {
            Integer a = lines.get(random.nextInt(lines.size()));
            Integer b = lines.get(random.nextInt(lines.size()));
            lines.add(
                    switch (random.nextInt(6)) {
                        case 0 -> writer.apply(Elementary.SIN, a);
                        case 1 -> {
                            Integer apart = writer.plus(b, writer.constant(Rational.of(37, 100))); // never at a jump
                            yield writer.choose(
                                    writer.apply(Comparison.LESS, a, apart), a, writer.apply(Elementary.COS, b));
                        }
                        case 2 -> writer.times(a, b);
                        case 3 -> writer.minus(a, b);
                        case 4 -> writer.over(a, writer.plus(writer.constant(2), writer.times(b, b)));
                        default -> writer.plus(a, b);
                    });
        }
        int[] outputs = new int[states];
        Arrays.setAll(outputs, i -> lines.get(lines.size() - 1 - i));
        WengertList body = writer.finish(outputs);
        return seed % 3 == 0 ? Loop.sum(1, 4, body, List.of("i")) : Loop.iteration(-1, 3, body, List.of("i"));
    }
}
