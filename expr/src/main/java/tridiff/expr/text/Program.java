package tridiff.expr.text;

import java.util.ArrayList;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/**
 * A whole text: definitions, each ended by a semicolon or the end of its line, and then the formula.
 *
 * <p>{@code let s = exp(a)+exp(b)} names an expression, {@code f(u, v) = u*v} a function; let may be left out. A line goes on where an
 * operand is still missing or a parenthesis is open. Variables of one definition are other objects than those of the next, so that
 * the index of a sum catches only what stands in the sum.
 */
final class Program {

    private static final String EXAMPLE = "let s = x^2; s + 1";

    private final Parser parser;
    private final Scanner in;
    private final Definitions names;
    private final List<Said> notes = new ArrayList<>();

    Program(Parser parser, String text) {
        this.parser = parser;
        this.in = new Scanner(text);
        this.names = new Definitions(parser, in);
    }

    Parser.Parsed read() {
        in.skipBlanks();
        if (in.atEnd()) {
            throw in.error(Said.of("expr.parser.empty"), 0, Said.of("expr.help.example.colon", "sin(x)/x"));
        }
        boolean any = false;
        while (definition(any)) {
            any = true;
            in.skipBlanks();
            in.take(';');
            in.skipBlanks();
        }
        if (any && in.atEnd()) {
            throw in.error(Said.of("expr.parser.formula"), in.position(), Said.of("expr.parser.formula.help", EXAMPLE));
        }
        Expr formula = expression(false);
        if (!names.idle().isEmpty()) {
            notes.add(Said.of("expr.note.idle", String.join(", ", names.idle())));
        }
        return new Parser.Parsed(formula, List.copyOf(notes));
    }

    private Expr expression(boolean definition) {
        var reading = new Reading(parser, in, names, definition);
        Expr e = reading.expression();
        notes.addAll(reading.notes());
        return e;
    }

    /** Reads a definition, if one stands here. */
    private boolean definition(boolean afterOthers) {
        int start = in.position();
        boolean let = let();
        int at = in.position();
        String name = in.atName() ? in.name() : "";
        in.skipBlanks();
        int open = in.position();
        boolean call = in.peek() == '(';
        if (call) {
            skipParentheses();
            in.skipBlanks();
        }
        if (name.isEmpty() || in.peek() != '=' || in.peek(1) == '=') {
            if (let) {
                throw in.error(Said.of("expr.parser.let"), in.position(), Said.of("expr.help.example", EXAMPLE));
            }
            in.moveTo(start);
            return false;
        }
        if (!let && !afterOthers && in.isLastLine()) {
            throw in.error(Said.of("expr.parser.equation"), in.position(), Said.of("expr.parser.equation.help"));
        }
        names.requireFree(name, at, call);
        names.requireUnused(name, at);
        in.moveTo(call ? open : in.position());
        if (call) {
            function(name);
        } else {
            in.skip(1);
            names.put(name, expression(true));
        }
        return true;
    }

    /** Takes the word before a definition; a variable may have that name, too. */
    private boolean let() {
        int start = in.position();
        boolean let = in.atName() && in.name().equals("let") && in.skipBlanks() && in.atName();
        if (!let) {
            in.moveTo(start);
        }
        return let;
    }

    private void skipParentheses() {
        int depth = 0;
        do {
            depth += in.peek() == '(' ? 1 : in.peek() == ')' ? -1 : 0;
            in.skip(1);
        } while (depth > 0 && !in.atEnd());
    }

    private void function(String name) {
        var parameters = new ArrayList<String>();
        do {
            in.skip(1);
            in.skipBlanks();
            int start = in.position();
            if (!in.atName()) {
                throw notAParameter();
            }
            String parameter = in.name();
            names.requireFree(parameter, start, false);
            if (parameters.contains(parameter) || parameter.equals(name)) {
                throw in.error(
                        Said.of("expr.parser.parameter.twice", parameter), start, Said.of("expr.parser.name.other"));
            }
            parameters.add(parameter);
            in.skipBlanks();
        } while (in.peek() == ',' && parameters.size() < parser.limits.arguments());
        if (!in.take(')')) {
            throw notAParameter();
        }
        in.skipBlanks();
        in.skip(1);
        names.begin(name, parameters);
        names.end(name, expression(true));
    }

    private SyntaxError notAParameter() {
        return in.error(
                Said.of("expr.parser.parameter"),
                in.position(),
                Said.of("expr.help.example", "f(u, v) = u*v; f(x, y)"));
    }
}
