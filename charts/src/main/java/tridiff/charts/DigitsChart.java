package tridiff.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import tridiff.compare.DigitsTable;

/** Correct digits by function and method: a number in each cell, one hue from light to dark. */
public final class DigitsChart {

    private static final int LEFT = 330;
    private static final int TOP = 112;
    private static final int CELL = 72;
    private static final int ROW = 26;
    private static final int FOOT = 50;
    private static final int MOST = 16;
    private static final Color LIGHT = new Color(0xEAF3FA);
    private static final Color DARK = new Color(0x00406B);

    private final DigitsTable table;

    private DigitsChart(DigitsTable table) {
        this.table = table;
    }

    /** The picture of such a table. */
    public static Picture of(DigitsTable table) {
        var chart = new DigitsChart(table);
        return Picture.paint(
                LEFT + CELL * table.methods().size() + 60,
                TOP + ROW * table.rows().size() + FOOT,
                chart::paint);
    }

    private void paint(Graphics2D g) {
        Frame.text(g, Theme.TITLE, Theme.INK, "Correct digits of f′, of 16, by function and method", 20, 34);
        for (int i = 0; i < table.methods().size(); i++) {
            heading(g, table.methods().get(i), LEFT + CELL * i);
        }
        String group = "";
        for (int i = 0; i < table.rows().size(); i++) {
            DigitsTable.Row row = table.rows().get(i);
            double y = TOP + (double) ROW * i;
            if (!row.group().equals(group)) {
                Frame.text(g, Theme.STRONG, Theme.INK, row.group(), 20, y + 17);
                g.setColor(Theme.BORDER);
                g.setStroke(Theme.HAIRLINE);
                g.draw(new Line2D.Double(20, y, LEFT + CELL * table.methods().size(), y));
                group = row.group();
            }
            String at = "  at " + Numerals.coordinate(row.at());
            double room = LEFT - 130.0 - g.getFontMetrics(Theme.CAPTION).stringWidth(at);
            String name = FittedText.cut(row.function(), g.getFontMetrics(Theme.CAPTION), room);
            Frame.text(g, Theme.CAPTION, Theme.INK, name, 112, y + 17);
            double width = g.getFontMetrics(Theme.CAPTION).stringWidth(name);
            Frame.text(g, Theme.CAPTION, Theme.MUTED, at, 112 + width, y + 17);
            for (int j = 0; j < row.digits().size(); j++) {
                cell(g, row.digits().get(j), LEFT + CELL * j, y);
            }
        }
        Frame.text(
                g,
                Theme.CAPTION,
                Theme.MUTED,
                "significant digits against the proved value; – the method does not take the function, × no number",
                20,
                TOP + ROW * table.rows().size() + 28.0);
    }

    /** The family on one line, the method on the next. */
    private static void heading(Graphics2D g, String id, double x) {
        String[] words = id.split("\\.", 2);
        centred(g, Theme.CAPTION, Theme.MUTED, words[0], x, TOP - 26.0);
        centred(g, Theme.STRONG, Theme.look(id).text(), words[1].replace("-step", ""), x, TOP - 10.0);
    }

    private static void cell(Graphics2D g, Double digits, double x, double y) {
        boolean number = digits != null && !digits.isNaN();
        double share = number ? Math.max(0, Math.min(MOST, digits)) / MOST : 0;
        g.setColor(number ? mixed(share) : Theme.STRIP);
        g.fill(new Rectangle2D.Double(x + 1, y + 1, CELL - 2, ROW - 2));
        String text = digits == null
                ? "–"
                : digits.isNaN() ? "×" : String.format(Locale.ROOT, "%d", (int) Math.min(MOST, Math.floor(digits)));
        centred(g, Theme.LABEL, share > 0.6 ? Color.WHITE : Theme.INK, text, x, y + 17);
    }

    private static void centred(Graphics2D g, Font font, Color color, String text, double x, double y) {
        String fitted = FittedText.cut(text, g.getFontMetrics(font), CELL - 2.0);
        Frame.text(g, font, color, fitted, x + (CELL - g.getFontMetrics(font).stringWidth(fitted)) / 2.0, y);
    }

    private static Color mixed(double share) {
        return new Color(
                mixed(LIGHT.getRed(), DARK.getRed(), share),
                mixed(LIGHT.getGreen(), DARK.getGreen(), share),
                mixed(LIGHT.getBlue(), DARK.getBlue(), share));
    }

    private static int mixed(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }
}
