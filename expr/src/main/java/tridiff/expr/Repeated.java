package tridiff.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;

/**
 * A sum, a product, or an iteration, whatever the number of repetitions.
 *
 * <p>Its bodies are formulas over variables of their own, which mean nothing outside: its parts are only where the states start
 * and the other variables of the bodies.
 */
public final class Repeated extends Expr {

    /** What is done with the values of the body. */
    public enum Kind {
        SUM,
        PRODUCT,
        ITERATE
    }

    private final Kind kind;
    private final long from;
    private final long to;
    private final Var index;
    private final List<Var> states;
    private final List<Expr> starts;
    private final List<Expr> bodies;
    private final int result;
    private final List<Var> free;
    private final long repetitions;

    private Repeated(
            Kind kind,
            long from,
            long to,
            Var index,
            List<Var> states,
            List<Expr> starts,
            List<Expr> bodies,
            int result) {
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.index = index;
        this.states = List.copyOf(states);
        this.starts = List.copyOf(starts);
        this.bodies = List.copyOf(bodies);
        this.result = result;
        Set<Var> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(states);
        this.free = inOrderOfText(bodies).stream()
                .filter(v -> v != index && !own.contains(v))
                .toList();
        long inner = nodes(bodies).stream()
                .filter(Repeated.class::isInstance)
                .mapToLong(e -> ((Repeated) e).repetitions)
                .reduce(1, (a, b) -> Math.min(MANY, a + b));
        long count = Math.max(0, to - from + 1);
        this.repetitions = count > MANY / inner ? MANY : count * inner;
    }

    /** Another state of the same iteration; what belongs to all of them is shared. */
    private Repeated(Repeated iteration, int result) {
        this.kind = iteration.kind;
        this.from = iteration.from;
        this.to = iteration.to;
        this.index = iteration.index;
        this.states = iteration.states;
        this.starts = iteration.starts;
        this.bodies = iteration.bodies;
        this.result = result;
        this.free = iteration.free;
        this.repetitions = iteration.repetitions;
    }

    private static final long MANY = 1L << 60;

    /** How often a body runs, those of loops in loops all counted; at most 2^60. */
    public long repetitions() {
        return repetitions;
    }

    public Kind kind() {
        return kind;
    }

    /** The first index. */
    public long from() {
        return from;
    }

    /** The last index. */
    public long to() {
        return to;
    }

    /** The variable that runs from the first to the last index; null in an iteration. */
    public Var index() {
        return index;
    }

    /** The variables that an iteration carries along. */
    public List<Var> states() {
        return states;
    }

    /** Where the states start. */
    public List<Expr> starts() {
        return starts;
    }

    /** The term or factor; of an iteration the next states. */
    public List<Expr> bodies() {
        return bodies;
    }

    /** Which state of an iteration is its value. */
    public int result() {
        return result;
    }

    /** The variables of the bodies that come from outside. */
    public List<Var> free() {
        return free;
    }

    /** The names of its own variables, index first. */
    public List<String> names() {
        var names = new ArrayList<String>();
        names.add(index == null ? "i" : index.name());
        states.forEach(s -> names.add(s.name()));
        return names;
    }

    @Override
    public List<Expr> parts() {
        var parts = new ArrayList<>(starts);
        parts.addAll(free);
        return parts;
    }

    @Override
    public <R> R match(Visitor<R> visitor) {
        return visitor.repeated(this);
    }

    static Expr overIndex(Kind kind, String name, long from, long to, Function<Var, Expr> body) {
        Var index = unchecked(name);
        return of(kind, from, to, index, List.of(), List.of(), List.of(body.apply(index)), 0);
    }

    /** One expression for each state of an iteration. */
    static List<Expr> iteration(long n, List<String> names, List<Expr> starts, Function<List<Var>, List<Expr>> step) {
        List<Var> states = names.stream().map(Expr::unchecked).toList();
        List<Expr> next = step.apply(states);
        if (next.size() != states.size() || starts.size() != states.size()) {
            throw new IllegalArgumentException("there are " + states.size() + " states, " + starts.size()
                    + " starts and " + next.size() + " next states");
        }
        if (states.isEmpty()) {
            return List.of();
        }
        var first = (Repeated) of(Kind.ITERATE, 1, n, null, states, starts, next, 0);
        return IntStream.range(0, states.size())
                .<Expr>mapToObj(i -> i == 0 ? first : new Repeated(first, i))
                .toList();
    }

    private static final long LARGEST_INDEX = 1L << 53;

    /** A loop whose own variables are renamed where the bodies use their names for something else: print must not confuse them. */
    public static Expr of(
            Kind kind,
            long from,
            long to,
            Var index,
            List<Var> states,
            List<Expr> starts,
            List<Expr> bodies,
            int result) {
        if (Math.max(Math.abs(from), Math.abs(to)) > LARGEST_INDEX) {
            throw new IllegalInput(Said.of("expr.parser.index.range"));
        }
        var own = new ArrayList<>(states);
        if (index != null) {
            own.add(index);
        }
        Map<String, Integer> holders = holders(own, bodies);
        List<Expr> renamedBodies = bodies;
        for (int i = 0; i < own.size(); i++) {
            Var old = own.get(i);
            if (holders.get(old.name()) > 1) {
                var renamed = unchecked(unlike(old.name(), holders));
                holders.merge(old.name(), -1, Integer::sum);
                holders.put(renamed.name(), 1);
                own.set(i, renamed);
                renamedBodies =
                        renamedBodies.stream().map(e -> e.with(old, renamed)).toList();
            }
        }
        Var ownIndex = index == null ? null : own.remove(own.size() - 1);
        return new Repeated(kind, from, to, ownIndex, own, starts, renamedBodies, result);
    }

    /** How many different variables have a name: of a loop's own ones and of all in its bodies. */
    private static Map<String, Integer> holders(List<Var> own, List<Expr> bodies) {
        Set<Var> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(own);
        nodes(bodies).stream()
                .filter(Var.class::isInstance)
                .map(Var.class::cast)
                .forEach(all::add);
        var holders = new HashMap<String, Integer>();
        all.forEach(v -> holders.merge(v.name(), 1, Integer::sum));
        return holders;
    }

    private static String unlike(String name, Map<String, Integer> holders) {
        String other = name;
        for (int i = 1; holders.getOrDefault(other, 0) > 0; i++) {
            other = name + "_" + i;
        }
        return other;
    }
}
