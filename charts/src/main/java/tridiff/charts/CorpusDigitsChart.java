package tridiff.charts;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import tridiff.charts.style.FittedText;
import tridiff.charts.style.Frame;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.corpus.CorpusDigits;
import tridiff.compare.corpus.Outcome;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** Correct digits by entry of a corpus and method, the worst entry on top. */
public final class CorpusDigitsChart {

    /** Entries that a page or a slide has room for. */
    static final int MOST_ROWS = 40;

    private static final int MARGIN = 20;
    private static final int NAME = 140;
    private static final int LEFT = 450;

    /** Between a function and its point, where spaces would be swallowed on a page. */
    private static final int GAP = 8;

    private static final int TOP = 124;
    private static final int ROW = 22;
    private static final int FOOT = 58;

    private final List<MethodId> methods;
    private final List<Outcome> rows;
    private final long entries;

    private CorpusDigitsChart(CorpusDigits digits) {
        this.methods = digits.methods();
        this.rows = digits.worst().stream().limit(MOST_ROWS).toList();
        this.entries = digits.entries();
    }

    /** The picture of what came of a corpus; {@link CorpusDigits#entries} must not be 0. */
    public static Picture of(CorpusDigits digits) {
        var chart = new CorpusDigitsChart(digits);
        return Picture.paint(
                LEFT + DigitsCell.WIDTH * Math.max(4, chart.methods.size()) + MARGIN,
                TOP + ROW * chart.rows.size() + FOOT,
                chart::paint);
    }

    private void paint(Graphics2D g, Language say) {
        Frame.text(g, Theme.TITLE, Theme.INK, say.text("charts.picture.digits.title"), MARGIN, 34);
        Frame.text(g, Theme.SUBTITLE, Theme.MUTED, shown().in(say), MARGIN, 56);
        for (int i = 0; i < methods.size(); i++) {
            DigitsCell.paintHeading(g, say, methods.get(i), LEFT + DigitsCell.WIDTH * i, TOP);
        }
        for (int i = 0; i < rows.size(); i++) {
            paint(g, say, rows.get(i), TOP + (double) ROW * i);
        }
        double foot = TOP + ROW * rows.size() + 24.0;
        caption(g, say.text("charts.picture.corpus.caption"), foot);
        caption(g, say.text("charts.picture.corpus.hatched"), foot + 16);
    }

    /** How much of the corpus is to be seen. */
    private Said shown() {
        return rows.size() < entries
                ? Said.of("charts.picture.corpus.showing", rows.size(), entries)
                : Said.of(entries == 1 ? "charts.picture.corpus.one" : "charts.picture.corpus.all", entries);
    }

    private static void caption(Graphics2D g, String text, double y) {
        Frame.text(g, Theme.CAPTION, Theme.MUTED, text, MARGIN, y);
    }

    private void paint(Graphics2D g, Language say, Outcome row, double y) {
        FontMetrics font = g.getFontMetrics(Theme.CAPTION);
        double baseline = y + ROW / 2.0 + 4;
        String name = FittedText.cut(row.id(), font, NAME);
        Frame.text(g, Theme.CAPTION, Theme.MUTED, name, MARGIN, baseline);
        double left = MARGIN + NAME + 10.0;
        double room = LEFT - left - 10;
        String at = say.text("charts.picture.at", FittedText.clean(row.at()));
        at = GAP + font.stringWidth(at) < room / 2
                ? at
                : ""; // a point of many variables leaves no room for the function
        String formula = FittedText.cut(row.text(), font, room - GAP - font.stringWidth(at));
        Frame.text(g, Theme.CAPTION, Theme.INK, formula, left, baseline);
        Frame.text(g, Theme.CAPTION, Theme.MUTED, at, left + font.stringWidth(formula) + GAP, baseline);
        for (OfMethod result : row.methods()) {
            int column = methods.indexOf(result.id());
            if (column >= 0) {
                cell(result).paint(g, LEFT + DigitsCell.WIDTH * column, y, ROW);
            }
        }
    }

    private static DigitsCell cell(OfMethod result) {
        return result.verdict() == Judgement.WRONG
                ? DigitsCell.wrong()
                : result.verdict() == Judgement.UNDEFINED || result.digits() == null
                        ? DigitsCell.none()
                        : DigitsCell.of(result.digits());
    }
}
