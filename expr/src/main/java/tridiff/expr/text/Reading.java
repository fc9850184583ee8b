package tridiff.expr.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tridiff.expr.Arithmetic;
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
    private static final int NOT = -1;
    private static final int AND = -2;
    private static final int OR = -3;
    private static final int LOOSEST = OR;

    private final Parser parser;
    private final Scanner in;
    private final Atoms atoms;
    private final Definitions names;
    private final boolean definition;
    private final List<Said> notes = new ArrayList<>();
    private final List<Expr> operands = new ArrayList<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int nesting;
    private Last last;

    /** @param definition whether it ends with its line or at a semicolon */
    Reading(Parser parser, Scanner in, Definitions names, boolean definition) {
        this.parser = parser;
        this.in = in;
        this.names = names;
        this.definition = definition;
        this.atoms = new Atoms(parser, in, names);
    }

    /** Reads on to the end of the text, or of a definition. */
    Expr expression() {
        boolean operandNext = true;
        while (true) {
            in.stopAtLines(definition && nesting == 0 && !operandNext);
            in.skipBlanks();
            in.stopAtLines(definition && nesting == 0);
            if (operandNext) {
                operandNext = !operand();
            } else if (in.atEnd() || definition && (in.peek() == ';' || in.peek() == '\n')) {
                return finished();
            } else {
                operandNext = operator();
            }
        }
    }

    private Expr finished() {
        in.stopAtLines(false);
        reduceWhile(LOOSEST);
        if (!waiting.isEmpty()) {
            throw Mistakes.unclosed(in, waiting.peek());
        }
        names.use(atoms.variables());
        return operands.get(0);
    }

    List<Said> notes() {
        return notes;
    }

    /** Reads what stands where an operand is expected; tells whether it was a whole one. */
    private boolean operand() {
        int start = in.position();
        if (in.atNumber()) {
            return operand(atoms.number(), Last.NUMBER);
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
            case '!' -> push(Waiting.Kind.PREFIX, Shorthand.NOT, TIGHTEST, start);
            default -> throw Mistakes.noOperand(in);
        }
        in.skip(1);
        return false;
    }

    private boolean operand(Expr e, Last end) {
        operands.add(e);
        last = end;
        return true;
    }

    /** Reads a variable, a constant, or a function with what opens its arguments; tells whether it was a whole operand. */
    private boolean name() {
        int start = in.position();
        String name = in.name();
        Optional<Expr> own = names.value(name);
        if (own.isPresent() && !opensCall()) {
            return operand(own.get(), Last.NAME);
        }
        atoms.requireFamiliar(name, start);
        if ((name.equals("Math") || name.equals("Real")) && in.take('.')) {
            name = name + "." + in.name();
        }
        if (name.equals("if") || name.equals("Real.choose")) {
            return openCall(null, name);
        }
        if (names.function(name).isPresent()) {
            return openCall(names.function(name).get(), name);
        }
        if (name.equals("not") && negates()) {
            push(Waiting.Kind.PREFIX, Shorthand.NOT, NOT, start);
            return false;
        }
        Optional<LoopSyntax> loop = LoopSyntax.named(name);
        if (loop.isPresent() && opensCall()) {
            return openCall(loop.get(), name);
        }
        Operation f = (name.indexOf('.') >= 0 ? parser.table.findJava(name) : parser.table.find(name)).orElse(null);
        if (f != null) {
            return function(f, name, start);
        }
        Optional<Shorthand> shorthand = Shorthand.named(name);
        if (shorthand.isPresent() && own.isEmpty() && opensCall()) {
            return openCall(shorthand.get(), name);
        }
        int end = in.position();
        in.skipBlanks();
        if (in.peek() == '(') {
            throw atoms.notAFunction(name, start);
        }
        in.moveTo(end);
        return operand(atoms.constantOrVariable(name, start), Last.NAME);
    }

    /** Whether a word not stands before what it can be said of: else it is a name like any other. */
    private boolean negates() {
        int end = in.position();
        boolean negates = in.skipBlanks() && (in.atName() || in.atNumber() || "(√!".indexOf(in.peek()) >= 0);
        in.moveTo(end);
        return negates;
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
            return operand(atoms.variable(name), Last.NAME);
        }
        throw Mistakes.noArgument(in, f, name, blank ? in.position() : end);
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
            throw Mistakes.longArgument(in, name, start, end);
        }
        in.moveTo(end);
        operands.add(Expr.apply(f, argument));
        last = Last.CLOSED;
    }

    private boolean openCall(Operation f, String name) {
        int start = in.position();
        in.skipBlanks();
        if (in.peek() != '(') {
            String call = f == null ? "if(x < 0, -x, x)" : name + "(…)";
            throw in.error(Said.of("expr.parser.parenthesis", name), start, Said.of("expr.parser.write", call));
        }
        open(Waiting.Kind.CALL, f, in.position());
        in.skip(1);
        return false;
    }

    private void open(Waiting.Kind kind, Operation f, int start) {
        nesting++;
        if (nesting > parser.limits.nesting()) {
            throw Mistakes.tooDeep(in, parser.limits);
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
            case '&', '|' -> doubled();
            case '<', '>', '=', '!', '≤', '≥', '≠' -> comparison(start);
            case ',' -> comma(start);
            case ')' -> {
                close(start);
                return false;
            }
            default -> {
                return !superscript() && (word() || implicitProduct(start));
            }
        }
        return true;
    }

    /** Reads && and ||; one of the signs alone is none. */
    private void doubled() {
        if (in.peek(1) != in.peek()) {
            throw Mistakes.noOperator(in);
        }
        boolean and = in.peek() == '&';
        infix(and ? Shorthand.AND : Shorthand.OR, and ? AND : OR, 2);
    }

    /** Reads the words and, or. */
    private boolean word() {
        boolean and = in.atWord("and");
        boolean or = in.atWord("or");
        if (and || or) {
            infix(and ? Shorthand.AND : Shorthand.OR, and ? AND : OR, and ? 3 : 2);
        }
        return and || or;
    }

    private void infix(Operation f, int precedence, int length) {
        reduceWhile(f == Arithmetic.POWER ? precedence + 1 : precedence);
        push(Waiting.Kind.INFIX, f, precedence, in.position());
        in.skip(length);
    }

    private void comparison(int start) {
        boolean orEqual = in.peek(1) == '=';
        Comparison f = in.comparison();
        if (f == null) {
            throw Mistakes.noComparison(in);
        }
        reduceWhile(2);
        if (!waiting.isEmpty() && waiting.peek().precedence() == 1) {
            throw in.error(Said.of("expr.parser.chain"), start, Said.of("expr.parser.write", "(a < b)*(b < c)"));
        }
        infix(f, 1, orEqual && in.peek() < 0x80 ? 2 : 1);
    }

    private void comma(int start) {
        reduceWhile(LOOSEST);
        Waiting call = waiting.peek();
        if (call == null || call.kind() != Waiting.Kind.CALL) {
            throw in.error(Said.of("expr.parser.unexpected", ","), start, Said.of("expr.parser.comma"));
        }
        int arguments = operands.size() - call.operands();
        if (arguments >= call.mostArguments(parser.limits)) {
            throw Mistakes.tooMany(in, call, parser.limits);
        }
        in.skip(1);
    }

    private void close(int start) {
        reduceWhile(LOOSEST);
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
            throw in.error(Mistakes.takes(call), closed, Said.NOTHING);
        }
        List<Expr> given = operands.subList(call.operands(), operands.size());
        if (call.f() instanceof OwnFunction own) {
            names.charge(own.size(), call.position());
        }
        if (call.f() instanceof LoopSyntax loop) {
            names.chargeLoop(loop, given, call.position());
        }
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
            throw Mistakes.noOperator(in);
        }
        if (last == Last.NAME || in.atNumber()) {
            throw Mistakes.noSign(in, start);
        }
        reduceWhile(4);
        if (!waiting.isEmpty() && waiting.peek().f() == Arithmetic.OVER) {
            notes.add(Said.of("expr.note.division"));
        }
        reduceWhile(3);
        push(Waiting.Kind.INFIX, Arithmetic.TIMES, 3, start);
        return true;
    }

    /** Applies waiting operators that bind at least this tightly. */
    private void reduceWhile(int precedence) {
        while (!waiting.isEmpty()
                && !waiting.peek().isBracket()
                && waiting.peek().precedence() >= precedence) {
            Waiting operator = waiting.pop();
            List<Expr> given = operands.subList(operands.size() - operator.leastArguments(), operands.size());
            Expr result = operator.applied(List.copyOf(given), parser.limits, null);
            given.clear();
            operands.add(result);
        }
    }
}
