package tridiff.expr.text;

import java.util.Arrays;

/** A place in a text, shown in its line with a caret under it, safe for any terminal. */
final class Excerpt {

    private static final int BEFORE = 48;
    private static final int AFTER = 24;

    private Excerpt() {}

    /** @param opened a second place to mark if it is near, or -1 */
    static String of(String text, int position, int opened) {
        int[] points = text.codePoints().toArray();
        int start = position;
        while (start > 0 && points[start - 1] != '\n') {
            start--;
        }
        int end = position;
        while (end < points.length && points[end] != '\n') {
            end++;
        }
        int from = Math.max(start, position - BEFORE);
        int to = Math.min(end, position + AFTER);
        var line = new StringBuilder(number(points, start, end)).append(from > start ? "…" : "");
        int column = line.length();
        int mark = -1;
        for (int i = from; i < to; i++) {
            int shown = visible(points[i]);
            line.appendCodePoint(shown);
            mark = i == opened ? column : mark;
            column += i < position ? DisplayWidth.of(shown) : 0;
        }
        return line + (to < end ? "…" : "") + "\n" + carets(mark, column);
    }

    /** The number of the line, if there are several. */
    private static String number(int[] points, int start, int end) {
        if (start == 0 && end == points.length) {
            return "";
        }
        long before = Arrays.stream(points, 0, start).filter(c -> c == '\n').count();
        return before + 1 + " | ";
    }

    private static String carets(int first, int second) {
        return first < 0
                ? " ".repeat(second) + "^"
                : " ".repeat(first) + "^" + " ".repeat(Math.max(0, second - first - 1)) + "^";
    }

    /** The character itself, or what stands for it where it cannot be shown. */
    static int visible(int point) {
        if (point < 0x20) {
            return point == '\t' ? ' ' : 0x2400 + point; // control pictures
        }
        boolean unsafe = point == 0x7F
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
        return unsafe ? 0xFFFD : point;
    }
}
