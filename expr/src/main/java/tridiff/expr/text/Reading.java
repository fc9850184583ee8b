package tridiff.expr.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.DataColumn;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Names;
import tridiff.expr.Operation;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/** One text being read: operands that are complete, and operators that wait for theirs. */
final class Reading {

    /** What an operand can end with: decides what may follow without an operator. */
    private enum Last {
        NUMBER,
        NAME,
        CLOSED
    }

    private static final int TIGHTEST = 6;

    private final Parser parser;
    private final Scanner in;
    private final Atoms atoms;
    final List<Said> notes = new ArrayList<>();
    private final List<Expr> operands = new ArrayList<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int nesting;
    private Last last;

    Reading(Parser parser, Scanner in) {
        this.parser = parser;
        this.in = in;
        this.atoms = new Atoms(parser, in);
    }

    Expr expression() {
        boolean operandNext = true;
        in.skipBlanks();
        if (in.atEnd()) {
            throw in.error(Said.of("expr.parser.empty"), 0, Said.of("expr.help.example.colon", "sin(x)/x"));
        }
        while (true) {
            in.skipBlanks();
            if (operandNext) {
                operandNext = !operand();
            } else if (in.atEnd()) {
                return finished();
            } else {
                operandNext = operator();
            }
        }
    }

    private Expr finished() {
        reduceWhile(0);
        if (!waiting.isEmpty()) {
            throw in.error(Said.of("expr.parser.unclosed"), in.length(), Said.of("expr.parser.unclosed.help"))
                    .openedAt(waiting.peek().position());
        }
        return operands.get(0);
    }

    /** Reads what stands where an operand is expected; tells whether it was a whole one. */
    private boolean operand() {
        int start = in.position();
        if (in.atNumber()) {
            operands.add(atoms.number());
            last = Last.NUMBER;
            return true;
        }
        if (in.atName()) {
            return name();
        }
        switch (in.peek()) {
            case '(' -> open(Waiting.Kind.PARENTHESIS, null, start);
            case '-', '−' -> push(Waiting.Kind.PREFIX, Elementary.NEGATE, 4, start);
            case '+' -> {
                // a plus sign changes nothing
            }
            case '√' -> push(Waiting.Kind.PREFIX, Elementary.SQRT, TIGHTEST, start);
            default -> throw noOperand();
        }
        in.skip(1);
        return false;
    }

    private SyntaxError noOperand() {
        Said help =
                switch (in.peek()) {
                    case '|' -> Said.of("expr.parser.bar");
                    case '*', '/', '^' -> Said.of("expr.parser.sides");
                    default -> Said.of("expr.parser.operand");
                };
        return in.atEnd() ? in.error(Said.of("expr.parser.end"), in.position(), help) : unexpected(in.position(), help);
    }

    /** Reads a variable, a constant, or a function with what opens its arguments; tells whether it was a whole operand. */
    private boolean name() {
        int start = in.position();
        String name = in.name();
        atoms.requireFamiliar(name, start);
        if ((name.equals("Math") || name.equals("Real")) && in.take('.')) {
            name = name + "." + in.name();
        }
        if (name.equals("if") || name.equals("Real.choose")) {
            return openCall(null, name);
        }
        Optional<LoopSyntax> loop = LoopSyntax.named(name);
        if (loop.isPresent() && opensCall()) {
            return openCall(loop.get(), name);
        }
        Operation f = (name.indexOf('.') >= 0 ? parser.table.findJava(name) : parser.table.find(name)).orElse(null);
        if (f != null) {
            return function(f, name, start);
        }
        int end = in.position();
        in.skipBlanks();
        if (in.peek() == '(') {
            throw atoms.notAFunction(name, start);
        }
        in.moveTo(end);
        operands.add(atoms.constantOrVariable(name, start));
        last = Last.NAME;
        return true;
    }

    private boolean opensCall() {
        int end = in.position();
        in.skipBlanks();
        boolean opens = in.peek() == '(';
        in.moveTo(end);
        return opens;
    }

    /** After the name of a function: a call, or one name or number after a blank. */
    private boolean function(Operation f, String name, int start) {
        int end = in.position();
        boolean blank = in.skipBlanks();
        if (in.peek() == '(') {
            open(Waiting.Kind.CALL, f, start);
            in.skip(1);
            return false;
        }
        if (blank && f instanceof Unary unary && !(f instanceof DataColumn) && (in.atNumber() || in.atName())) {
            argumentAfterBlank(unary, name);
            return true;
        }
        if (Names.isLetter(name) || f instanceof DataColumn) {
            in.moveTo(end);
            operands.add(atoms.variable(name));
            last = Last.NAME;
            return true;
        }
        Said help = in.peek() == '^' || in.peek() == '²'
                ? Said.of("expr.parser.write.power", name + "(x)^2", name)
                : Said.of("expr.parser.argument", name + "(" + (f instanceof Unary ? "x" : "x, y") + ")");
        throw in.error(Said.of("expr.parser.parenthesis", name), blank ? in.position() : end, help);
    }

    private void argumentAfterBlank(Unary f, String name) {
        int start = in.position();
        Expr argument;
        if (in.atNumber()) {
            argument = atoms.number();
        } else {
            String argumentName = in.name();
            atoms.requireFamiliar(argumentName, start);
            if (argumentName.equals("if") || parser.table.find(argumentName).isPresent()) {
                throw in.error(
                        Said.of("expr.parser.parenthesis", name),
                        start,
                        Said.of("expr.parser.write", name + "(" + argumentName + "(…))"));
            }
            argument = atoms.constantOrVariable(argumentName, start);
        }
        int end = in.position();
        in.skipBlanks();
        if (in.atName() || in.atNumber() || "(^²³√".indexOf(in.peek()) >= 0 || in.peek() == '*' && in.peek(1) == '*') {
            throw in.error(
                    Said.of("expr.parser.blank"),
                    start,
                    Said.of(
                            "expr.parser.write.ends",
                            name + "(" + in.slice(start, in.position() + 1) + "…)",
                            name + "(" + in.slice(start, end) + ")"));
        }
        in.moveTo(end);
        operands.add(Expr.apply(f, argument));
        last = Last.CLOSED;
    }

    private boolean openCall(Operation f, String name) {
        int start = in.position();
        in.skipBlanks();
        if (in.peek() != '(') {
            throw in.error(
                    Said.of("expr.parser.parenthesis", name), start, Said.of("expr.parser.write", "if(x < 0, -x, x)"));
        }
        open(Waiting.Kind.CALL, f, in.position());
        in.skip(1);
        return false;
    }

    private void open(Waiting.Kind kind, Operation f, int start) {
        nesting++;
        if (nesting > parser.limits.nesting()) {
            throw in.error(
                            Said.of("expr.parser.nesting", parser.limits.nesting()),
                            in.position(),
                            Said.of("expr.help.limit.nesting"))
                    .atLimit();
        }
        push(kind, f, 0, kind == Waiting.Kind.CALL ? in.position() : start);
    }

    private void push(Waiting.Kind kind, Operation f, int precedence, int position) {
        waiting.push(new Waiting(kind, f, precedence, position, operands.size()));
    }

    /** Reads what stands after an operand; tells whether another operand must follow. */
    private boolean operator() {
        int start = in.position();
        switch (in.peek()) {
            case '+' -> infix(Arithmetic.PLUS, 2, 1);
            case '-', '−' -> infix(Arithmetic.MINUS, 2, 1);
            case '*' -> {
                boolean power = in.peek(1) == '*';
                infix(power ? Arithmetic.POWER : Arithmetic.TIMES, power ? 5 : 3, power ? 2 : 1);
            }
            case '×', '·', '⋅' -> infix(Arithmetic.TIMES, 3, 1);
            case '/', '÷' -> infix(Arithmetic.OVER, 3, 1);
            case '^' -> infix(Arithmetic.POWER, 5, 1);
            case '<', '>', '=', '!', '≤', '≥', '≠' -> comparison(start);
            case ',' -> comma(start);
            case ')' -> {
                close(start);
                return false;
            }
            default -> {
                return superscript() ? false : implicitProduct(start);
            }
        }
        return true;
    }

    private void infix(Binary f, int precedence, int length) {
        reduceWhile(f == Arithmetic.POWER ? precedence + 1 : precedence);
        push(Waiting.Kind.INFIX, f, precedence, in.position());
        in.skip(length);
    }

    private void comparison(int start) {
        boolean orEqual = in.peek(1) == '=';
        Comparison f = in.comparison();
        if (f == null) {
            boolean equation = in.peek() == '=';
            throw in.error(
                    equation ? Said.of("expr.parser.equation") : Said.of("expr.parser.unexpected", "!"),
                    start,
                    equation ? Said.of("expr.parser.equation.help") : Said.of("expr.parser.factorial"));
        }
        reduceWhile(2);
        if (!waiting.isEmpty() && waiting.peek().precedence() == 1) {
            throw in.error(Said.of("expr.parser.chain"), start, Said.of("expr.parser.write", "(a < b)*(b < c)"));
        }
        infix(f, 1, orEqual && in.peek() < 0x80 ? 2 : 1);
    }

    private void comma(int start) {
        reduceWhile(0);
        Waiting call = waiting.peek();
        if (call == null || call.kind() != Waiting.Kind.CALL) {
            throw in.error(Said.of("expr.parser.unexpected", ","), start, Said.of("expr.parser.comma"));
        }
        int arguments = operands.size() - call.operands();
        if (arguments >= call.mostArguments(parser.limits)) {
            boolean manyAllowed = call.mostArguments(parser.limits) > 3;
            Said help = call.f() == Elementary.LOG ? Said.of("expr.parser.log") : Said.NOTHING;
            throw in.error(
                    manyAllowed
                            ? Said.of("expr.parser.takes.most", call.name(), parser.limits.arguments())
                            : takes(call),
                    start,
                    help);
        }
        in.skip(1);
    }

    private static Said takes(Waiting call) {
        int n = call.leastArguments();
        return Said.of(n == 1 ? "expr.parser.takes.one" : "expr.parser.takes", call.name(), n);
    }

    private void close(int start) {
        reduceWhile(0);
        if (waiting.isEmpty()) {
            throw in.error(Said.of("expr.parser.unopened"), start, Said.NOTHING);
        }
        Waiting bracket = waiting.pop();
        nesting--;
        if (bracket.kind() == Waiting.Kind.CALL) {
            call(bracket, start);
        }
        in.skip(1);
        last = Last.CLOSED;
    }

    private void call(Waiting call, int closed) {
        int arguments = operands.size() - call.operands();
        if (arguments < call.leastArguments()) {
            throw in.error(takes(call), closed, Said.NOTHING);
        }
        List<Expr> given = operands.subList(call.operands(), operands.size());
        Expr result =
                call.applied(List.copyOf(given), parser.limits, (what, help) -> in.error(what, call.position(), help));
        given.clear();
        operands.add(result);
    }

    /** Reads ², ³, ⁻¹ and the like. */
    private boolean superscript() {
        String exponent = in.superscript();
        if (exponent.isEmpty()) {
            return false;
        }
        reduceWhile(TIGHTEST);
        Expr base = operands.remove(operands.size() - 1);
        operands.add(base.power(Long.parseLong(exponent)));
        in.skip(exponent.length());
        last = Last.CLOSED;
        return true;
    }

    /** A product without a sign, where it can only be one. */
    private boolean implicitProduct(int start) {
        boolean startsOperand = in.atName() || in.atNumber() || in.peek() == '(' || in.peek() == '√';
        if (!startsOperand) {
            throw unexpected(start);
        }
        if (last == Last.NAME || in.atNumber()) {
            throw in.error(
                    Said.of("expr.parser.missing"),
                    in.optionOr(start),
                    in.optionOr(start) == start
                            ? Said.of("expr.parser.write.product")
                            : Said.of("expr.parser.options"));
        }
        reduceWhile(4);
        if (!waiting.isEmpty() && waiting.peek().f() == Arithmetic.OVER) {
            notes.add(Said.of("expr.note.division"));
        }
        reduceWhile(3);
        push(Waiting.Kind.INFIX, Arithmetic.TIMES, 3, start);
        return true;
    }

    private SyntaxError unexpected(int start) {
        Said help =
                switch (in.peek()) {
                    case '|' -> Said.of("expr.parser.bar");
                    case '[', '{' -> Said.of("expr.parser.round");
                    default -> Said.of("expr.parser.operator");
                };
        return unexpected(start, help);
    }

    /** A character that is not what it looks like, or like nothing, is named. */
    private SyntaxError unexpected(int at, Said help) {
        int c = in.peek();
        return in.error(
                Unfamiliar.unexpected(c),
                at,
                Unfamiliar.of(c).map(Unfamiliar::help).orElse(help));
    }

    /** Applies waiting operators that bind at least this tightly. */
    private void reduceWhile(int precedence) {
        while (!waiting.isEmpty()
                && !waiting.peek().isBracket()
                && waiting.peek().precedence() >= precedence) {
            Waiting operator = waiting.pop();
            Expr y = operands.remove(operands.size() - 1);
            operands.add(
                    operator.f() instanceof Unary f
                            ? Expr.apply(f, y)
                            : Expr.apply((Binary) operator.f(), operands.remove(operands.size() - 1), y));
        }
    }
}
