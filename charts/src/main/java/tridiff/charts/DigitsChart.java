package tridiff.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import tridiff.charts.style.FittedText;
import tridiff.charts.style.Frame;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.DigitsTable;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** Correct digits by function and method: a number in each cell, one hue from light to dark. */
public final class DigitsChart {

    private static final int LEFT = 330;
    private static final int TOP = 112;
    private static final int ROW = 26;
    private static final int FOOT = 50;

    private final DigitsTable table;

    private DigitsChart(DigitsTable table) {
        this.table = table;
    }

    /** The picture of such a table. */
    public static Picture of(DigitsTable table) {
        var chart = new DigitsChart(table);
        return Picture.paint(
                LEFT + DigitsCell.WIDTH * table.methods().size() + 20,
                TOP + ROW * table.rows().size() + FOOT,
                chart::paint);
    }

    private void paint(Graphics2D g, Language say) {
        Frame.text(g, Theme.TITLE, Theme.INK, say.text("charts.picture.digits.title"), 20, 34);
        for (int i = 0; i < table.methods().size(); i++) {
            DigitsCell.paintHeading(g, say, table.methods().get(i), LEFT + DigitsCell.WIDTH * i, TOP);
        }
        Said group = Said.NOTHING;
        for (int i = 0; i < table.rows().size(); i++) {
            DigitsTable.Row row = table.rows().get(i);
            double y = TOP + (double) ROW * i;
            if (!row.group().equals(group)) {
                Frame.text(g, Theme.STRONG, Theme.INK, row.group().in(say), 20, y + 17);
                g.setColor(Theme.BORDER);
                g.setStroke(Theme.HAIRLINE);
                g.draw(new Line2D.Double(
                        20, y, LEFT + DigitsCell.WIDTH * table.methods().size(), y));
                group = row.group();
            }
            String at = "  " + say.text("charts.picture.at", Numerals.coordinate(row.at()));
            double room = LEFT - 130.0 - g.getFontMetrics(Theme.CAPTION).stringWidth(at);
            String name = FittedText.cut(row.function(), g.getFontMetrics(Theme.CAPTION), room);
            Frame.text(g, Theme.CAPTION, Theme.INK, name, 112, y + 17);
            double width = g.getFontMetrics(Theme.CAPTION).stringWidth(name);
            Frame.text(g, Theme.CAPTION, Theme.MUTED, at, 112 + width, y + 17);
            for (int j = 0; j < row.digits().size(); j++) {
                cell(row.digits().get(j)).paint(g, LEFT + DigitsCell.WIDTH * j, y, ROW);
            }
        }
        Frame.text(
                g,
                Theme.CAPTION,
                Theme.MUTED,
                say.text("charts.picture.digits.caption"),
                20,
                TOP + ROW * table.rows().size() + 28.0);
    }

    private static DigitsCell cell(Double digits) {
        return digits == null || digits.isNaN() ? DigitsCell.none() : DigitsCell.of(digits);
    }
}
