package tridiff.expr.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.expr.Exact;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;
import tridiff.expr.said.Said;

/** What repeats a body over variables of its own: calls in the typed language whose arguments are not all values. */
enum LoopSyntax implements Operation {
    SUM("sum", "sum(i, 1, 9, i*x)"),
    PRODUCT("prod", "prod(i, 1, 9, x - i)"),
    ITERATE("iterate", "iterate(9, y, x, 4*y*(1-y))");

    /** Says what is wrong with a call, at its place in the text. */
    interface Fault {
        SyntaxError of(Said what, Said help);
    }

    private static final Rational LARGEST = Rational.of(1L << 53);

    private final String symbol;
    private final String example;

    LoopSyntax(String symbol, String example) {
        this.symbol = symbol;
        this.example = example;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    static Optional<LoopSyntax> named(String name) {
        return Arrays.stream(values()).filter(r -> r.symbol.equals(name)).findFirst();
    }

    /** The arguments that are to be variables of its own. */
    Stream<Expr> names(List<Expr> given) {
        return IntStream.range(0, given.size())
                .filter(i -> this == ITERATE ? i % 3 == 1 && i + 2 < given.size() : i == 0)
                .mapToObj(given::get);
    }

    /** The expression of a call with these arguments, in which its own variables are still like any others. */
    Expr of(List<Expr> given, long mostRepetitions, Fault fault) {
        Expr result =
                this == ITERATE ? iteration(given, mostRepetitions, fault) : overIndex(given, mostRepetitions, fault);
        boolean tooMany = Expr.nodes(List.of(result)).stream()
                .anyMatch(e -> e instanceof Repeated r && r.repetitions() > mostRepetitions);
        if (tooMany) {
            throw tooMany(mostRepetitions, fault);
        }
        return result;
    }

    private static SyntaxError tooMany(long most, Fault fault) {
        return fault.of(Said.of("expr.parser.repetitions", most), Said.of("expr.help.limit.repetitions"))
                .atLimit();
    }

    private Expr overIndex(List<Expr> given, long mostRepetitions, Fault fault) {
        Expr.Var index = own(given.get(0), fault);
        Rational first = whole(given.get(1), fault);
        Rational last = whole(given.get(2), fault);
        if (last.minus(first).compareTo(Rational.of(mostRepetitions)) >= 0) {
            throw tooMany(mostRepetitions, fault);
        }
        long from = index(first, fault);
        long to = index(last, fault);
        Function<Expr.Var, Expr> body = i -> given.get(3).with(index, i);
        return this == SUM ? Expr.sum(index.name(), from, to, body) : Expr.product(index.name(), from, to, body);
    }

    /** Name, start and next value of each state; and then, if it is not the first state, what is wanted of them. */
    private Expr iteration(List<Expr> given, long mostRepetitions, Fault fault) {
        if (given.size() % 3 == 0) {
            throw fault.of(Said.of("expr.parser.iterate"), Said.of("expr.help.example", example));
        }
        var states = new ArrayList<Expr.Var>();
        var starts = new ArrayList<Expr>();
        var bodies = new ArrayList<Expr>();
        for (int i = 1; i + 2 < given.size(); i += 3) {
            Expr.Var state = own(given.get(i), fault);
            if (states.contains(state)) {
                throw fault.of(Said.of("expr.parser.state", state.name()), Said.NOTHING);
            }
            states.add(state);
            starts.add(given.get(i + 1));
            bodies.add(given.get(i + 2));
        }
        List<String> names = states.stream().map(Expr.Var::name).toList();
        Rational steps = whole(given.get(0), fault);
        if (steps.compareTo(Rational.of(mostRepetitions)) > 0) {
            throw tooMany(mostRepetitions, fault);
        }
        List<Expr> results = Expr.iterate(index(steps, fault), names, starts, fresh -> bodies.stream()
                .map(e -> e.with(states, fresh))
                .toList());
        return given.size() % 3 == 1
                ? results.get(0)
                : given.get(given.size() - 1).with(states, results);
    }

    private Expr.Var own(Expr e, Fault fault) {
        if (e instanceof Expr.Var v) {
            return v;
        }
        throw fault.of(Said.of("expr.parser.index", symbol), Said.of("expr.help.example", example));
    }

    private Rational whole(Expr e, Fault fault) {
        Rational value = Exact.of(e);
        if (value == null || !value.isInteger()) {
            throw fault.of(Said.of("expr.parser.whole", symbol), Said.of("expr.help.example", example));
        }
        return value;
    }

    private static long index(Rational value, Fault fault) {
        if (value.abs().compareTo(LARGEST) > 0) {
            throw fault.of(Said.of("expr.parser.index.range"), Said.of("expr.parser.index.shift"));
        }
        return value.numerator().longValue();
    }
}
