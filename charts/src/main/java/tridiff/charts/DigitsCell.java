package tridiff.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import tridiff.charts.style.FittedText;
import tridiff.charts.style.Frame;
import tridiff.charts.style.Theme;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/**
 * A cell of a heat map of correct digits: their number on one hue from light to dark, its ink turned to white where that is dark;
 * hatched where there is no number; a cross where there is one that should not be.
 *
 * @param digits NaN where there are none
 */
record DigitsCell(Kind kind, double digits) {

    enum Kind {
        NUMBER,
        NONE,
        WRONG
    }

    static final int WIDTH = 72;

    private static final int MOST = 16;
    private static final int DARK_FROM = 10;
    private static final double HATCH = 6;
    private static final Color LIGHT = new Color(0xEAF3FA);
    private static final Color DARK = new Color(0x00406B);

    static DigitsCell of(double digits) {
        return new DigitsCell(Kind.NUMBER, digits);
    }

    static DigitsCell none() {
        return new DigitsCell(Kind.NONE, Double.NaN);
    }

    static DigitsCell wrong() {
        return new DigitsCell(Kind.WRONG, Double.NaN);
    }

    void paint(Graphics2D g, double x, double y, double height) {
        g.setColor(kind == Kind.NUMBER ? paper() : Theme.STRIP);
        g.fill(new Rectangle2D.Double(x + 1, y + 1, WIDTH - 2, height - 2));
        double baseline = y + height / 2 + 4;
        switch (kind) {
            case NUMBER -> centred(g, Theme.LABEL, ink(), Integer.toString(whole()), x, baseline);
            case NONE -> hatch(g, x + 1, y + 1, WIDTH - 2.0, height - 2);
            case WRONG -> centred(g, Theme.TITLE, Theme.INK, "×", x, baseline + 2);
        }
    }

    /** A part of a digit is none. */
    private int whole() {
        return (int) Math.max(0, Math.min(MOST, Math.floor(digits)));
    }

    Color ink() {
        return whole() < DARK_FROM ? Theme.INK : Color.WHITE;
    }

    /** From light to dark, with a step where the ink turns, so that either ink can be read. */
    Color paper() {
        int d = whole();
        double share = d < DARK_FROM ? 0.05 * d : 1 - 0.05 * (MOST - d);
        return new Color(
                mixed(LIGHT.getRed(), DARK.getRed(), share),
                mixed(LIGHT.getGreen(), DARK.getGreen(), share),
                mixed(LIGHT.getBlue(), DARK.getBlue(), share));
    }

    /** Lines at half a right angle, each from edge to edge of the rectangle. */
    private static void hatch(Graphics2D g, double x, double y, double width, double height) {
        g.setColor(Theme.BORDER);
        g.setStroke(Theme.HAIRLINE);
        for (double t = HATCH; t < width + height; t += HATCH) {
            g.draw(new Line2D.Double(
                    x + Math.max(0, t - height),
                    y + Math.min(t, height),
                    x + Math.min(t, width),
                    y + Math.max(0, t - width)));
        }
    }

    /** The family of a method on one line above a column, its name on the next. */
    static void paintHeading(Graphics2D g, Language say, MethodId id, double x, double y) {
        centred(
                g,
                Theme.CAPTION,
                Theme.MUTED,
                Said.of("charts.family." + id.family()).in(say),
                x,
                y - 26);
        centred(g, Theme.STRONG, Theme.look(id).text(), id.nameAndStep().replace("-step", ""), x, y - 10);
    }

    private static void centred(Graphics2D g, Font font, Color color, String text, double x, double y) {
        String fitted = FittedText.cut(text, g.getFontMetrics(font), WIDTH - 2.0);
        Frame.text(g, font, color, fitted, x + (WIDTH - g.getFontMetrics(font).stringWidth(fitted)) / 2.0, y);
    }

    private static int mixed(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }
}
