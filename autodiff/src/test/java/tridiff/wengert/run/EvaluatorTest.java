package tridiff.wengert.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Algebra;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;

/** The interpreter and the byte code against the algebra of doubles, line by line: the same bits. */
class EvaluatorTest {

    /** A program with chains of sums and products of all kinds, shared and not, over the inputs and two functions. */
    private static WengertList random(long seed, int size) {
        var random = new Random(seed);
        var writer = ListBuilder.verbatim();
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

    @ParameterizedTest
    @CsvSource({"3, 200", "10, 200", "60, 100", "700, 20", "5000, 2", "50000, 1"})
    void all_ways_to_run_a_list_give_the_same_bits(int size, int count) {
        for (long seed = 0; seed < count; seed++) {
            WengertList list = random(seed, size);
            double[] x = new Random(seed).doubles(5, -2, 2).toArray();
            double[] expected = list
                    .in(DoubleAlgebra.ALGEBRA, Arrays.stream(x).boxed().toList())
                    .stream()
                    .mapToDouble(d -> d)
                    .toArray();
            assertArrayEquals(expected, run(Evaluator.interpreted(list), x), "interpreted, seed " + seed);
            assertArrayEquals(expected, run(Evaluator.compiled(list), x), "compiled, seed " + seed);
        }
    }

    /**
     * A program that a loop has written, random but for that: operands from near and far, from the first repetition, from tables, and a
     * repetition that is not like the others.
     */
    private static WengertList repetitive(long seed, int repetitions) {
        var random = new Random(seed);
        int period = 1 + random.nextInt(random.nextBoolean() ? 6 : 25);
        int[] operation = random.ints(period, 0, 8).toArray();
        int[] first = random.ints(period, 0, 10).toArray();
        int[] second = random.ints(period, 0, 10).toArray();
        second[0] = 7;
        int[] back = random.ints(period, 1, 3 * period + 1).toArray();
        var writer = ListBuilder.verbatim();
        var inputs = new ArrayList<Integer>();
        for (int i = 0; i < 2 * repetitions + 5; i++) {
            inputs.add(writer.input("x" + i));
        }
        var lines = new ArrayList<Integer>(List.of(writer.times(inputs.get(0), inputs.get(1))));
        int irregular = random.nextInt(2 * repetitions);
        for (int k = 0; k < repetitions; k++) {
            for (int i = 0; i < period; i++) {
                int x = operand(writer, random, inputs, lines, first[i], k, back[i], period);
                int y = operand(writer, random, inputs, lines, second[i], k, back[period - 1 - i], period);
                lines.add(operation(writer, k == irregular ? 3 : operation[i], x, y));
            }
        }
        int last = lines.get(lines.size() - 1);
        int count = random.nextBoolean() ? 50 : lines.size();
        if (random.nextBoolean()) {
            Collections.shuffle(lines, random);
        }
        int[] results = lines.stream().mapToInt(line -> line).limit(count).toArray();
        results[0] = last;
        results[1] = inputs.get(3);
        return writer.finish(results);
    }

    private static int operand(
            ListBuilder writer,
            Random random,
            List<Integer> inputs,
            List<Integer> lines,
            int way,
            int k,
            int back,
            int period) {
        return switch (way) {
            case 0 -> inputs.get(k);
            case 1 -> inputs.get(inputs.size() - 1 - 2 * k);
            case 2 -> writer.constant(Rational.of(3, 7));
            case 3 -> writer.constant(Rational.of(k, 1000));
            case 4 -> lines.get(0);
            case 5 -> lines.get(Math.max(0, lines.size() - back));
            case 6 -> lines.get(random.nextInt(lines.size()));
            case 8 -> lines.get(Math.min(lines.size() - 1, back % period + 1)); // of the first repetition
            case 9 -> lines.get(lines.size() - 1 - random.nextInt(Math.min(lines.size(), 2 * period)));
            default -> lines.get(lines.size() - 1);
        };
    }

    private static int operation(ListBuilder writer, int operation, Integer x, Integer y) {
        return switch (operation) {
            case 0, 1 -> writer.plus(x, y);
            case 2 -> writer.minus(x, y);
            case 3 -> writer.apply(Elementary.TANH, x);
            case 4 -> writer.choose(writer.apply(Comparison.LESS, x, y), x, y);
            case 5 -> writer.apply(Bivariate.HYPOT, x, y);
            default -> writer.times(x, y);
        };
    }

    @ParameterizedTest
    @CsvSource({"700, 250", "4000, 20", "30000, 6"})
    void a_program_that_repeats_itself_is_compiled_to_the_same_bits(int repetitions, int count) {
        int loops = 0;
        for (long seed = 0; seed < count; seed++) {
            WengertList list = repetitive(seed, repetitions);
            double[] expected = new double[list.outputCount()];
            double[] found = new double[list.outputCount()];
            var interpreted = Evaluator.interpreted(list);
            var compiled = Evaluator.compiled(list);
            for (int run = 0; run < 2; run++) {
                double[] x =
                        new Random(seed + run).doubles(list.inputCount(), -1, 1).toArray();
                interpreted.run(x, expected);
                Arrays.fill(found, Double.NaN);
                compiled.run(x, found);
                assertArrayEquals(expected, found, "seed " + seed + ", run " + run);
            }
            var schedule = new ExecutionPlan(list);
            loops += LoopRerolling.of(schedule, schedule.operations(), 1000).size();
        }
        assertTrue(loops > count / 10, loops + " loops in " + count + " programs");
    }

    /** The gradient of a product: products from the left and from the right, side by side. */
    @ParameterizedTest
    @CsvSource({"60", "150", "900"})
    void chains_that_are_carried_out_side_by_side_give_the_same_bits(int factors) {
        var writer = ListBuilder.verbatim();
        List<Integer> x =
                IntStream.range(0, factors).mapToObj(i -> writer.input("x" + i)).toList();
        WengertList product = writer.finish(x.stream().reduce(writer::times).orElseThrow());
        var gradientWriter = ListBuilder.folding();
        List<Integer> inputs =
                product.inputs().stream().map(gradientWriter::input).toList();
        WengertList gradient = gradientWriter.finish(Adjoints.gradient(product, gradientWriter, inputs).stream()
                .mapToInt(line -> line)
                .toArray());
        double[] point = new Random(1).doubles(factors, 0.5, 1.5).toArray();
        double[] expected = new double[factors];
        double[] found = new double[factors];
        Evaluator.interpreted(gradient).run(point, expected);
        Evaluator.compiled(gradient).run(point, found);
        assertArrayEquals(expected, found);
    }

    /** An operand that stands still may be an operation of the first repetition, which has no value before the loop. */
    @Test
    void what_all_repetitions_take_from_the_first_is_there_in_time() {
        var writer = ListBuilder.verbatim();
        List<Integer> x =
                IntStream.range(0, 301).mapToObj(i -> writer.input("x" + i)).toList();
        Integer sum = writer.constant(0);
        for (int k = 1; k < 301; k++) {
            Integer y = writer.apply(Elementary.SIN, x.get(k));
            for (int i = 0; i < 10; i++) {
                y = writer.plus(writer.times(y, x.get(k)), x.get(k));
            }
            sum = writer.plus(sum, writer.times(y, writer.apply(Elementary.SIN, x.get(1))));
        }
        WengertList list = writer.finish(sum);
        for (int run = 0; run < 2; run++) {
            double[] point = new Random(run).doubles(301).toArray();
            assertEquals(
                    Evaluator.interpreted(list).run(point),
                    Evaluator.compiled(list).run(point));
        }
    }

    /** Products of matrices are thousands of short loops: too many for one method to call. */
    @ParameterizedTest
    @ValueSource(ints = {20, 70})
    void the_product_of_two_matrices_is_the_same_compiled(int n) {
        var writer = ListBuilder.verbatim();
        int[] a = IntStream.range(0, n * n).map(i -> writer.input("a" + i)).toArray();
        int[] b = IntStream.range(0, n * n).map(i -> writer.input("b" + i)).toArray();
        int[] product = new int[n * n];
        for (int i = 0; i < n * n; i++) {
            Integer sum = writer.times(a[i / n * n], b[i % n]);
            for (int k = 1; k < n; k++) {
                sum = writer.plus(sum, writer.times(a[i / n * n + k], b[k * n + i % n]));
            }
            product[i] = sum;
        }
        WengertList list = writer.finish(product);
        double[] point = new Random(1).doubles(list.inputCount()).toArray();
        double[] expected = new double[n * n];
        double[] found = new double[n * n];
        Evaluator.interpreted(list).run(point, expected);
        Evaluator.compiled(list).run(point, found);
        assertArrayEquals(expected, found);
    }

    /** Each operation on inputs that no other takes: more numbers than a class file holds, though few operations. */
    @Test
    void what_no_class_file_can_hold_is_interpreted() {
        var random = new Random(1);
        var writer = ListBuilder.verbatim();
        int[] x = IntStream.range(0, 90_000).map(i -> writer.input("x" + i)).toArray();
        Integer sum = writer.constant(0);
        for (int i = 0; i < 9_900; i++) {
            sum = operation(
                    writer, random.nextInt(3), sum, operation(writer, 6, x[x.length - 1 - 4 * i], x[50_000 - 5 * i]));
        }
        WengertList list = writer.finish(
                IntStream.concat(IntStream.of(sum), IntStream.of(x)).toArray());
        double[] point = random.doubles(x.length).toArray();
        double[] expected = new double[list.outputCount()];
        double[] found = new double[list.outputCount()];
        Evaluator.interpreted(list).run(point, expected);
        Evaluator.compiled(list).run(point, found);
        assertArrayEquals(expected, found);
    }

    /** With few operations in a method, all that are long are loops. */
    @Test
    void no_loop_is_too_long_for_the_compiler() {
        int longest = 0;
        for (long seed = 0; seed < 100; seed++) {
            longest = Math.max(longest, ByteCode.longestMethod(new ExecutionPlan(repetitive(seed, 700)), 100));
        }
        assertTrue(longest > 500 && longest < 8000, longest + " bytes");
    }

    /** Rosenbrock's function of many variables, with its gradient: far above what could be written out. */
    @Test
    void a_long_program_that_repeats_itself_is_byte_code() {
        var writer = ListBuilder.folding();
        int n = 20_000;
        List<Integer> x =
                IntStream.range(0, n).mapToObj(i -> writer.input("x" + i)).toList();
        Integer sum = writer.constant(0);
        for (int i = 0; i + 1 < n; i++) {
            Integer valley = writer.minus(x.get(i + 1), writer.times(x.get(i), x.get(i)));
            Integer floor = writer.minus(writer.constant(1), x.get(i));
            sum = writer.plus(sum, writer.times(writer.constant(100), writer.times(valley, valley)));
            sum = writer.plus(sum, writer.times(floor, floor));
        }
        WengertList value = writer.finish(sum);
        var gradientWriter = ListBuilder.folding();
        List<Integer> inputs =
                value.inputs().stream().map(gradientWriter::input).toList();
        WengertList gradient = gradientWriter.finish(Adjoints.gradient(value, gradientWriter, inputs).stream()
                .mapToInt(line -> line)
                .toArray());
        for (WengertList list : List.of(value, gradient)) {
            double[] point = new Random(1).doubles(n).toArray();
            double[] expected = new double[list.outputCount()];
            double[] found = new double[list.outputCount()];
            Evaluator.interpreted(list).run(point, expected);
            var compiled = Evaluator.compiled(list);
            compiled.run(point, found);
            assertTrue(compiled.isCompiled());
            assertArrayEquals(expected, found);
        }
    }

    /** HotSpot compiles no method of more than 8,000 bytes: then byte code would be slower than the interpreter. */
    @ParameterizedTest
    @CsvSource({"700", "5000", "15000"})
    void no_generated_method_is_too_long_for_the_compiler(int size) {
        int longest = ByteCode.longestMethod(new ExecutionPlan(random(1, size)), 300);
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
