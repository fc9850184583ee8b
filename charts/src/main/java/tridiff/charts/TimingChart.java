package tridiff.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import tridiff.charts.style.Axis;
import tridiff.charts.style.FittedText;
import tridiff.charts.style.Frame;
import tridiff.charts.style.Look;
import tridiff.charts.style.MethodNames;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.Figures;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** Times of one gradient as bars from zero, with their 95 % intervals; on a logarithmic axis where they differ much. */
public final class TimingChart {

    private static final int LEFT = 170;
    private static final int RIGHT = 190;
    private static final int TOP = 84;
    private static final int ROW = 34;
    private static final int FOOT = 70;
    private static final double MUCH = 30;

    private final ComparisonReport report;
    private final List<MethodResult> results;
    private final boolean logarithmic;
    private final double low;
    private final double high;

    private TimingChart(ComparisonReport report) {
        this.report = report;
        this.results = report.results().stream()
                .filter(r -> r.time() != null)
                .sorted(Comparator.comparingDouble(r -> r.time().medianNanos()))
                .toList();
        double first = results.get(0).time().medianNanos();
        double longest =
                results.stream().mapToDouble(r -> r.time().highNanos()).max().orElse(1);
        this.logarithmic = longest > MUCH * first;
        this.low = logarithmic ? Math.floor(Math.log10(first)) : 0;
        this.high = logarithmic ? Math.log10(longest) : longest;
    }

    /** The picture of a comparison in which something was timed. */
    public static Picture of(ComparisonReport report) {
        var chart = new TimingChart(report);
        return Picture.paint(Frame.WIDTH, TOP + ROW * chart.results.size() + FOOT, chart::paint);
    }

    private double across(double nanos) {
        double at = logarithmic ? Math.log10(Math.max(nanos, 1e-3)) : nanos;
        return LEFT + (Frame.WIDTH - LEFT - RIGHT) * Math.max(0, Math.min(1, (at - low) / (high - low)));
    }

    private Said title() {
        MethodResult a = results.get(0);
        if (results.size() == 1) {
            return Said.of("charts.picture.timing.one");
        }
        MethodResult b = results.get(1);
        boolean apart = a.time().highNanos() < b.time().lowNanos();
        return apart
                ? Said.of("charts.picture.timing.fastest", MethodNames.of(a.id()))
                : Said.of("charts.picture.timing.same", MethodNames.of(a.id()), MethodNames.of(b.id()));
    }

    private void paint(Graphics2D g, Language say) {
        Frame.text(g, Theme.TITLE, Theme.INK, title().in(say), 20, 34);
        String formula = FittedText.cut(
                say.text(
                        "charts.picture.timing.f",
                        report.input().understood(),
                        Figures.timing(report.function().time())),
                g.getFontMetrics(Theme.SUBTITLE),
                Frame.WIDTH - 40.0);
        Frame.text(g, Theme.SUBTITLE, Theme.MUTED, formula, 20, 56);
        int bottom = TOP + ROW * results.size();
        Axis axis = logarithmic ? Axis.decades(low, Math.max(high, low + 1), 12) : Axis.linear(low, high);
        g.setStroke(Theme.HAIRLINE);
        for (double t : axis.ticks()) {
            double nanos = logarithmic ? Math.pow(10, t) : t;
            if (logarithmic ? t > high : t > high * 1.001) {
                continue;
            }
            g.setColor(Theme.GRID);
            g.draw(new Line2D.Double(across(nanos), TOP - 6, across(nanos), bottom));
            String label = nanos == 0 ? "0" : Figures.nanos(nanos).replace(".0 ", " ");
            double width = g.getFontMetrics(Theme.LABEL).stringWidth(label);
            Frame.text(g, Theme.LABEL, Theme.MUTED, label, across(nanos) - width / 2, bottom + 18);
        }
        for (int i = 0; i < results.size(); i++) {
            bar(g, say, results.get(i), TOP + ROW * i);
        }
        Frame.text(
                g,
                Theme.CAPTION,
                Theme.MUTED,
                say.text(logarithmic ? "charts.picture.timing.caption.log" : "charts.picture.timing.caption"),
                20,
                bottom + FOOT - 20.0);
    }

    private void bar(Graphics2D g, Language say, MethodResult r, double y) {
        Look look = Theme.look(r.id());
        String name = MethodNames.of(r.id()).in(say);
        double width = g.getFontMetrics(Theme.STRONG).stringWidth(name);
        Frame.text(g, Theme.STRONG, look.text(), name, LEFT - 10 - width, y + 18);
        g.setColor(look.line());
        g.fill(new Rectangle2D.Double(LEFT, y + 4, across(r.time().medianNanos()) - LEFT, ROW - 14));
        g.setColor(Theme.INK);
        double from = across(r.time().lowNanos());
        double to = across(r.time().highNanos());
        double middle = y + 4 + (ROW - 14) / 2.0;
        g.draw(new Line2D.Double(from, middle, to, middle));
        g.draw(new Line2D.Double(from, middle - 4, from, middle + 4));
        g.draw(new Line2D.Double(to, middle - 4, to, middle + 4));
        String label = Figures.timing(r.time()) + "  " + Figures.ratio(r.ratio()) + " × f";
        Frame.text(
                g, Theme.LABEL, Theme.INK, label, Math.max(to, across(r.time().medianNanos())) + 10, y + 18);
    }
}
