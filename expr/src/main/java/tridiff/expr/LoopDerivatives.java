package tridiff.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The derivatives of loops, which are loops again.
 *
 * <p>Forwards, tangents are carried along: that of a sum is the sum of the tangents, an iteration gets a state more for every state
 * that depends on the direction. Backwards, a sum has the sum of the gradients of its terms; an iteration goes back through its
 * states, as in reverse mode by hand (Griewank and Walther, Evaluating Derivatives, 2008, section 4.2 and chapter 12).
 */
final class LoopDerivatives {

    private LoopDerivatives() {}

    /**
     * A loop that computes values and tangents.
     *
     * @param active which results of the original have a tangent; the results are all values, then these tangents — but in each
     *     group of states or adjoints, not at the end
     */
    record Tangent(Loop loop, boolean[] active) {}

    /**
     * The arguments of a loop with tangents: in each group (states, parameters, adjoints) all values, then the tangents of those that
     * have one.
     */
    static <T> List<T> arguments(Loop loop, List<T> values, List<T> tangents, boolean[] active) {
        var all = new ArrayList<T>();
        int next = 0;
        for (int size : groups(loop)) {
            all.addAll(values.subList(next, next + size));
            for (int i = next; i < next + size; i++) {
                if (active[i]) {
                    all.add(tangents.get(i));
                }
            }
            next += size;
        }
        return all;
    }

    /** Which arguments need a tangent: those that have one, and states or adjoints that get one on the way. */
    static boolean[] activeArguments(Loop loop, boolean[] given) {
        boolean[] active = given.clone();
        boolean[] results = loop.dependsOn(given);
        if (loop.kind == Loop.Kind.ITERATION) {
            System.arraycopy(results, 0, active, 0, loop.states);
        } else if (loop.kind == Loop.Kind.ADJOINT) {
            int own = loop.body.inputCount() - 1;
            boolean[] first = java.util.Arrays.copyOf(given, own);
            System.arraycopy(
                    Loop.iteration(loop.from, loop.to, loop.body, loop.names).dependsOn(first),
                    0,
                    active,
                    0,
                    loop.states);
            System.arraycopy(results, 0, active, own, results.length);
        }
        return active;
    }

    private static int[] groups(Loop loop) {
        return loop.kind == Loop.Kind.ADJOINT
                ? new int[] {loop.states, loop.parameters(), loop.results()}
                : new int[] {loop.states, loop.parameters()};
    }

    /** The loop that carries tangents of these arguments along. */
    static Tangent tangent(Loop loop, boolean[] active) {
        boolean[] results = loop.dependsOn(active);
        boolean[] ofStates = loop.kind == Loop.Kind.SUM ? results : java.util.Arrays.copyOf(active, loop.states);
        int own = loop.states + loop.parameters();
        int[] groups = groups(loop);
        WengertList body = dual(
                loop, loop.body, java.util.Arrays.copyOf(groups, 2), java.util.Arrays.copyOf(active, own), ofStates);
        WengertList backward = loop.backward == null
                ? null
                : dual(loop, loop.backward, groups, active, java.util.Arrays.copyOfRange(active, own, active.length));
        return new Tangent(loop.with(body, backward), results);
    }

    /**
     * A body in dual numbers, as a list. What has jumped once is undefined from then on: a step of the next repetition has no tangent that
     * would tell, and so each tangent gets 0 times those before it.
     */
    private static WengertList dual(Loop loop, WengertList list, int[] groups, boolean[] active, boolean[] wanted) {
        var writer = LineWriter.folding();
        var duals = new Duals<>(writer);
        var inputs = new ArrayList<Duals.Dual<Integer>>();
        Integer jumped = null;
        boolean again = loop.kind != Loop.Kind.SUM && loop.mayJump();
        inputs.add(duals.parameter(writer.input("i")));
        int next = 0;
        for (int size : groups) {
            int start = next;
            List<Integer> values = IntStream.range(start, start + size)
                    .mapToObj(i -> writer.input("v" + i))
                    .toList();
            for (int i = 0; i < size; i++) {
                Integer tangent = active[start + i] ? writer.input("d" + (start + i)) : null;
                inputs.add(new Duals.Dual<>(values.get(i), tangent));
                if (again && tangent != null) {
                    Integer own = writer.times(writer.constant(0), tangent);
                    jumped = jumped == null ? own : writer.plus(jumped, own);
                }
            }
            next += size;
        }
        List<Duals.Dual<Integer>> results = list.in(duals, inputs);
        var lines = new ArrayList<Integer>();
        results.forEach(r -> lines.add(r.value()));
        for (int i = 0; i < results.size(); i++) {
            if (wanted[i]) {
                Integer tangent = duals.derivative(results.get(i));
                int own = tangent == null ? writer.constant(0) : tangent;
                lines.add(jumped == null ? own : writer.plus(own, jumped));
            }
        }
        return writer.finish(lines.stream().mapToInt(l -> l).toArray());
    }

    /**
     * The adjoint of a sum: the sums of the derivatives by the parameters chosen.
     *
     * <p>Its arguments are those of the sum and then, if there are several, the adjoints of its results; with a single result the
     * derivatives are to be multiplied with its adjoint afterwards.
     */
    static Loop adjointOfSum(Loop sum, boolean[] wanted) {
        var writer = LineWriter.folding();
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0; i < sum.body.inputCount(); i++) {
            inputs.add(writer.input("v" + i));
        }
        var seeds = new ArrayList<Integer>();
        for (int i = 0; i < sum.results(); i++) {
            seeds.add(sum.results() == 1 ? writer.constant(1) : writer.input("w" + i));
        }
        List<Integer> adjoints = sum.body.pullBack(writer, inputs, behindIndex(wanted), seeds);
        int[] lines = IntStream.range(0, wanted.length)
                .filter(i -> wanted[i])
                .map(i -> orZero(writer, adjoints.get(i + 1)))
                .toArray();
        return Loop.sum(sum.from, sum.to, writer.finish(lines), sum.names);
    }

    /**
     * The adjoint of an iteration, with the adjoints of all its states and then of the parameters chosen as what it carries back.
     *
     * @param active which arguments matter; states among them that no other depends on stay without an adjoint of their own
     */
    static Loop adjointOfIteration(Loop iteration, boolean[] active) {
        var writer = LineWriter.folding();
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0; i < iteration.body.inputCount(); i++) {
            inputs.add(writer.input("v" + i));
        }
        int states = iteration.states;
        List<Integer> carried = IntStream.range(0, active.length)
                .mapToObj(i -> i < states || active[i] ? writer.input("w" + i) : null)
                .toList();
        List<Integer> adjoints =
                iteration.body.pullBack(writer, inputs, behindIndex(active), carried.subList(0, states));
        var lines = new ArrayList<Integer>();
        for (int i = 0; i < active.length; i++) {
            if (i < states) {
                lines.add(orZero(writer, adjoints.get(i + 1)));
            } else if (active[i]) {
                Integer more = adjoints.get(i + 1);
                lines.add(more == null ? carried.get(i) : writer.plus(carried.get(i), more));
            }
        }
        return Loop.adjoint(
                iteration, writer.finish(lines.stream().mapToInt(l -> l).toArray()));
    }

    private static boolean[] behindIndex(boolean[] arguments) {
        boolean[] inputs = new boolean[arguments.length + 1];
        System.arraycopy(arguments, 0, inputs, 1, arguments.length);
        return inputs;
    }

    private static int orZero(LineWriter writer, Integer line) {
        return line == null ? writer.constant(0) : line;
    }
}
