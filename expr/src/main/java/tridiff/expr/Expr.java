package tridiff.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An expression: a number, a variable, a function of one or two expressions, or a choice between two.
 *
 * <p>Nodes are immutable and may be shared; {@code x.times(x)} holds x once. Each knows a number given at creation, arguments
 * first, so that the order of numbers is a topological order and nothing needs to recurse over the depth of an expression.
 * Expressions are compared by identity: {@link #sameAs} tells whether two are the same formula.
 */
public abstract sealed class Expr {

    private static final AtomicLong CREATED = new AtomicLong();

    private final long number = CREATED.getAndIncrement();

    /** A number that can be written down: a decimal number that is not negative, or a named constant. */
    public static final class Const extends Expr {
        private final Constant value;

        private Const(Constant value) {
            this.value = value;
        }

        public Constant value() {
            return value;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.constant(value);
        }
    }

    /** A variable, known by its name. */
    public static final class Var extends Expr {
        private final String name;

        private Var(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    /** A function of one expression. */
    public static final class UnaryCall extends Expr {
        private final Unary f;
        private final Expr x;

        private UnaryCall(Unary f, Expr x) {
            this.f = f;
            this.x = x;
        }

        /** The function. */
        public Unary operation() {
            return f;
        }

        @Override
        public List<Expr> parts() {
            return List.of(x);
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.call(f, x);
        }
    }

    /** A function or operator of two expressions. */
    public static final class BinaryCall extends Expr {
        private final Binary f;
        private final Expr x;
        private final Expr y;

        private BinaryCall(Binary f, Expr x, Expr y) {
            this.f = f;
            this.x = x;
            this.y = y;
        }

        /** What is applied to both parts. */
        public Binary operation() {
            return f;
        }

        @Override
        public List<Expr> parts() {
            return List.of(x, y);
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.call(f, x, y);
        }
    }

    /** One expression or another, as a condition says. */
    public static final class Choice extends Expr {
        private final Expr condition;
        private final Expr yes;
        private final Expr no;

        private Choice(Expr condition, Expr yes, Expr no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        public List<Expr> parts() {
            return List.of(condition, yes, no);
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.choice(condition, yes, no);
        }
    }

    /**
     * A sum, a product, or an iteration, whatever the number of repetitions.
     *
     * <p>Its bodies are formulas over variables of their own, which mean nothing outside: its parts are only where the states start
     * and the other variables of the bodies.
     */
    public static final class Repeated extends Expr {

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
        List<String> names() {
            var names = new ArrayList<String>();
            names.add(index == null ? "i" : index.name);
            states.forEach(s -> names.add(s.name));
            return names;
        }

        @Override
        public List<Expr> parts() {
            var parts = new ArrayList<>(starts);
            parts.addAll(free);
            return parts;
        }

        @Override
        <R> R accept(Visitor<R> visitor) {
            return visitor.repeated(this);
        }
    }

    /** Takes an expression apart, one level deep. */
    public interface Visitor<R> {
        R constant(Constant value);

        R variable(Var variable);

        R call(Unary f, Expr x);

        R call(Binary f, Expr x, Expr y);

        R choice(Expr condition, Expr yes, Expr no);

        R repeated(Repeated loop);
    }

    abstract <R> R accept(Visitor<R> visitor);

    /** Takes this expression apart, one level deep. */
    public <R> R match(Visitor<R> visitor) {
        return accept(visitor);
    }

    /** Its number: greater than those of all its parts. */
    public long number() {
        return number;
    }

    /**
     * A variable.
     *
     * @throws IllegalArgumentException if the typed language would not read the name as a variable
     */
    public static Var variable(String name) {
        if (!Parser.isVariable(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a variable");
        }
        return new Var(name);
    }

    /** A variable of a loop, whose name another part of the program has chosen. */
    static Var unchecked(String name) {
        return new Var(name);
    }

    /**
     * The exact number as an expression. One that cannot be written as a literal becomes the formula that is written for it: a
     * negative number a negation, a fraction such as 1/3 a quotient.
     */
    public static Expr constant(Constant c) {
        if (!(c instanceof Rational r)) {
            return new Const(c);
        }
        if (r.signum() < 0) {
            return new UnaryCall(Elementary.NEGATE, constant(r.negate()));
        }
        if (r.isDecimal()) {
            return new Const(r);
        }
        return new BinaryCall(
                Arithmetic.OVER,
                new Const(new Rational(r.numerator(), java.math.BigInteger.ONE)),
                new Const(new Rational(r.denominator(), java.math.BigInteger.ONE)));
    }

    public static Expr constant(long n) {
        return constant(Rational.of(n));
    }

    /** The exact value of a double: 0.1 is 3602879701896397/36028797018963968. For one tenth use {@link Rational}. */
    public static Expr constant(double x) {
        return constant(Rational.of(x));
    }

    public static Expr apply(Unary f, Expr x) {
        return new UnaryCall(f, x);
    }

    public static Expr apply(Binary f, Expr x, Expr y) {
        return new BinaryCall(f, x, y);
    }

    /** {@code yes} where the condition (a {@link Comparison}, or any expression with value 0 or 1) holds, else {@code no}. */
    public static Expr choose(Expr condition, Expr yes, Expr no) {
        return new Choice(condition, yes, no);
    }

    /**
     * The sum of a body over an index: Σ body(i), i = from … to; 0 if there is no such i.
     *
     * @param name of the index in print
     */
    public static Expr sum(String name, long from, long to, Function<Var, Expr> body) {
        return overIndex(Repeated.Kind.SUM, name, from, to, body);
    }

    /** The product of a body over an index; 1 if there is none. */
    public static Expr product(String name, long from, long to, Function<Var, Expr> body) {
        return overIndex(Repeated.Kind.PRODUCT, name, from, to, body);
    }

    private static Expr overIndex(Repeated.Kind kind, String name, long from, long to, Function<Var, Expr> body) {
        Var index = new Var(name);
        return repeated(kind, from, to, index, List.of(), List.of(), List.of(body.apply(index)), 0);
    }

    /**
     * What is left of some states after n steps of a rule.
     *
     * @param names of the states in print
     * @param step the next states from the states
     * @return one expression for each state
     */
    public static List<Expr> iterate(
            long n, List<String> names, List<Expr> starts, Function<List<Var>, List<Expr>> step) {
        List<Var> states = names.stream().map(Var::new).toList();
        List<Expr> next = step.apply(states);
        if (next.size() != states.size() || starts.size() != states.size()) {
            throw new IllegalArgumentException("there are " + states.size() + " states, " + starts.size()
                    + " starts and " + next.size() + " next states");
        }
        if (states.isEmpty()) {
            return List.of();
        }
        var first = (Repeated) repeated(Repeated.Kind.ITERATE, 1, n, null, states, starts, next, 0);
        return IntStream.range(0, states.size())
                .<Expr>mapToObj(i -> i == 0 ? first : new Repeated(first, i))
                .toList();
    }

    private static final long LARGEST_INDEX = 1L << 53;

    /** A loop whose own variables are renamed where the bodies use their names for something else: print must not confuse them. */
    static Expr repeated(
            Repeated.Kind kind,
            long from,
            long to,
            Var index,
            List<Var> states,
            List<Expr> starts,
            List<Expr> bodies,
            int result) {
        if (Math.max(Math.abs(from), Math.abs(to)) > LARGEST_INDEX) {
            throw new IllegalArgumentException("an index runs from -2^53 to 2^53, where every integer is a double");
        }
        var own = new ArrayList<>(states);
        if (index != null) {
            own.add(index);
        }
        Map<String, Integer> holders = holders(own, bodies);
        List<Expr> renamedBodies = bodies;
        for (int i = 0; i < own.size(); i++) {
            Var old = own.get(i);
            if (holders.get(old.name) > 1) {
                var renamed = new Var(unlike(old.name, holders));
                holders.merge(old.name, -1, Integer::sum);
                holders.put(renamed.name, 1);
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
        all.forEach(v -> holders.merge(v.name, 1, Integer::sum));
        return holders;
    }

    private static String unlike(String name, Map<String, Integer> holders) {
        String other = name;
        for (int i = 1; holders.getOrDefault(other, 0) > 0; i++) {
            other = name + "_" + i;
        }
        return other;
    }

    /** This expression with another in place of a variable. */
    public Expr with(Var variable, Expr by) {
        var copies = new HashMap<Long, Expr>();
        var copier = new Visitor<Expr>() {
            private Expr of(Expr e) {
                return copies.get(e.number);
            }

            @Override
            public Expr constant(Constant value) {
                return Expr.constant(value);
            }

            @Override
            public Expr variable(Var v) {
                return v;
            }

            @Override
            public Expr call(Unary f, Expr x) {
                return apply(f, of(x));
            }

            @Override
            public Expr call(Binary f, Expr x, Expr y) {
                return apply(f, of(x), of(y));
            }

            @Override
            public Expr choice(Expr condition, Expr yes, Expr no) {
                return choose(of(condition), of(yes), of(no));
            }

            @Override
            public Expr repeated(Repeated loop) {
                return Expr.repeated(
                        loop.kind,
                        loop.from,
                        loop.to,
                        loop.index,
                        loop.states,
                        loop.starts.stream().map(this::of).toList(),
                        loop.bodies.stream().map(e -> e.with(variable, by)).toList(),
                        loop.result);
            }
        };
        for (Expr e : nodes(List.of(this))) {
            boolean changes = e.parts().stream().anyMatch(part -> copies.get(part.number) != part);
            copies.put(e.number, e == variable ? by : changes ? e.accept(copier) : e);
        }
        return copies.get(number);
    }

    public Expr plus(Expr that) {
        return apply(Arithmetic.PLUS, this, that);
    }

    public Expr minus(Expr that) {
        return apply(Arithmetic.MINUS, this, that);
    }

    public Expr times(Expr that) {
        return apply(Arithmetic.TIMES, this, that);
    }

    public Expr over(Expr that) {
        return apply(Arithmetic.OVER, this, that);
    }

    public Expr power(Expr that) {
        return apply(Arithmetic.POWER, this, that);
    }

    public Expr plus(double that) {
        return plus(constant(that));
    }

    public Expr minus(double that) {
        return minus(constant(that));
    }

    public Expr times(double that) {
        return times(constant(that));
    }

    public Expr over(double that) {
        return over(constant(that));
    }

    public Expr power(long that) {
        return power(constant(that));
    }

    public Expr negate() {
        return apply(Elementary.NEGATE, this);
    }

    /** Its direct parts, left to right; none for numbers and variables. */
    public List<Expr> parts() {
        return List.of();
    }

    /** Every node of these expressions once, arguments before what they are used in. */
    public static List<Expr> nodes(List<? extends Expr> roots) {
        var seen = new NumberMap();
        var found = new ArrayList<Expr>();
        Deque<Expr> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Expr e = open.pop();
            if (seen.put(e.number, 1) < 0) {
                found.add(e);
                for (Expr part : e.parts()) {
                    open.push(part);
                }
            }
        }
        found.sort(Comparator.comparingLong(Expr::number));
        return found;
    }

    /** Its variables by name, in the order in which they first occur in the text. */
    public List<Var> variables() {
        var names = new java.util.LinkedHashMap<String, Var>();
        inOrderOfText(List.of(this)).forEach(v -> names.putIfAbsent(v.name, v));
        return List.copyOf(names.values());
    }

    /** The variables of expressions, each object once, in the order in which they first occur. */
    private static List<Var> inOrderOfText(List<? extends Expr> roots) {
        var seen = new NumberMap();
        var found = new ArrayList<Var>();
        Deque<Expr> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Expr e = open.pop();
            if (seen.put(e.number, 1) >= 0) {
                continue;
            }
            if (e instanceof Var v) {
                found.add(v);
            }
            List<Expr> parts = e.parts();
            for (int i = parts.size() - 1; i >= 0; i--) {
                open.push(parts.get(i));
            }
        }
        return found;
    }

    /** Whether the other expression is the same formula, shared or not; takes time linear in the number of distinct nodes. */
    public boolean sameAs(Expr that) {
        var list = WengertList.of(List.of(this, that), List.of());
        return list.output(0) == list.output(1);
    }

    /** The formula as text, cut after some hundred characters. */
    @Override
    public String toString() {
        return Printer.PLAIN.printUpTo(400, this);
    }
}
