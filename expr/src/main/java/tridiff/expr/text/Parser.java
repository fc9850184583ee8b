package tridiff.expr.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;

/**
 * Text to expression.
 *
 * <p>From loosest to tightest: or; and; not; comparisons; + and -; * and / and products without a sign such as 2x; unary minus; ^ (from the right);
 * calls. So -x^2 is -(x^2), 2^-x works and 1/2x is (1/2)*x. Operators wait on a stack of their own (Dijkstra's shunting yard) and not
 * on Java's, so that no input can overflow it. Definitions may
 * stand before the expression: {@code let s = x^2; s + 1/s}.
 */
public final class Parser {

    /**
     * What is refused before it can exhaust the machine.
     *
     * @param length code points of the text, and nodes of what its definitions are expanded to
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

    final FunctionTable table;
    final Limits limits;
    final Set<String> known;
    final boolean doubleLiterals;
    final boolean others;

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
        this(table, limits, known, false, false);
    }

    private Parser(FunctionTable table, Limits limits, Set<String> known, boolean doubleLiterals, boolean others) {
        this.table = table;
        this.limits = limits;
        this.known = Set.copyOf(known);
        this.doubleLiterals = doubleLiterals;
        this.others = others;
    }

    /** This parser, but numbers are rounded to doubles first, as program code does: 0.1 is then not one tenth. */
    public Parser withDoubleLiterals() {
        return new Parser(table, limits, known, true, others);
    }

    /** This parser, but there may be other variables beside those known: no name is then an error for what it looks like. */
    public Parser amongOthers() {
        return new Parser(table, limits, known, doubleLiterals, true);
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
        return new Program(this, text).read();
    }

    /** A call of each function that is written at once in others, such as {@code silu(x)} for {@code x*sigmoid(x)}. */
    public static List<String> shorthands() {
        return Arrays.stream(Shorthand.values()).map(Shorthand::call).toList();
    }

    /** Whether a call of that name means something already. */
    public static boolean isTaken(FunctionTable table, String name) {
        return table.find(name).isPresent() || LoopSyntax.named(name).isPresent();
    }
}
