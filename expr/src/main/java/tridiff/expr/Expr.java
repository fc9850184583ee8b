package tridiff.expr;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;

/**
 * An expression: a number, a variable, a function of one or two expressions, or a choice between two.
 *
 * <p>Nodes are immutable and may be shared; {@code x.times(x)} holds x once. Each knows a number given at creation, arguments
 * first, so that the order of numbers is a topological order and nothing needs to recurse over the depth of an expression.
 * Expressions are compared by identity: {@link #sameAs} tells whether two are the same formula.
 */
public abstract sealed class Expr permits Expr.Const, Expr.Var, Expr.UnaryCall, Expr.BinaryCall, Expr.Choice, Repeated {

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
        public <R> R match(Visitor<R> visitor) {
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
        public <R> R match(Visitor<R> visitor) {
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
        public <R> R match(Visitor<R> visitor) {
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
        public <R> R match(Visitor<R> visitor) {
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
        public <R> R match(Visitor<R> visitor) {
            return visitor.choice(condition, yes, no);
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

    /** Takes this expression apart, one level deep. */
    public abstract <R> R match(Visitor<R> visitor);

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
        if (!Names.isVariable(name)) {
            throw new IllegalInput(Said.of("expr.entry.name", name));
        }
        return new Var(name);
    }

    /** A variable of a loop or a list, whose name another part of the program has chosen. */
    public static Var unchecked(String name) {
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
                new Const(new Rational(r.numerator(), BigInteger.ONE)),
                new Const(new Rational(r.denominator(), BigInteger.ONE)));
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
        return Repeated.overIndex(Repeated.Kind.SUM, name, from, to, body);
    }

    /** The product of a body over an index; 1 if there is none. */
    public static Expr product(String name, long from, long to, Function<Var, Expr> body) {
        return Repeated.overIndex(Repeated.Kind.PRODUCT, name, from, to, body);
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
        return Repeated.iteration(n, names, starts, step);
    }

    /** This expression with another in place of a variable. */
    public Expr with(Var variable, Expr by) {
        return with(List.of(variable), List.of(by));
    }

    /** This expression with others in place of variables, all at once: what is put in for one may contain another. */
    public Expr with(List<Var> variables, List<? extends Expr> by) {
        var places = new HashMap<Var, Expr>();
        for (int i = 0; i < variables.size(); i++) {
            places.put(variables.get(i), by.get(i));
        }
        return Substitution.of(this, places);
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
        var names = new LinkedHashMap<String, Var>();
        inOrderOfText(List.of(this)).forEach(v -> names.putIfAbsent(v.name, v));
        return List.copyOf(names.values());
    }

    /** The variables of expressions, each object once, in the order in which they first occur. */
    static List<Var> inOrderOfText(List<? extends Expr> roots) {
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
        var numbering = new Numbering();
        return numbering.of(this) == numbering.of(that);
    }

    /** Writes expressions where no notation is asked for: found as a service, for formulas do not know how they are written. */
    public interface Writer {

        /** The expression as text, cut where it would be longer. */
        String text(Expr e, int most);
    }

    /** Found when it is first needed. */
    private static final class Text {
        private static final Writer WRITER = ServiceLoader.load(Writer.class, Writer.class.getClassLoader())
                .findFirst()
                .orElseThrow();
    }

    /** The formula as text, cut after some hundred characters. */
    @Override
    public String toString() {
        return Text.WRITER.text(this, 400);
    }
}
