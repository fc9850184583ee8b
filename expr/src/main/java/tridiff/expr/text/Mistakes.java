package tridiff.expr.text;

import tridiff.expr.Elementary;
import tridiff.expr.Operation;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/** What is wrong with a text where its grammar ends, and what to do about it. */
final class Mistakes {

    private Mistakes() {}

    /** Where a number, a name or a parenthesis is expected. */
    static SyntaxError noOperand(Scanner in) {
        Said help =
                switch (in.peek()) {
                    case '|' -> Said.of("expr.parser.bar");
                    case '*', '/', '^' -> Said.of("expr.parser.sides");
                    default -> Said.of("expr.parser.operand");
                };
        return in.atEnd() ? in.error(Said.of("expr.parser.end"), in.position(), help) : error(in, help);
    }

    /** Where an operator is expected. */
    static SyntaxError noOperator(Scanner in) {
        Said help =
                switch (in.peek()) {
                    case '|' -> Said.of("expr.parser.bar");
                    case '&' -> Said.of("expr.parser.write", "&&");
                    case '[', '{' -> Said.of("expr.parser.round");
                    case ';' -> Said.of("expr.parser.last");
                    default -> Said.of("expr.parser.operator");
                };
        return error(in, help);
    }

    /** A character that is not what it looks like, or like nothing, is named. */
    private static SyntaxError error(Scanner in, Said help) {
        int c = in.peek();
        return in.error(
                Unfamiliar.unexpected(c),
                in.position(),
                Unfamiliar.of(c).map(Unfamiliar::help).orElse(help));
    }

    static SyntaxError unclosed(Scanner in, Waiting opened) {
        return in.error(Said.of("expr.parser.unclosed"), in.position(), Said.of("expr.parser.unclosed.help"))
                .openedAt(opened.position());
    }

    static SyntaxError tooDeep(Scanner in, Parser.Limits limits) {
        return in.error(
                        Said.of("expr.parser.nesting", limits.nesting()),
                        in.position(),
                        Said.of("expr.help.limit.nesting"))
                .atLimit();
    }

    /** A single sign of equality, or an exclamation mark behind a number. */
    static SyntaxError noComparison(Scanner in) {
        boolean equation = in.peek() == '=';
        return in.error(
                equation ? Said.of("expr.parser.equation") : Said.of("expr.parser.unexpected", "!"),
                in.position(),
                equation ? Said.of("expr.parser.equation.help") : Said.of("expr.parser.factorial"));
    }

    /** How many arguments a call takes. */
    static Said takes(Waiting call) {
        int n = call.leastArguments();
        return Said.of(n == 1 ? "expr.parser.takes.one" : "expr.parser.takes", call.name(), n);
    }

    static SyntaxError tooMany(Scanner in, Waiting call, Parser.Limits limits) {
        return in.error(
                call.isOfAny() ? Said.of("expr.parser.takes.most", call.name(), limits.arguments()) : takes(call),
                in.position(),
                call.f() == Elementary.LOG ? Said.of("expr.parser.log") : Said.NOTHING);
    }

    /** Two operands side by side that are no product. */
    static SyntaxError noSign(Scanner in, int start) {
        int option = in.optionOr(start);
        return in.error(
                Said.of("expr.parser.missing"),
                option,
                Said.of(option == start ? "expr.parser.write.product" : "expr.parser.options"));
    }

    /** A function without parentheses. */
    static SyntaxError noArgument(Scanner in, Operation f, String name, int at) {
        Said help = in.peek() == '^' || in.peek() == '²'
                ? Said.of("expr.parser.write.power", name + "(x)^2", name)
                : Said.of("expr.parser.argument", name + "(" + (f instanceof Unary ? "x" : "x, y") + ")");
        return in.error(Said.of("expr.parser.parenthesis", name), at, help);
    }

    /** An argument without parentheses that goes on where it seemed to end. */
    static SyntaxError longArgument(Scanner in, String name, int start, int end) {
        return in.error(
                Said.of("expr.parser.blank"),
                start,
                Said.of(
                        "expr.parser.write.ends",
                        name + "(" + in.slice(start, in.position() + 1) + "…)",
                        name + "(" + in.slice(start, end) + ")"));
    }
}
