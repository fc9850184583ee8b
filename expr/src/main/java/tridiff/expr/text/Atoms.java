package tridiff.expr.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tridiff.expr.DataColumn;
import tridiff.expr.Expr;
import tridiff.expr.NamedConstant;
import tridiff.expr.Names;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;

/** What formulas are made of: numbers and names, and what is wrong with a name that stands for nothing. */
final class Atoms {

    private final Parser parser;
    private final Scanner in;
    private final Definitions names;
    private final Map<String, Expr.Var> seen = new HashMap<>();

    Atoms(Parser parser, Scanner in, Definitions names) {
        this.parser = parser;
        this.in = in;
        this.names = names;
    }

    /** The names of the variables so far. */
    Set<String> variables() {
        return seen.keySet();
    }

    /** The variable of that name: the same object wherever it occurs. */
    Expr.Var variable(String name) {
        return seen.computeIfAbsent(name, Expr::variable);
    }

    /** Reads a number. */
    Expr number() {
        int start = in.position();
        Rational exact = in.number();
        double nearest = parser.doubleLiterals ? exact.doubleValue() : 1;
        if (Double.isInfinite(nearest)) {
            throw in.error(
                    Said.of("expr.parser.double"), start, Said.of("expr.help.largest", "1.7976931348623157e308"));
        }
        if (nearest == 0 && !exact.isZero()) {
            throw in.error(Said.of("expr.parser.small"), start, Said.of("expr.help.smallest", "4.9e-324"));
        }
        return Expr.constant(parser.literal(exact));
    }

    /** What a name stands for that is not the name of a function. */
    Expr constantOrVariable(String name, int start) {
        for (NamedConstant c : NamedConstant.values()) {
            if (name.equals(c.symbol()) || name.equals(c.java())) {
                return Expr.constant(c);
            }
        }
        if (name.equals("π")) {
            return Expr.constant(NamedConstant.PI);
        }
        if (Names.isNotANumber(name)) {
            throw in.error(Said.of("expr.parser.number", name), start, Said.of("expr.parser.real"));
        }
        if (name.indexOf('.') >= 0) {
            throw in.error(Said.of("expr.parser.function", name), start, Said.of("expr.parser.function.list"));
        }
        if (!parser.others && !parser.known.isEmpty() && !parser.known.contains(name)) {
            product(name, parser.known).ifPresent(p -> {
                throw in.error(Said.of("expr.parser.name", name), start, Said.of("expr.help.meant", p));
            });
        }
        return variable(name);
    }

    /** The mistake of a name before a parenthesis that is the name of no function. */
    SyntaxError notAFunction(String name, int start) {
        int open = in.position();
        var recursion = names.recursion(name, start);
        if (recursion.isPresent()) {
            return recursion.get();
        }
        boolean value = parser.known.contains(name) || names.value(name).isPresent();
        List<String> columns = parser.table.rows().stream()
                .filter(DataColumn.class::isInstance)
                .map(Operation::symbol)
                .toList();
        if (!columns.isEmpty() && !value && !Names.isConstant(name)) {
            return in.error(
                    Said.of("expr.parser.column.none", name),
                    start,
                    (name.length() < 3 ? Optional.<String>empty() : Spelling.nearest(name, columns))
                            .map(n -> Said.of("expr.help.meant", "'" + n + "'"))
                            .orElse(Said.of("expr.parser.columns", String.join(", ", columns))));
        }
        if (value || name.codePointCount(0, name.length()) == 1 || Names.isConstant(name)) {
            int close = closing(open);
            String product = close < 0 ? name + "*(…)" : name + "*" + in.slice(open, close + 1);
            return in.error(Said.of("expr.parser.not.function", name), start, Said.of("expr.parser.write", product));
        }
        Said help = Elsewhere.meaning(name)
                .or(() -> Spelling.nearest(name, names.callable()).map(n -> "'" + n + "'"))
                .map(n -> Said.of("expr.help.meant", n))
                .orElse(Said.of("expr.parser.function.product", name + "*(…)"));
        return in.error(Said.of("expr.parser.function", name), start, help);
    }

    /** Where the parenthesis that opens here closes, if that is near; else -1. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < Math.min(open + 30, in.length()); i++) {
            int c = in.peek(i - in.position());
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** A name with a letter that looks like another is somebody's slip, unless there is a variable of just that name. */
    void requireFamiliar(String name, int start) {
        if (!parser.known.contains(name)) {
            Unfamiliar.in(name).ifPresent(letter -> {
                int before = name.codePointCount(0, name.indexOf(Character.toString(letter.point())));
                throw in.error(Unfamiliar.unexpected(letter.point()), start + before, letter.help());
            });
        }
    }

    /** The product that a name looks like: xy for x and y, sinx for sin(x). */
    private Optional<String> product(String name, Set<String> variables) {
        for (int i = 1; i < name.length(); i++) {
            String head = name.substring(0, i);
            String tail = name.substring(i);
            boolean rest = variables.contains(tail);
            if (rest && variables.contains(head)) {
                return Optional.of(head + "*" + tail);
            }
            if (rest && parser.table.find(head).isPresent()) {
                return Optional.of(head + "(" + tail + ")");
            }
        }
        boolean letters = name.chars().allMatch(c -> variables.contains(String.valueOf((char) c)));
        return letters ? Optional.of(String.join("*", name.split(""))) : Optional.empty();
    }
}
