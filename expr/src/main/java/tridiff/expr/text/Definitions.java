package tridiff.expr.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tridiff.expr.Expr;
import tridiff.expr.Names;
import tridiff.expr.Repeated;
import tridiff.expr.said.Said;

/** The names that a text has given so far to expressions and functions of its own. A name never means two things. */
final class Definitions {

    /** Expressions, and in how many loops they stand. */
    private record Level(List<Expr> roots, int depth) {}

    /** Words between operands, which cannot be told from names there. */
    private static final Set<String> WORDS = Set.of("let", "and", "or", "not");

    private static final int LENGTH_OF_A_NODE = 5; // written out, about

    private final Parser parser;
    private final Scanner in;
    private final Map<String, Expr> values = new HashMap<>();
    private final Map<String, OwnFunction> functions = new HashMap<>();
    private final Map<String, Expr.Var> parameters = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> idle = new LinkedHashSet<>();
    private String current = "";
    private long expanded;

    Definitions(Parser parser, Scanner in) {
        this.parser = parser;
        this.in = in;
    }

    private boolean isEmpty() {
        return values.isEmpty() && functions.isEmpty() && parameters.isEmpty();
    }

    /** What a name stands for that was defined above, or is a parameter here. */
    Optional<Expr> value(String name) {
        idle.remove(name);
        return Optional.ofNullable(parameters.containsKey(name) ? parameters.get(name) : values.get(name));
    }

    Optional<OwnFunction> function(String name) {
        idle.remove(name);
        return Optional.ofNullable(functions.get(name));
    }

    /** All that can be called. */
    List<String> callable() {
        return Stream.of(
                        parser.table.names().stream(),
                        Arrays.stream(Shorthand.values()).map(Shorthand::symbol),
                        functions.keySet().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Begins the body of a function. */
    void begin(String name, List<String> names) {
        current = name;
        names.forEach(n -> parameters.put(n, Expr.unchecked(n)));
    }

    /** Ends the body of a function. */
    void end(String name, Expr body) {
        int size = size(List.of(body), parser.limits);
        charge(size, in.position());
        functions.put(name, new OwnFunction(name, List.copyOf(parameters.values()), body, size));
        idle.add(name);
        parameters.clear();
        current = "";
    }

    void put(String name, Expr value) {
        values.put(name, value);
        idle.add(name);
    }

    /** The names that were defined and stand nowhere. */
    Set<String> idle() {
        return idle;
    }

    /** Takes note of variables: what is one cannot become something else below. */
    void use(Set<String> variables) {
        used.addAll(variables);
    }

    /** Counts what definitions are expanded to, which grows by powers where each calls the one before twice. */
    void charge(long nodes, int at) {
        expanded += nodes;
        int most = parser.limits.length() / LENGTH_OF_A_NODE;
        if (expanded > most) {
            throw in.error(Said.of("expr.parser.expanded", most), at, Said.of("expr.help.limit.length"))
                    .atLimit();
        }
    }

    /** Counts what a loop repeats, of which every loop has a copy; its variables are its own, and no parameters. */
    void chargeLoop(LoopSyntax loop, List<Expr> given, int at) {
        loop.names(given).filter(parameters::containsValue).findFirst().ifPresent(e -> {
            throw in.error(
                    Said.of("expr.parser.name.parameter", ((Expr.Var) e).name()),
                    at,
                    Said.of("expr.parser.name.other"));
        });
        if (!isEmpty()) {
            charge(size(given, parser.limits), at);
        }
    }

    /** Refuses a name that means something already. */
    void requireFree(String name, int start, boolean callable) {
        Said other = Said.of("expr.parser.name.other");
        if (Names.isConstant(name) || name.equals("π")) {
            throw in.error(Said.of("expr.parser.name.constant", name), start, other);
        }
        boolean function = Parser.isTaken(parser.table, name) && (callable || !Names.isLetter(name));
        if (function || callable && Shorthand.named(name).isPresent()) {
            throw in.error(Said.of("expr.parser.name.function", name), start, other);
        }
        if (WORDS.contains(name) || !Names.isVariable(name) && !Names.isLetter(name)) {
            throw in.error(Said.of("expr.parser.name.word", name), start, other);
        }
        if (values.containsKey(name) || functions.containsKey(name)) {
            throw in.error(Said.of("expr.parser.name.defined", name), start, other);
        }
    }

    /** Refuses a name that was taken for a variable above. */
    void requireUnused(String name, int start) {
        if (used.contains(name)) {
            throw in.error(Said.of("expr.parser.name.used", name), start, Said.of("expr.parser.name.up"));
        }
    }

    /** The mistake of a function that is called in its own definition, or before it; none if it is nowhere defined. */
    Optional<SyntaxError> recursion(String name, int start) {
        if (name.equals(current)) {
            return Optional.of(
                    in.error(Said.of("expr.parser.recursion", name), start, Said.of("expr.parser.recursion.help")));
        }
        var head = Pattern.compile("[;\\n]\\s*(let\\s+)?" + Pattern.quote(name) + "\\s*\\([^()]*\\)\\s*=(?!=)");
        return head.matcher(in.slice(start, in.length())).find()
                ? Optional.of(
                        in.error(Said.of("expr.parser.name.later", name), start, Said.of("expr.parser.recursion.help")))
                : Optional.empty();
    }

    /**
     * How large expressions are: shared parts count once, but the bodies of loops for each loop, since each is written by itself; more
     * than the most allowed if loops are nested deeper than they may be, or as soon as it is known.
     */
    private static int size(List<Expr> roots, Parser.Limits limits) {
        long nodes = 0;
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(roots, 0));
        while (!open.isEmpty() && nodes <= limits.length()) {
            Level level = open.pop();
            List<Expr> found = Expr.nodes(level.roots);
            nodes += level.depth > limits.nesting() ? limits.length() + 1L : found.size();
            for (Expr e : found) {
                if (e instanceof Repeated loop) {
                    open.push(new Level(loop.bodies(), level.depth + 1));
                }
            }
        }
        return (int) Math.min(nodes, limits.length() + 1L);
    }
}
