package tridiff.expr.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Real;

/**
 * Expression to text, with exactly the parentheses that are needed: what {@link #PLAIN} and {@link #JAVA} print, the parser reads
 * back as the same expression.
 *
 * <p>Walks the expression with a stack of its own, so that depth does not matter. Shared parts are repeated: text is a tree.
 */
public final class Printer {

    /** The typed language. */
    public static final Printer PLAIN = new Printer(new PlainNotation());

    /** Java source over doubles, calling {@link Math} and {@link Real}. */
    public static final Printer JAVA = new Printer(new JavaNotation());

    public static final Printer LATEX = new Printer(new LatexNotation());

    /** What stands inside a {@code <math>} element, with text escaped: for browsers, which need no library to typeset it. */
    public static final Printer MATHML = new Printer(new MathmlNotation());

    /** What precedence an expression has: parentheses go around a part that binds less tightly than its place asks. */
    static final int COMPARISON = 1;

    static final int SUM = 2;

    /** A sum or product sign, which reaches over the factors behind it. */
    static final int LOOP = 3;

    static final int PRODUCT = 4;
    static final int SIGN = 5;
    static final int POWER = 6;
    static final int ATOM = 7;

    /** A part of a formula and how tightly it must bind in its place. */
    record Part(Expr expr, int precedence) {}

    /** How each kind of expression is written: as a sequence of strings and {@link Part}s. */
    interface Notation extends Expr.Visitor<List<Object>> {

        int precedence(Expr e);

        /** The same notation for the parts of this expression. */
        default Notation within(Expr root) {
            return this;
        }

        default String open() {
            return "(";
        }

        default String close() {
            return ")";
        }
    }

    private final Notation notation;

    private Printer(Notation notation) {
        this.notation = notation;
    }

    public String print(Expr e) {
        return printUpTo(Integer.MAX_VALUE, e);
    }

    /** The text, cut with an ellipsis where it would be longer than the limit. */
    public String printUpTo(int limit, Expr root) {
        Notation within = notation.within(root);
        var text = new StringBuilder();
        Deque<Object> open = new ArrayDeque<>();
        open.push(new Part(root, 0));
        while (!open.isEmpty()) {
            if (text.length() > limit) {
                return text.substring(0, limit) + "…";
            }
            Object next = open.pop();
            if (next instanceof Part part) {
                expand(within, part, open);
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    /** The greatest length that is told apart, 2^4096. */
    public static final BigInteger LONGEST = BigInteger.ONE.shiftLeft(4096);

    /** How long the text is, without writing it: exact, and up to {@link #LONGEST}. */
    public BigInteger length(Expr root) {
        return length(root, notation.within(root));
    }

    private static BigInteger length(Expr root, Notation notation) {
        var lengths = new HashMap<Long, BigInteger>();
        for (Expr e : Expr.nodes(List.of(root))) {
            BigInteger length = BigInteger.ZERO;
            for (Object piece : e.match(notation)) {
                if (piece instanceof Part part) {
                    boolean parentheses = notation.precedence(part.expr) < part.precedence;
                    int added = parentheses
                            ? notation.open().length() + notation.close().length()
                            : 0;
                    BigInteger known = lengths.get(part.expr.number());
                    BigInteger inner = known != null ? known : length(part.expr, notation); // the body of a loop
                    length = length.add(inner).add(BigInteger.valueOf(added));
                } else {
                    length = length.add(BigInteger.valueOf(piece.toString().length()));
                }
            }
            lengths.put(e.number(), length.min(LONGEST));
        }
        return lengths.get(root.number());
    }

    private static void expand(Notation notation, Part part, Deque<Object> open) {
        boolean parentheses = notation.precedence(part.expr) < part.precedence;
        if (parentheses) {
            open.push(notation.close());
        }
        List<Object> pieces = part.expr.match(notation);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            open.push(pieces.get(i));
        }
        if (parentheses) {
            open.push(notation.open());
        }
    }

    /** Digits of a decimal number, without needless zeros; in scientific form where that is much shorter. */
    public static String digits(Rational r) {
        BigDecimal value = r.toBigDecimal().stripTrailingZeros();
        int exponent = value.precision() - value.scale() - 1;
        boolean plain = exponent >= -7 && exponent <= 20 || value.signum() == 0;
        if (plain) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().toString();
        return digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + exponent;
    }
}
