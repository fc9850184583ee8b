package tridiff.expr.text;

import java.math.BigDecimal;
import java.util.Arrays;
import tridiff.expr.Comparison;
import tridiff.expr.Names;
import tridiff.expr.Rational;
import tridiff.expr.said.Said;

/** Reads a text character by character: blanks, numbers and names. Positions are code points. */
final class Scanner {

    /** Literals such as 1e-324 are kept as exact rationals; an unbounded exponent would be a number of that many digits. */
    static final int MOST_DIGITS = 5000;

    private static final int END = -1;

    private final String text;
    private final int[] points;
    private int position;
    private boolean stopAtLines;

    Scanner(String text) {
        this.text = text;
        this.points = text.codePoints().toArray();
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    boolean atEnd() {
        return position == points.length;
    }

    /** The next character; -1 at the end. */
    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return position + ahead < points.length ? points[position + ahead] : END;
    }

    void skip(int count) {
        position += count;
    }

    /** Takes the next character if it is the one given. */
    boolean take(int expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    /** Whether the end of a line is no blank from here on. */
    void stopAtLines(boolean stop) {
        stopAtLines = stop;
    }

    /** Skips blanks and comments; tells whether there were any. */
    boolean skipBlanks() {
        int start = position;
        boolean comment = false;
        while (comment && !atEnd() && peek() != '\n'
                || isBlank(peek()) && !(stopAtLines && peek() == '\n')
                || peek() == '#') {
            comment = peek() == '#' || comment && peek() != '\n';
            position++;
        }
        return position > start;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x2009 || c == 0x202F;
    }

    boolean atNumber() {
        return isDigit(peek()) || peek() == '.' && isDigit(peek(1));
    }

    boolean atName() {
        return Names.start(peek());
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether just this word stands here. */
    boolean atWord(String word) {
        int length = word.length();
        return slice(position, position + length).equals(word) && !Names.goOn(peek(length));
    }

    String name() {
        int start = position;
        while (Names.goOn(peek())) {
            position++;
        }
        return new String(points, start, position - start);
    }

    /** A decimal number, exactly. */
    Rational number() {
        int start = position;
        boolean prefix = peek() == '0' && "xXbBoO".indexOf(peek(1)) >= 0 && isDigit(peek(2));
        if (prefix) {
            throw error(Said.of("expr.parser.decimal"), start, Said.of("expr.parser.decimal.help"));
        }
        skipDigits();
        if (take('.')) {
            skipDigits();
        }
        int mantissaEnd = position;
        if (peek() == 'e' || peek() == 'E') {
            exponent();
        }
        String digits = new String(points, start, mantissaEnd - start);
        String exponent =
                mantissaEnd == position ? "0" : new String(points, mantissaEnd + 1, position - mantissaEnd - 1);
        if (exponent.length() > 9 || Math.abs(Integer.parseInt(exponent)) + digits.length() > MOST_DIGITS) {
            throw error(Said.of("expr.parser.range", MOST_DIGITS), start, Said.of("expr.parser.range.help"));
        }
        return Rational.of(new BigDecimal(digits + "e" + exponent));
    }

    private void skipDigits() {
        while (isDigit(peek())) {
            position++;
        }
    }

    /** Takes the exponent of a number; an e that begins a longer name is left for an implicit product. */
    private void exponent() {
        int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if (isDigit(peek(1 + sign))) {
            position += 1 + sign;
            skipDigits();
        } else if (!Names.goOn(peek(1))) {
            throw error(Said.of("expr.parser.exponent"), position + 1, Said.of("expr.parser.exponent.help"));
        }
    }

    SyntaxError error(Said message, int at, Said help) {
        return new SyntaxError(message, text, at, help);
    }

    /** Whether neither a line nor a definition ends behind this place. */
    boolean isLastLine() {
        return Arrays.stream(points, position, points.length).noneMatch(c -> c == ';' || c == '\n');
    }

    /** The text between two positions. */
    String slice(int from, int to) {
        return new String(points, from, Math.min(to, points.length) - from);
    }

    int length() {
        return points.length;
    }

    /** The comparison whose sign stands here; null if it is none. */
    Comparison comparison() {
        boolean orEqual = peek(1) == '=';
        return switch (peek()) {
            case '<' -> orEqual ? Comparison.LESS_OR_EQUAL : Comparison.LESS;
            case '>' -> orEqual ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER;
            case '≤' -> Comparison.LESS_OR_EQUAL;
            case '≥' -> Comparison.GREATER_OR_EQUAL;
            case '≠' -> Comparison.UNEQUAL;
            case '=' -> orEqual ? Comparison.EQUAL : null;
            default -> orEqual ? Comparison.UNEQUAL : null;
        };
    }

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String SUPERSCRIPT_VALUES = "0123456789-";
    private static final int LONGEST_SUPERSCRIPT = 9;

    /** The whole number that stands here raised, as many characters as it has; empty if there is none. */
    String superscript() {
        var digits = new StringBuilder();
        int at = SUPERSCRIPTS.indexOf(peek());
        while (at >= 0 && peek(digits.length()) > 0) {
            digits.append(SUPERSCRIPT_VALUES.charAt(at));
            at = SUPERSCRIPTS.indexOf(peek(digits.length()));
        }
        boolean isNumber = digits.length() <= LONGEST_SUPERSCRIPT
                && digits.lastIndexOf("-") <= 0
                && !digits.toString().equals("-");
        return isNumber ? digits.toString() : "";
    }

    /** The position of a command-line option that ended up inside the expression, such as {@code x+1 --at x=1}; else the one given. */
    int optionOr(int start) {
        int dashes = slice(0, start).lastIndexOf(" --");
        return dashes < 0 ? start : slice(0, start).codePointCount(0, dashes) + 1;
    }
}
