package tridiff.autodiff.reverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.autodiff.forward.Duals;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Functions;
import tridiff.expr.text.Parser;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** Local derivatives written first: what that saves, and that gradients stay what they are. */
class PreaccumulationTest {

    private static final Expr.Var X = Expr.variable("x");
    private static final Expr.Var Y = Expr.variable("y");

    /** Value and gradient as a program, by the plain sweep or with local derivatives first. */
    private static WengertList program(WengertList f, boolean localFirst) {
        var writer = ListBuilder.folding();
        List<Integer> values =
                f.sweep(writer, f.inputs().stream().map(writer::input).toList());
        boolean[] all = new boolean[f.inputCount()];
        Arrays.fill(all, true);
        var lines = new ArrayList<>(List.of(values.get(f.output(0))));
        lines.addAll(
                localFirst
                        ? Adjoints.preaccumulatedGradient(f, writer, values, all)
                        : Adjoints.gradient(
                                f,
                                writer,
                                f.inputs().stream().map(writer::input).toList(),
                                all));
        return writer.finish(lines.stream().mapToInt(line -> line).toArray());
    }

    private static double[] run(WengertList program, double... x) {
        double[] results = new double[program.outputCount()];
        new Evaluator(program).run(x, results);
        return results;
    }

    /** By forward mode, direction by direction: value and gradient. */
    private static double[] forward(WengertList f, double... x) {
        var duals = new Duals<>(DoubleAlgebra.ALGEBRA);
        double[] results = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            int direction = i;
            List<Duals.Dual<Double>> seeded = IntStream.range(0, x.length)
                    .mapToObj(j -> j == direction ? duals.seeded(x[j]) : duals.parameter(x[j]))
                    .toList();
            Duals.Dual<Double> result = f.in(duals, seeded).get(0);
            results[0] = result.value();
            results[i + 1] = result.tangent() == null ? 0 : result.tangent();
        }
        return results;
    }

    /** z ← 4z·(1 - z): three operations for the value, three for the gradient where the plain sweep takes four; one less where ȳ = 1. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 99})
    void a_step_of_the_logistic_map_takes_three_operations_back(int steps) {
        Expr z = X;
        for (int k = 0; k < steps; k++) {
            z = Expr.constant(4).times(z).times(Expr.constant(1).minus(z));
        }
        var f = WengertList.of(z, List.of(X));
        assertEquals(3L * steps, f.operations());
        assertEquals(7L * steps - 2, program(f, false).operations());
        assertEquals(6L * steps - 1, program(f, true).operations());
    }

    /** 4z, 1 - z, 4·(1 - z) - 4z, and one multiplication with the adjoint. */
    @Test
    void the_body_of_an_iteration_has_a_local_derivative() {
        var f = WengertList.of(Parser.parse("iterate(20, z, x, 4*z*(1-z))"), List.of(X));
        WengertList program = program(f, true);
        int loop = IntStream.range(0, program.size())
                .filter(i -> program.beginsLoop(i) && program.loop(i).kind() == Loop.Kind.ADJOINT)
                .findFirst()
                .orElseThrow();
        assertEquals(5, program.loop(loop).backward().operations());
        assertEquals(0x1p40, run(program, 0)[1]);
    }

    /**
     * What another line needs is no stretch: 1 - x is used again. A stretch within another one and one beside another one are; so is a
     * branch, whose condition masks all of it.
     */
    @ParameterizedTest
    @CsvSource({
        "'4*x*(1-x) + (1-x)', 0.25, 1",
        "'(1-x)*x*(1-x)', 0.25, 0.1875",
        "'sin(x*(2+x))*(3+sin(x*(2+x)))', 0, 6",
        "'x*(1+x) + (x*(1+x))^2', 1, 15",
        "'if(x>1, sqrt(x-1)*(2+sqrt(x-1)), x)', 2, 2",
        "'if(x>1, sqrt(x-1)*(2+sqrt(x-1)), x)', 0.5, 1",
        "'if(x>0, 1/x*(2+1/x), 7*x)', -1, 7",
        "'abs(x)*(1+abs(x))', 0, NaN",
        "'sqrt(x)*(1+sqrt(x))', 0, Infinity"
    })
    void lines_in_and_around_stretches(String text, double x, double derivative) {
        var f = WengertList.of(Parser.parse(text), List.of(X));
        assertEquals(derivative, run(program(f, true), x)[1]);
        assertEquals(derivative, run(program(f, false), x)[1]);
    }

    /** A line inside that is a result has an adjoint of its own. */
    @Test
    void a_result_is_not_inside() {
        Expr inner = Expr.constant(1).minus(X);
        var f = WengertList.of(List.of(Expr.constant(4).times(X).times(inner), inner), List.of(X));
        // 3·(4 - 8x) - 5
        double found = Adjoints.pullBack(
                        f, DoubleAlgebra.ALGEBRA, List.of(0.25), new boolean[] {true}, List.of(3.0, 5.0))
                .get(0);
        assertEquals(1, found);
    }

    /**
     * Functions of two variables with many stretches, all of whose values and derivatives are positive, so that nothing cancels:
     * forward mode and reverse mode agree to a few units in the last place, and fewer operations are taken than by the plain sweep.
     */
    @Test
    void gradients_with_many_stretches_are_those_of_forward_mode() {
        int saved = 0;
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            Expr x = X;
            Expr y = Y;
            for (int step = 0; step < 8; step++) {
                x = random.nextInt(4) == 0 ? joined(random, x, y) : step(random, x);
                y = step(random, y);
            }
            var f = WengertList.of(joined(random, x, y), List.of(X, Y));
            WengertList program = program(f, true);
            saved += program.operations() < program(f, false).operations() ? 1 : 0;
            assertTrue(program.operations() <= program(f, false).operations(), "seed " + seed);
            double[] expected = forward(f, 0.7, 1.3);
            double[] found = run(program, 0.7, 1.3);
            for (int i = 0; i < 3; i++) {
                assertEquals(expected[i], found[i], 60 * Math.ulp(expected[i]), "seed " + seed);
            }
        }
        assertTrue(saved > 200, "only " + saved);
    }

    private static Expr joined(Random random, Expr x, Expr y) {
        return switch (random.nextInt(3)) {
            case 0 -> x.plus(y);
            case 1 -> Functions.log1p(x.times(y));
            default -> x.times(Expr.constant(2).plus(y)).over(Expr.constant(3));
        };
    }

    /** A function that grows slowly, of a value that is used several times. */
    private static Expr step(Random random, Expr z) {
        Expr c = Expr.constant(random.nextInt(1, 5));
        Expr grown =
                switch (random.nextInt(5)) {
                    case 0 -> c.times(z).times(c.plus(z));
                    case 1 -> Functions.sqrt(z).times(c.plus(Functions.sqrt(z)));
                    case 2 -> z.times(z).times(Functions.exp(Functions.log1p(z)));
                    case 3 -> Functions.sinh(Functions.log1p(z)).plus(z.times(c));
                    default -> z.plus(c).times(z.times(z).plus(c)).times(z);
                };
        return random.nextBoolean() ? Functions.log1p(grown) : Functions.sqrt(grown);
    }
}
