package tridiff.autodiff.reverse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.StructuralZeros;

/**
 * The way back through a loop, which is a loop again: a sum has the sum of the gradients of its terms; an iteration goes back through
 * its states, as in reverse mode by hand (Griewank and Walther, Evaluating Derivatives, 2008, section 4.2 and chapter 12).
 */
final class LoopAdjoints {

    private LoopAdjoints() {}

    /**
     * The adjoint of a sum: the sums of the derivatives by the parameters chosen.
     *
     * <p>Its arguments are those of the sum and then, if there are several, the adjoints of its results; with a single result the
     * derivatives are to be multiplied with its adjoint afterwards.
     */
    static Loop ofSum(Loop sum, boolean[] wanted) {
        var writer = ListBuilder.folding();
        var zeros = new StructuralZeros<>(writer);
        List<Integer> inputs = writer.inputs("v", sum.body().inputCount());
        List<Integer> seeds = sum.results() == 1 ? List.of(writer.constant(1)) : writer.inputs("w", sum.results());
        List<Integer> adjoints = Adjoints.pullBack(sum.body(), writer, inputs, behindIndex(wanted), seeds);
        int[] lines = IntStream.range(0, wanted.length)
                .filter(i -> wanted[i])
                .map(i -> zeros.orZero(adjoints.get(i + 1)))
                .toArray();
        return Loop.sum(sum.from(), sum.to(), writer.finish(lines), sum.names());
    }

    /**
     * The adjoint of an iteration, with the adjoints of all its states and then of the parameters chosen as what it carries back.
     *
     * @param active which arguments matter; states among them that no other depends on stay without an adjoint of their own
     */
    static Loop ofIteration(Loop iteration, boolean[] active) {
        var writer = ListBuilder.folding();
        var zeros = new StructuralZeros<>(writer);
        List<Integer> inputs = writer.inputs("v", iteration.body().inputCount());
        int states = iteration.states();
        List<Integer> carried = IntStream.range(0, active.length)
                .mapToObj(i -> i < states || active[i] ? writer.input("w" + i) : null)
                .toList();
        List<Integer> adjoints =
                Adjoints.pullBack(iteration.body(), writer, inputs, behindIndex(active), carried.subList(0, states));
        var lines = new ArrayList<Integer>();
        for (int i = 0; i < active.length; i++) {
            if (i < states) {
                lines.add(zeros.orZero(adjoints.get(i + 1)));
            } else if (active[i]) {
                Integer more = adjoints.get(i + 1);
                lines.add(more == null ? carried.get(i) : writer.plus(carried.get(i), more));
            }
        }
        return Loop.adjoint(iteration, writer.finish(lines));
    }

    private static boolean[] behindIndex(boolean[] arguments) {
        boolean[] inputs = new boolean[arguments.length + 1];
        System.arraycopy(arguments, 0, inputs, 1, arguments.length);
        return inputs;
    }
}
