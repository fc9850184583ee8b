package tridiff.wengert.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tridiff.expr.Rational;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;

/** Long sums and sums of products are run by one method for all of them, with the bits of the interpreter. */
class SumsAlongListsTest {

    private static final int N = 2_000;
    private static final int SHORT = 120; // bytes: no room for a loop with its frames and locals

    /** What is added up, of input i and its like. */
    enum Term {
        INPUT((writer, in) -> i -> in.get(i)),
        PRODUCT((writer, in) -> i -> writer.times(in.get(i), in.get(N + i))),
        BACKWARDS((writer, in) -> i -> writer.times(in.get(N - 1 - i), in.get(N + i))),
        NUMBER((writer, in) -> i -> writer.times(writer.constant(Rational.of(i + 1, 3)), in.get(i))),
        ONE_STANDS((writer, in) -> i -> writer.times(in.get(0), in.get(i)));

        private final BiFunction<ListBuilder, List<Integer>, java.util.function.IntFunction<Integer>> term;

        Term(BiFunction<ListBuilder, List<Integer>, java.util.function.IntFunction<Integer>> term) {
            this.term = term;
        }

        /** The sum, and the sum times its first input, so that it is needed further on. */
        WengertList list() {
            var writer = ListBuilder.verbatim();
            List<Integer> inputs = new ArrayList<>(writer.inputs("x", 2 * N));
            var terms = term.apply(writer, inputs);
            Integer sum = writer.times(inputs.get(0), inputs.get(1));
            for (int i = 0; i < N; i++) {
                sum = writer.plus(sum, terms.apply(i));
            }
            return writer.finish(sum, writer.times(sum, inputs.get(0)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void they_have_the_same_bits(Term term) {
        WengertList list = term.list();
        double[] x = new Random(3).doubles(2 * N, -1, 1).toArray();
        for (double special : new double[] {x[7], Double.NaN, Double.POSITIVE_INFINITY, -0.0}) {
            x[7] = special;
            double[] expected = new double[2];
            double[] found = new double[2];
            Evaluator.interpreted(list).run(x, expected);
            Arrays.fill(found, Double.NaN);
            Evaluator.compiled(list).run(x, found);
            assertArrayEquals(expected, found);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INPUT", "PRODUCT", "BACKWARDS", "ONE_STANDS"})
    void they_need_no_code_of_their_own(Term term) {
        int longest = ByteCode.longestMethod(new ExecutionPlan(term.list()), 300);
        assertTrue(longest < SHORT, () -> term + " takes " + longest + " bytes");
    }
}
