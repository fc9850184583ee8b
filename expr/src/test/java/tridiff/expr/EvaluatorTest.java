package tridiff.expr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interpreter and the byte code against the algebra of doubles, line by line: the same bits. */
class EvaluatorTest {

    /** A program with chains of sums and products of all kinds, shared and not, over the inputs and two functions. */
    private static WengertList random(long seed, int size) {
        var random = new Random(seed);
        var writer = LineWriter.verbatim();
        var lines = new ArrayList<Integer>();
        for (int i = 0; i < 5; i++) {
            lines.add(writer.input("x" + i));
        }
        lines.add(writer.constant(Rational.of(-3, 7)));
        lines.add(writer.constant(Rational.of(2)));
        for (int i = 0; i < size; i++) {
            boolean recent = random.nextInt(3) > 0;
            int x = lines.get(recent ? lines.size() - 1 : random.nextInt(lines.size()));
            int y = lines.get(random.nextInt(lines.size()));
            lines.add(
                    switch (random.nextInt(12)) {
                        case 0 -> writer.apply(Elementary.SIN, (Integer) x);
                        case 1 -> writer.negate(x);
                        case 2 -> writer.over(x, y);
                        case 3 -> writer.choose(writer.apply(Comparison.LESS, (Integer) x, (Integer) y), x, y);
                        case 4, 5 -> writer.minus(x, y);
                        case 6, 7, 8 -> writer.times(x, y);
                        default -> random.nextBoolean() ? writer.plus(x, y) : writer.plus(y, x);
                    });
        }
        int last = lines.size() - 1;
        return writer.finish(lines.get(last), lines.get(last / 2), lines.get(last), lines.get(0), lines.get(5));
    }

    private static double[] run(Evaluator evaluator, double[] x) {
        double[] results = new double[5];
        evaluator.run(x, results);
        return results;
    }

    /** The results in one of 150 lanes, the others of which have other points. */
    private static double[] lane(WengertList list, double[] x, int lane) {
        double[][] points = new double[5][];
        Arrays.setAll(points, i -> new Random(i).doubles(150).toArray());
        for (int i = 0; i < 5; i++) {
            points[i][lane] = x[i];
        }
        double[][] results = new double[5][150];
        new Lanes(list).run(points, results, 150);
        return Arrays.stream(results).mapToDouble(row -> row[lane]).toArray();
    }

    @ParameterizedTest
    @CsvSource({"3, 200", "10, 200", "60, 100", "700, 20", "5000, 2", "50000, 1"})
    void all_ways_to_run_a_list_give_the_same_bits(int size, int count) {
        for (long seed = 0; seed < count; seed++) {
            WengertList list = random(seed, size);
            double[] x = new Random(seed).doubles(5, -2, 2).toArray();
            double[] expected = list.in(Reals.ALGEBRA, Arrays.stream(x).boxed().toList()).stream()
                    .mapToDouble(d -> d)
                    .toArray();
            assertArrayEquals(expected, run(Evaluator.interpreted(list), x), "interpreted, seed " + seed);
            assertArrayEquals(expected, run(Evaluator.compiled(list), x), "compiled, seed " + seed);
            assertArrayEquals(expected, lane(list, x, (int) (seed % 150)), "in lanes, seed " + seed);
        }
    }

    /** HotSpot compiles no method of more than 8,000 bytes: then byte code would be slower than the interpreter. */
    @ParameterizedTest
    @CsvSource({"700", "5000", "15000"})
    void no_generated_method_is_too_long_for_the_compiler(int size) {
        int longest = ByteCode.longestMethod(new Schedule(random(1, size)));
        assertTrue(longest > 500 && longest < 7000, longest + " bytes");
    }

    @Test
    void a_function_of_ones_own_is_called_from_byte_code() {
        Unary twice = new Unary() {
            @Override
            public double of(double x) {
                return 2 * x;
            }

            @Override
            public <T> T derivative(Algebra<T> k, T x, T y) {
                return k.constant(2);
            }

            @Override
            public String symbol() {
                return "twice";
            }
        };
        Expr x = Expr.variable("x");
        var list = WengertList.of(Expr.apply(twice, x).plus(Functions.gamma(x)), List.of());
        assertEquals(8.0, Evaluator.compiled(list).run(new double[] {3}));
    }

    @Test
    void a_list_without_operations_yields_its_input_or_its_number() {
        Expr.Var x = Expr.variable("x");
        assertEquals(3, Evaluator.compiled(WengertList.of(x, List.of(x))).run(new double[] {3}));
        assertEquals(
                7,
                Evaluator.compiled(WengertList.of(Expr.constant(7), List.of(x))).run(new double[] {3}));
    }

    @Test
    void a_program_that_is_run_often_is_compiled_in_the_background() throws InterruptedException {
        WengertList list = random(3, 3000);
        var evaluator = new Evaluator(list);
        double[] x = {0.1, 0.2, 0.3, 0.4, 0.5};
        double[] expected = run(Evaluator.interpreted(list), x);
        for (int i = 0; i < 1_000_000 && !evaluator.isCompiled(); i++) {
            assertArrayEquals(expected, run(evaluator, x));
        }
        assertTrue(evaluator.isCompiled());
        assertArrayEquals(expected, run(evaluator, x));
    }

    @Test
    void copies_run_in_threads_of_their_own() throws Exception {
        WengertList list = random(5, 400);
        var evaluator = new Evaluator(list);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var found = new ArrayList<Future<Boolean>>();
            for (int t = 0; t < 8; t++) {
                double[] x = new Random(t).doubles(5).toArray();
                double[] expected = run(Evaluator.interpreted(list), x);
                Evaluator own = evaluator.copy();
                found.add(pool.submit(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        if (!Arrays.equals(expected, run(own, x))) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> same : found) {
                assertTrue(same.get());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void generated_classes_are_unloaded_with_their_evaluator() throws InterruptedException {
        var unloaded = new WeakReference<Object>(Evaluator.compiled(random(9, 50)));
        for (int i = 0; i < 100 && unloaded.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertTrue(unloaded.get() == null);
    }
}
