package tridiff.wengert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tridiff.expr.Algebra;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;

/**
 * A sum or an iteration as one operation of a {@link WengertList}: a short list, its body, run for each index of a range.
 *
 * <p>It is differentiated as what it is ({@link LoopTangents}) and run as a loop, so that its size is that of the body, however
 * often it runs. In an algebra that does not write programs it is carried out term by term. Immutable.
 *
 * <p>The inputs of the body are the index, then the states, then parameters. There are three kinds:
 *
 * <ul>
 *   <li>A <em>sum</em> has no states. Its results are the sums of the results of the body.
 *   <li>An <em>iteration</em> has as many results as states, and its body yields the next states.
 *   <li>An <em>adjoint</em> is an iteration with a second body, run from the last index to the first, whose inputs are those of the
 *       first body, at the states that it had there, and then the adjoints; it yields the next adjoints, which are the results.
 * </ul>
 *
 * @param from the first index
 * @param to the last index
 * @param states how many states it carries along
 * @param body what it repeats; its inputs are the index, states and parameters
 * @param backward the second body of an adjoint; else null
 * @param names of the index and the states, where somebody gave them; they do not distinguish loops
 */
public record Loop(
        Kind kind, long from, long to, int states, WengertList body, WengertList backward, List<String> names) {

    /** What it does with the results of its body. */
    public enum Kind {
        SUM,
        ITERATION,
        ADJOINT
    }

    /** Repetitions times lines that are carried out one by one in another algebra than that of doubles. */
    static final long MOST_STEPS = 1_000_000;

    private static final long MOST_OPERATIONS = Long.MAX_VALUE / (1 << 20); // stands for itself and everything above

    /** A body that knows that its first input is a whole number. */
    private static WengertList indexed(WengertList list, long from) {
        if (list == null) {
            return null;
        }
        long[] least = WholeNumbers.none(list.inputCount());
        least[0] = from;
        return list.inOrderOfUse().withWholeInputs(least);
    }

    /**
     * The same loop, knowing which of its parameters are whole numbers; of its states nothing is known.
     *
     * @param least bounds from below of its arguments
     */
    Loop withWholeArguments(long[] least) {
        return new Loop(kind, from, to, states, told(body, least), told(backward, least), names);
    }

    private WengertList told(WengertList list, long[] least) {
        if (list == null) {
            return null;
        }
        long[] inputs = WholeNumbers.none(list.inputCount());
        inputs[0] = from;
        System.arraycopy(least, states, inputs, 1 + states, parameters());
        return list.withWholeInputs(inputs);
    }

    public static Loop sum(long from, long to, WengertList body, List<String> names) {
        return new Loop(Kind.SUM, from, to, 0, indexed(body, from), null, names);
    }

    public static Loop iteration(long from, long to, WengertList body, List<String> names) {
        return new Loop(Kind.ITERATION, from, to, body.outputCount(), indexed(body, from), null, names);
    }

    public static Loop adjoint(Loop iteration, WengertList backward) {
        return new Loop(
                Kind.ADJOINT,
                iteration.from,
                iteration.to,
                iteration.states,
                iteration.body,
                indexed(backward, iteration.from),
                iteration.names);
    }

    /** Whether this is the iteration that an adjoint walks back through. */
    public boolean isWayForthOf(Loop adjoint) {
        return kind == Kind.ITERATION
                && adjoint.kind == Kind.ADJOINT
                && from == adjoint.from
                && to == adjoint.to
                && body.isSameAs(adjoint.body);
    }

    /** The same loop with other bodies. */
    public Loop with(WengertList newBody, WengertList newBackward) {
        int newStates = kind == Kind.SUM ? 0 : newBody.outputCount();
        return new Loop(kind, from, to, newStates, indexed(newBody, from), indexed(newBackward, from), names);
    }

    /** How often the body runs. */
    public long count() {
        return Math.max(0, Math.subtractExact(to, from) + 1);
    }

    /** How many numbers it yields. */
    public int results() {
        return kind == Kind.ADJOINT ? backward.outputCount() : body.outputCount();
    }

    /** How many numbers it takes: states first, then parameters, then adjoints. */
    public int arguments() {
        return kind == Kind.ADJOINT ? backward.inputCount() - 1 : body.inputCount() - 1;
    }

    /** The same with the results of its body rewritten as formulas; of a sum or an iteration. */
    public Loop rewritten(UnaryOperator<Expr> formula) {
        List<Expr.Var> inputs = body.inputs().stream().map(Expr::unchecked).toList();
        List<Expr> results = body.in(Expressions.ALGEBRA, List.copyOf(inputs)).stream()
                .map(formula)
                .toList();
        return with(WengertList.of(results, inputs), null);
    }

    /**
     * One of several sums alone.
     *
     * @param arguments which arguments of the whole it needs
     */
    public record Part(Loop loop, List<Integer> arguments) {}

    /** The sums of a loop one by one, each with what it needs. */
    public List<Part> sums() {
        return IntStream.range(0, results()).mapToObj(this::sum).toList();
    }

    private Part sum(int result) {
        boolean[] needed = Dependence.neededFor(body, body.output(result));
        var writer = ListBuilder.verbatim();
        var inputs = new ArrayList<Integer>(List.of(writer.input("i")));
        var arguments = new ArrayList<Integer>();
        for (int line = 0; line < body.size(); line++) {
            if (body.kinds[line] == OpKind.INPUT
                    && !body.input(line).equals(body.inputs().get(0))) {
                if (needed[line]) {
                    arguments.add(inputs.size() - 1);
                }
                inputs.add(needed[line] ? writer.input("p" + inputs.size()) : null);
            }
        }
        List<Integer> lines = body.sweep(writer, inputs, line -> needed[line], line -> null);
        WengertList alone = writer.finish(lines.get(body.output(result)));
        return new Part(Loop.sum(from, to, alone, names), arguments);
    }

    /** What it runs: the inputs of each are the index and then others. */
    public List<WengertList> bodies() {
        return backward == null ? List.of(body) : List.of(body, backward);
    }

    /** What it is, in a picture: sum 1…9. */
    public String label() {
        String name =
                switch (kind) {
                    case SUM -> "sum ";
                    case ITERATION -> "iterate ";
                    case ADJOINT -> "back ";
                };
        return name + from + "…" + to;
    }

    /** How many of its arguments are the same for each repetition. */
    public int parameters() {
        return body.inputCount() - 1 - states;
    }

    /** Whether anything in it may jump. */
    public boolean mayJump() {
        return bodies().stream().anyMatch(WengertList::mayJump);
    }

    /** Scalar operations of one run; those of the body for each index, and in an adjoint its first body twice. */
    long operations() {
        long once = body.operations() + (kind == Kind.SUM ? body.outputCount() : 0);
        long all = kind == Kind.ADJOINT ? 2 * once + backward.operations() : once;
        return all == 0 || count() <= MOST_OPERATIONS / all ? count() * all : MOST_OPERATIONS;
    }

    /** Lines carried out in one run, those of loops inside included. */
    private long steps() {
        long once = 1;
        for (WengertList list : bodies()) {
            for (int i = 0; i < list.size(); i++) {
                once += list.beginsLoop(i) ? list.loop(i).steps() : 1;
            }
        }
        return once <= MOST_OPERATIONS / Math.max(1, count()) ? once * count() : MOST_OPERATIONS;
    }

    /**
     * Its results in any algebra: as one operation where the algebra has loops, else term by term.
     *
     * @throws Refusal if that would take more than a million steps
     */
    public <T> List<T> in(Algebra<T> k, List<T> arguments) {
        if (k instanceof LoopAlgebra<T> whole) {
            return whole.loop(this, arguments);
        }
        if (steps() > MOST_STEPS) {
            throw new Refusal(Said.of("wengert.refusal.loop", count()));
        }
        return switch (kind) {
            case SUM -> sum(k, arguments);
            case ITERATION -> iterate(k, arguments);
            case ADJOINT -> backwards(k, arguments);
        };
    }

    private <T> List<T> sum(Algebra<T> k, List<T> arguments) {
        var totals = new ArrayList<T>(Collections.nCopies(results(), null));
        for (long i = from; i <= to; i++) {
            List<T> terms = body.in(k, inputs(k, i, arguments));
            for (int j = 0; j < terms.size(); j++) {
                totals.set(j, totals.get(j) == null ? terms.get(j) : k.plus(totals.get(j), terms.get(j)));
            }
        }
        return totals.stream().map(t -> t == null ? k.constant(0) : t).toList();
    }

    private <T> List<T> iterate(Algebra<T> k, List<T> arguments) {
        List<T> now = arguments;
        for (long i = from; i <= to; i++) {
            now = next(k, i, now);
        }
        return now.subList(0, states);
    }

    /** The arguments with the next states. */
    private <T> List<T> next(Algebra<T> k, long i, List<T> arguments) {
        var next = new ArrayList<>(body.in(k, inputs(k, i, arguments.subList(0, body.inputCount() - 1))));
        next.addAll(arguments.subList(states, arguments.size()));
        return next;
    }

    private <T> List<T> backwards(Algebra<T> k, List<T> arguments) {
        var visited = new ArrayList<List<T>>();
        List<T> now = arguments;
        for (long i = from; i <= to; i++) {
            visited.add(now);
            now = next(k, i, now);
        }
        int own = body.inputCount() - 1;
        List<T> adjoints = arguments.subList(own, arguments.size());
        for (long i = to; i >= from; i--) {
            var inputs = new ArrayList<>(visited.get((int) (i - from)).subList(0, own));
            inputs.addAll(adjoints);
            adjoints = backward.in(k, inputs(k, i, inputs));
        }
        return adjoints;
    }

    private static <T> List<T> inputs(Algebra<T> k, long index, List<T> arguments) {
        var inputs = new ArrayList<T>(arguments.size() + 1);
        inputs.add(k.constant(index));
        inputs.addAll(arguments);
        return inputs;
    }

    /** Which results depend on any of the arguments chosen, after any number of repetitions. */
    public boolean[] dependsOn(boolean[] chosen) {
        if (kind == Kind.SUM) {
            return outputsThatDepend(body, shifted(chosen, chosen.length));
        }
        int own = body.inputCount() - 1;
        boolean[] now = shifted(chosen, own);
        fixpoint(body, now, 1);
        if (kind == Kind.ITERATION) {
            return Arrays.copyOfRange(now, 1, 1 + states);
        }
        boolean[] both = Arrays.copyOf(now, 1 + chosen.length);
        System.arraycopy(chosen, own, both, 1 + own, chosen.length - own);
        fixpoint(backward, both, 1 + own);
        return Arrays.copyOfRange(both, 1 + own, both.length);
    }

    /** Behind the index, on which nothing that is differentiated by depends. */
    private static boolean[] shifted(boolean[] chosen, int count) {
        boolean[] inputs = new boolean[count + 1];
        System.arraycopy(chosen, 0, inputs, 1, count);
        return inputs;
    }

    /** Marks the inputs that a list feeds back to itself, from position {@code first} on, until nothing changes. */
    private static void fixpoint(WengertList list, boolean[] inputs, int first) {
        boolean changed = true;
        while (changed) {
            boolean[] outputs = outputsThatDepend(list, inputs);
            changed = false;
            for (int i = 0; i < outputs.length; i++) {
                changed |= outputs[i] && !inputs[first + i];
                inputs[first + i] |= outputs[i];
            }
        }
    }

    private static boolean[] outputsThatDepend(WengertList list, boolean[] inputs) {
        boolean[] depends = list.dependsOn(inputs);
        boolean[] outputs = new boolean[list.outputCount()];
        IntStream.range(0, outputs.length).forEach(i -> outputs[i] = depends[list.output(i)]);
        return outputs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Loop that
                && kind == that.kind
                && from == that.from
                && to == that.to
                && body.isSameAs(that.body)
                && (backward == null ? that.backward == null : backward.isSameAs(that.backward));
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, from, to, body.size(), body.inputCount(), body.outputCount());
    }
}
