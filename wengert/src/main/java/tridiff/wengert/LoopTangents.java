package tridiff.wengert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tridiff.expr.Algebra;

/**
 * A loop that carries tangents along, whatever the rules that write them: the tangent of a sum is the sum of the tangents, an iteration
 * gets a state more for every state that depends on the direction (Griewank and Walther, Evaluating Derivatives, 2008, section 4.2).
 */
public final class LoopTangents {

    /**
     * A number and how it changes along a direction.
     *
     * @param tangent null where it does not change
     * @param jump 0 where it is continuous and undefined where it jumps; null where it cannot jump
     */
    public record Carried<T>(T value, T tangent, T jump) {}

    /** Differentiates the body of a loop: its results with their tangents, in which a jump is undefined. */
    public interface Rules {
        List<Carried<Integer>> of(WengertList body, ListBuilder writer, List<Carried<Integer>> inputs);
    }

    /**
     * A loop that computes values and tangents.
     *
     * @param active which results of the original have a tangent; the results are all values, then these tangents — but in each
     *     group of states or adjoints, not at the end
     */
    private record Tangent(Loop loop, boolean[] active) {}

    private final Loop loop;
    private final Rules rules;

    private LoopTangents(Loop loop, Rules rules) {
        this.loop = loop;
        this.rules = rules;
    }

    /** The results of a loop with their tangents. */
    public static <T> List<Carried<T>> of(Loop loop, Algebra<T> k, List<Carried<T>> arguments, Rules rules) {
        return new LoopTangents(loop, rules).in(k, arguments);
    }

    private <T> List<Carried<T>> in(Algebra<T> k, List<Carried<T>> arguments) {
        boolean[] given = new boolean[arguments.size()];
        boolean moves = false;
        for (int i = 0; i < given.length; i++) {
            given[i] = arguments.get(i).tangent != null;
            moves |= given[i];
        }
        List<T> values = arguments.stream().map(Carried::value).toList();
        T jump = arguments.stream()
                .map(Carried::jump)
                .filter(Objects::nonNull)
                .reduce(k::plus)
                .orElse(null);
        if (!moves) {
            return loop.in(k, values).stream()
                    .map(v -> new Carried<>(v, null, jump))
                    .toList();
        }
        boolean[] active = activeArguments(loop, given);
        var zeros = new StructuralZeros<>(k);
        List<T> tangents = arguments.stream().map(d -> zeros.orZero(d.tangent)).toList();
        var both = tangent(active);
        List<T> results = both.loop.in(k, interleaved(values, tangents, active));
        var carried = new ArrayList<Carried<T>>();
        int next = loop.results();
        for (int i = 0; i < loop.results(); i++) {
            T tangent = both.active[i] ? results.get(next++) : null;
            T own = tangent != null && loop.mayJump() ? k.times(k.constant(0), tangent) : null;
            carried.add(new Carried<>(results.get(i), tangent, zeros.sum(jump, own)));
        }
        return carried;
    }

    /** In each group of arguments (states, parameters, adjoints) all values, then the tangents of those that have one. */
    private <T> List<T> interleaved(List<T> values, List<T> tangents, boolean[] active) {
        var all = new ArrayList<T>();
        int next = 0;
        for (int size : groups()) {
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

    /** Which arguments of a loop vary: those given, and states or adjoints that do on the way. */
    public static boolean[] activeArguments(Loop loop, boolean[] given) {
        boolean[] active = given.clone();
        boolean[] results = loop.dependsOn(given);
        if (loop.kind() == Loop.Kind.ITERATION) {
            System.arraycopy(results, 0, active, 0, loop.states());
        } else if (loop.kind() == Loop.Kind.ADJOINT) {
            int own = loop.body().inputCount() - 1;
            boolean[] first = Arrays.copyOf(given, own);
            System.arraycopy(
                    Loop.iteration(loop.from(), loop.to(), loop.body(), loop.names())
                            .dependsOn(first),
                    0,
                    active,
                    0,
                    loop.states());
            System.arraycopy(results, 0, active, own, results.length);
        }
        return active;
    }

    private int[] groups() {
        return loop.kind() == Loop.Kind.ADJOINT
                ? new int[] {loop.states(), loop.parameters(), loop.results()}
                : new int[] {loop.states(), loop.parameters()};
    }

    /** The loop that carries tangents of these arguments along. */
    private Tangent tangent(boolean[] active) {
        boolean[] results = loop.dependsOn(active);
        boolean[] ofStates = loop.kind() == Loop.Kind.SUM ? results : Arrays.copyOf(active, loop.states());
        int own = loop.states() + loop.parameters();
        int[] groups = groups();
        WengertList body = body(loop.body(), Arrays.copyOf(groups, 2), Arrays.copyOf(active, own), ofStates);
        WengertList backward = loop.backward() == null
                ? null
                : body(loop.backward(), groups, active, Arrays.copyOfRange(active, own, active.length));
        return new Tangent(loop.with(body, backward), results);
    }

    /**
     * A body with tangents. What has jumped once is undefined from then on: a step of the next repetition has no tangent that would
     * tell, and so each tangent gets 0 times those before it.
     */
    private WengertList body(WengertList list, int[] groups, boolean[] active, boolean[] wanted) {
        var writer = ListBuilder.folding();
        var inputs = new ArrayList<Carried<Integer>>();
        Integer jumped = null;
        boolean again = loop.kind() != Loop.Kind.SUM && loop.mayJump();
        inputs.add(new Carried<>(writer.input("i"), null, null));
        int next = 0;
        for (int size : groups) {
            int start = next;
            List<Integer> values = IntStream.range(start, start + size)
                    .mapToObj(i -> writer.input("v" + i))
                    .toList();
            for (int i = 0; i < size; i++) {
                Integer tangent = active[start + i] ? writer.input("d" + (start + i)) : null;
                inputs.add(new Carried<>(values.get(i), tangent, null));
                if (again && tangent != null) {
                    Integer own = writer.times(writer.constant(0), tangent);
                    jumped = jumped == null ? own : writer.plus(jumped, own);
                }
            }
            next += size;
        }
        List<Carried<Integer>> results = rules.of(list, writer, inputs);
        var lines = new ArrayList<Integer>();
        results.forEach(r -> lines.add(r.value));
        for (int i = 0; i < results.size(); i++) {
            if (wanted[i]) {
                Integer tangent = results.get(i).tangent;
                int own = tangent == null ? writer.constant(0) : tangent;
                lines.add(jumped == null ? own : writer.plus(own, jumped));
            }
        }
        return writer.finish(lines);
    }
}
