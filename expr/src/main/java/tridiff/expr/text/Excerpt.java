package tridiff.expr.text;

/** A place in a text, shown with a caret under it, safe for any terminal. */
final class Excerpt {

    private static final int BEFORE = 48;
    private static final int AFTER = 24;

    private Excerpt() {}

    /** @param opened a second place to mark if it is near, or -1 */
    static String of(String text, int position, int opened) {
        int[] points = text.codePoints().toArray();
        int from = Math.max(0, position - BEFORE);
        int to = Math.min(points.length, position + AFTER);
        var line = new StringBuilder(from > 0 ? "…" : "");
        int column = line.length();
        int mark = -1;
        for (int i = from; i < to; i++) {
            int shown = visible(points[i]);
            line.appendCodePoint(shown);
            mark = i == opened ? column : mark;
            column += i < position ? DisplayWidth.of(shown) : 0;
        }
        return line + (to < points.length ? "…" : "") + "\n" + carets(mark, column);
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
