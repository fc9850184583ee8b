package tridiff.expr.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Column;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.NamedConstant;
import tridiff.expr.Names;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;

/**
 * Text to expression.
 *
 * <p>From loosest to tightest: comparisons; + and -; * and / and products without a sign such as 2x; unary minus; ^ (from the right);
 * calls. So -x^2 is -(x^2), 2^-x works and 1/2x is (1/2)*x. Operators wait on a stack of their own (Dijkstra's shunting yard) and not
 * on Java's, so that no input can overflow it.
 */
public final class Parser {

    /**
     * What is refused before it can exhaust the machine.
     *
     * @param length code points of the text
     * @param nesting parentheses and calls open at the same time
     * @param arguments arguments of one call of min, max or iterate
     * @param repetitions of a sum, a product or an iteration, with those inside it
     */
    public record Limits(int length, int nesting, int arguments, long repetitions) {
        public static final Limits DEFAULT = new Limits(1_000_000, 1_000, 1_000, 10_000_000);
    }

    /**
     * An expression, and what the reader of its text should know about how it was understood.
     *
     * @param notes one sentence each
     */
    public record Parsed(Expr expr, List<Said> notes) {}

    private final FunctionTable table;
    private final Limits limits;
    private final Set<String> known;
    private final boolean doubleLiterals;

    /** A parser of the standard functions that takes any other name for a variable. */
    public Parser() {
        this(FunctionTable.standard(), Limits.DEFAULT, Set.of());
    }

    /**
     * A parser.
     *
     * @param known the variables there are; names that look like several of them run together are then errors. Empty: any
     */
    public Parser(FunctionTable table, Limits limits, Set<String> known) {
        this(table, limits, known, false);
    }

    private Parser(FunctionTable table, Limits limits, Set<String> known, boolean doubleLiterals) {
        this.table = table;
        this.limits = limits;
        this.known = Set.copyOf(known);
        this.doubleLiterals = doubleLiterals;
    }

    /** This parser, but numbers are rounded to doubles first, as program code does: 0.1 is then not one tenth. */
    public Parser withDoubleLiterals() {
        return new Parser(table, limits, known, true);
    }

    /** A number as this parser takes it: itself, or the double nearest to it if that is neither 0 nor infinite. */
    public Rational literal(Rational exact) {
        double nearest = doubleLiterals ? exact.doubleValue() : 0;
        return nearest == 0 || Double.isInfinite(nearest) ? exact : Rational.of(nearest);
    }

    /** The expression that a text of the standard language stands for; a {@link SyntaxError} says what is wrong with it. */
    public static Expr parse(String text) {
        return new Parser().read(text).expr();
    }

    /** The expression that a text stands for, with notes. */
    public Parsed read(String text) {
        if (text.length() > limits.length) {
            throw new SyntaxError(
                            Said.of("expr.parser.long", text.length(), limits.length),
                            "",
                            0,
                            Said.of("expr.help.limit.length"))
                    .atLimit();
        }
        var reading = new Reading(new Scanner(text));
        return new Parsed(reading.expression(), List.copyOf(reading.notes));
    }

    /** Whether a call of that name means something already. */
    public static boolean isTaken(FunctionTable table, String name) {
        return table.find(name).isPresent() || LoopSyntax.named(name).isPresent();
    }

    private enum Wait {
        PREFIX,
        INFIX,
        PARENTHESIS,
        CALL
    }

    /** What an operand can end with: decides what may follow without an operator. */
    private enum Last {
        NUMBER,
        NAME,
        CLOSED
    }

    private static final int TIGHTEST = 6;

    /**
     * An operator, parenthesis or call that waits for its operands.
     *
     * @param f its operation; null for parentheses and for if
     * @param operands how many operands there were before it
     */
    private record Waiting(Wait kind, Operation f, int precedence, int position, int operands) {

        boolean isBracket() {
            return kind == Wait.PARENTHESIS || kind == Wait.CALL;
        }

        int mostArguments(Limits limits) {
            boolean anyNumber = f == Bivariate.MIN || f == Bivariate.MAX || f == LoopSyntax.ITERATE;
            return anyNumber ? limits.arguments : leastArguments();
        }

        int leastArguments() {
            return f == null ? 3 : f instanceof LoopSyntax ? 4 : f instanceof Unary ? 1 : 2;
        }

        String name() {
            return f == null ? "if" : f == Arithmetic.POWER ? "pow" : f.symbol();
        }
    }

    private final class Reading {
        private final Scanner in;
        private final List<Said> notes = new ArrayList<>();
        private final Map<String, Expr.Var> variables = new HashMap<>();
        private final List<Expr> operands = new ArrayList<>();
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int nesting;
        private Last last;

        Reading(Scanner in) {
            this.in = in;
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
                        .openedAt(waiting.peek().position);
            }
            return operands.get(0);
        }

        /** Reads what stands where an operand is expected; tells whether it was a whole one. */
        private boolean operand() {
            int start = in.position();
            if (in.atNumber()) {
                operands.add(number());
                last = Last.NUMBER;
                return true;
            }
            if (in.atName()) {
                return name();
            }
            switch (in.peek()) {
                case '(' -> open(Wait.PARENTHESIS, null, start);
                case '-', '−' -> push(Wait.PREFIX, Elementary.NEGATE, 4, start);
                case '+' -> {
                    // a plus sign changes nothing
                }
                case '√' -> push(Wait.PREFIX, Elementary.SQRT, TIGHTEST, start);
                default -> throw noOperand();
            }
            in.skip(1);
            return false;
        }

        private Expr number() {
            int start = in.position();
            Rational exact = in.number();
            double nearest = doubleLiterals ? exact.doubleValue() : 1;
            if (Double.isInfinite(nearest)) {
                throw in.error(
                        Said.of("expr.parser.double"), start, Said.of("expr.help.largest", "1.7976931348623157e308"));
            }
            if (nearest == 0 && !exact.isZero()) {
                throw in.error(Said.of("expr.parser.small"), start, Said.of("expr.help.smallest", "4.9e-324"));
            }
            return Expr.constant(literal(exact));
        }

        private SyntaxError noOperand() {
            Said help =
                    switch (in.peek()) {
                        case '|' -> Said.of("expr.parser.bar");
                        case '*', '/', '^' -> Said.of("expr.parser.sides");
                        default -> Said.of("expr.parser.operand");
                    };
            return in.atEnd()
                    ? in.error(Said.of("expr.parser.end"), in.position(), help)
                    : unexpected(in.position(), help);
        }

        /** Reads a variable, a constant, or a function with what opens its arguments; tells whether it was a whole operand. */
        private boolean name() {
            int start = in.position();
            String name = in.name();
            requireFamiliar(name, start);
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
            Operation f = (name.indexOf('.') >= 0 ? table.findJava(name) : table.find(name)).orElse(null);
            if (f != null) {
                return function(f, name, start);
            }
            int end = in.position();
            in.skipBlanks();
            if (in.peek() == '(') {
                throw notAFunction(name, start);
            }
            in.moveTo(end);
            operands.add(constantOrVariable(name, start));
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

        private Expr constantOrVariable(String name, int start) {
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
            if (!known.isEmpty() && !known.contains(name)) {
                product(name, known).ifPresent(p -> {
                    throw in.error(Said.of("expr.parser.name", name), start, Said.of("expr.help.meant", p));
                });
            }
            return variables.computeIfAbsent(name, Expr::variable);
        }

        private SyntaxError notAFunction(String name, int start) {
            int open = in.position();
            List<String> columns = table.rows().stream()
                    .filter(Column.class::isInstance)
                    .map(Operation::symbol)
                    .toList();
            if (!columns.isEmpty() && !known.contains(name) && !Names.isConstant(name)) {
                return in.error(
                        Said.of("expr.parser.column.none", name),
                        start,
                        nearest(name, Set.copyOf(columns))
                                .map(n -> Said.of("expr.help.meant", n))
                                .orElse(Said.of("expr.parser.columns", String.join(", ", columns))));
            }
            if (known.contains(name) || name.codePointCount(0, name.length()) == 1 || Names.isConstant(name)) {
                int close = closing(open);
                String product = close < 0 ? name + "*(…)" : name + "*" + in.slice(open, close + 1);
                return in.error(
                        Said.of("expr.parser.not.function", name), start, Said.of("expr.parser.write", product));
            }
            Said help = Spelling.nearest(name, table.names())
                    .map(n -> Said.of("expr.help.meant", "'" + n + "'"))
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

        /** After the name of a function: a call, or one name or number after a blank. */
        private boolean function(Operation f, String name, int start) {
            int end = in.position();
            boolean blank = in.skipBlanks();
            if (in.peek() == '(') {
                open(Wait.CALL, f, start);
                in.skip(1);
                return false;
            }
            if (blank && f instanceof Unary unary && !(f instanceof Column) && (in.atNumber() || in.atName())) {
                argumentAfterBlank(unary, name);
                return true;
            }
            if (Names.isLetter(name) || f instanceof Column) {
                in.moveTo(end);
                operands.add(variables.computeIfAbsent(name, Expr::variable));
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
                argument = number();
            } else {
                String argumentName = in.name();
                requireFamiliar(argumentName, start);
                if (argumentName.equals("if") || table.find(argumentName).isPresent()) {
                    throw in.error(
                            Said.of("expr.parser.parenthesis", name),
                            start,
                            Said.of("expr.parser.write", name + "(" + argumentName + "(…))"));
                }
                argument = constantOrVariable(argumentName, start);
            }
            int end = in.position();
            in.skipBlanks();
            if (in.atName()
                    || in.atNumber()
                    || "(^²³√".indexOf(in.peek()) >= 0
                    || in.peek() == '*' && in.peek(1) == '*') {
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
                        Said.of("expr.parser.parenthesis", name),
                        start,
                        Said.of("expr.parser.write", "if(x < 0, -x, x)"));
            }
            open(Wait.CALL, f, in.position());
            in.skip(1);
            return false;
        }

        private void open(Wait kind, Operation f, int start) {
            nesting++;
            if (nesting > limits.nesting) {
                throw in.error(
                                Said.of("expr.parser.nesting", limits.nesting),
                                in.position(),
                                Said.of("expr.help.limit.nesting"))
                        .atLimit();
            }
            push(kind, f, 0, kind == Wait.CALL ? in.position() : start);
        }

        private void push(Wait kind, Operation f, int precedence, int position) {
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
            push(Wait.INFIX, f, precedence, in.position());
            in.skip(length);
        }

        private void comparison(int start) {
            boolean orEqual = in.peek(1) == '=';
            Comparison f =
                    switch (in.peek()) {
                        case '<' -> orEqual ? Comparison.LESS_OR_EQUAL : Comparison.LESS;
                        case '>' -> orEqual ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER;
                        case '≤' -> Comparison.LESS_OR_EQUAL;
                        case '≥' -> Comparison.GREATER_OR_EQUAL;
                        case '≠' -> Comparison.UNEQUAL;
                        case '=' -> orEqual ? Comparison.EQUAL : null;
                        default -> orEqual ? Comparison.UNEQUAL : null;
                    };
            if (f == null) {
                boolean equation = in.peek() == '=';
                throw in.error(
                        equation ? Said.of("expr.parser.equation") : Said.of("expr.parser.unexpected", "!"),
                        start,
                        equation ? Said.of("expr.parser.equation.help") : Said.of("expr.parser.factorial"));
            }
            reduceWhile(2);
            if (!waiting.isEmpty() && waiting.peek().precedence == 1) {
                throw in.error(Said.of("expr.parser.chain"), start, Said.of("expr.parser.write", "(a < b)*(b < c)"));
            }
            infix(f, 1, orEqual && in.peek() < 0x80 ? 2 : 1);
        }

        private void comma(int start) {
            reduceWhile(0);
            Waiting call = waiting.peek();
            if (call == null || call.kind != Wait.CALL) {
                throw in.error(Said.of("expr.parser.unexpected", ","), start, Said.of("expr.parser.comma"));
            }
            int arguments = operands.size() - call.operands;
            if (arguments >= call.mostArguments(limits)) {
                boolean manyAllowed = call.mostArguments(limits) > 3;
                Said help = call.f == Elementary.LOG ? Said.of("expr.parser.log") : Said.NOTHING;
                throw in.error(
                        manyAllowed ? Said.of("expr.parser.takes.most", call.name(), limits.arguments) : takes(call),
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
            if (bracket.kind == Wait.CALL) {
                call(bracket, start);
            }
            in.skip(1);
            last = Last.CLOSED;
        }

        private void call(Waiting call, int closed) {
            int arguments = operands.size() - call.operands;
            if (arguments < call.leastArguments()) {
                throw in.error(takes(call), closed, Said.NOTHING);
            }
            List<Expr> given = operands.subList(call.operands, operands.size());
            Expr result = call.f instanceof LoopSyntax loop
                    ? loop.of(
                            List.copyOf(given), limits.repetitions, (what, help) -> in.error(what, call.position, help))
                    : call.f == null
                            ? Expr.choose(given.get(0), given.get(1), given.get(2))
                            : call.f instanceof Unary f
                                    ? Expr.apply(f, given.get(0))
                                    : given.stream()
                                            .reduce((x, y) -> Expr.apply((Binary) call.f, x, y))
                                            .orElseThrow();
            given.clear();
            operands.add(result);
        }

        /** Reads ², ³, ⁻¹ and the like. */
        private boolean superscript() {
            var digits = new StringBuilder();
            int length = 0;
            for (; SUPERSCRIPTS.indexOf(in.peek(length)) >= 0 && in.peek(length) > 0; length++) {
                digits.append(SUPERSCRIPT_VALUES.charAt(SUPERSCRIPTS.indexOf(in.peek(length))));
            }
            if (length == 0
                    || length > 9
                    || digits.lastIndexOf("-") > 0
                    || digits.toString().equals("-")) {
                return false;
            }
            reduceWhile(TIGHTEST);
            Expr base = operands.remove(operands.size() - 1);
            operands.add(base.power(Long.parseLong(digits.toString())));
            in.skip(length);
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
                        optionOr(start),
                        optionOr(start) == start
                                ? Said.of("expr.parser.write.product")
                                : Said.of("expr.parser.options"));
            }
            reduceWhile(4);
            if (!waiting.isEmpty() && waiting.peek().f == Arithmetic.OVER) {
                notes.add(Said.of("expr.note.division"));
            }
            reduceWhile(3);
            push(Wait.INFIX, Arithmetic.TIMES, 3, start);
            return true;
        }

        /** The position of a command-line option that ended up inside the expression, such as {@code x+1 --at x=1}; else the one given. */
        private int optionOr(int start) {
            int dashes = in.slice(0, start).lastIndexOf(" --");
            return dashes < 0 ? start : in.slice(0, start).codePointCount(0, dashes) + 1;
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

        /** A name with a letter that looks like another is somebody's slip, unless there is a variable of just that name. */
        private void requireFamiliar(String name, int start) {
            if (!known.contains(name)) {
                Unfamiliar.in(name).ifPresent(letter -> {
                    int before = name.codePointCount(0, name.indexOf(Character.toString(letter.point())));
                    throw in.error(Unfamiliar.unexpected(letter.point()), start + before, letter.help());
                });
            }
        }

        /** Applies waiting operators that bind at least this tightly. */
        private void reduceWhile(int precedence) {
            while (!waiting.isEmpty() && !waiting.peek().isBracket() && waiting.peek().precedence >= precedence) {
                Waiting operator = waiting.pop();
                Expr y = operands.remove(operands.size() - 1);
                operands.add(
                        operator.f instanceof Unary f
                                ? Expr.apply(f, y)
                                : Expr.apply((Binary) operator.f, operands.remove(operands.size() - 1), y));
            }
        }
    }

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String SUPERSCRIPT_VALUES = "0123456789-";

    /** The product that a name looks like: xy for x and y, sinx for sin(x). */
    private Optional<String> product(String name, Set<String> variables) {
        for (int i = 1; i < name.length(); i++) {
            String head = name.substring(0, i);
            String tail = name.substring(i);
            boolean rest = variables.contains(tail);
            if (rest && variables.contains(head)) {
                return Optional.of(head + "*" + tail);
            }
            if (rest && table.find(head).isPresent()) {
                return Optional.of(head + "(" + tail + ")");
            }
        }
        boolean letters = name.chars().allMatch(c -> variables.contains(String.valueOf((char) c)));
        return letters ? Optional.of(String.join("*", name.split(""))) : nearest(name, variables);
    }

    /** A known name that a longer one is probably meant to be; of one or two letters, any could be. */
    private static Optional<String> nearest(String name, Set<String> variables) {
        return name.length() < 3
                ? Optional.empty()
                : Spelling.nearest(name, variables).map(n -> "'" + n + "'");
    }
}
