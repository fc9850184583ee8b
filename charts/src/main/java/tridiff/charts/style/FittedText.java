package tridiff.charts.style;

import java.awt.FontMetrics;

/** Text from outside, made fit for a line of a picture: one line, no control characters, cut where it is too wide. */
public final class FittedText {

    private static final int LONGEST = 1000;

    private FittedText() {}

    /** Without characters that do not show or that turn the direction of the rest. */
    public static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints().limit(LONGEST).map(FittedText::visible).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static int visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> '\uFFFD';
            default -> point;
        };
    }

    /** The clean text, its end replaced by an ellipsis if it is wider than so many pixels. */
    public static String cut(String text, FontMetrics font, double width) {
        String clean = clean(text);
        if (font.stringWidth(clean) <= width) {
            return clean;
        }
        int end = clean.length();
        while (end > 0 && font.stringWidth(clean.substring(0, end) + "…") > width) {
            end = clean.offsetByCodePoints(end, -1);
        }
        return clean.substring(0, end).stripTrailing() + "…";
    }
}
