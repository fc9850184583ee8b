package tridiff.charts.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** The page of a picture: title, subtitle, axes and caption around the plot, which XChart paints. */
public final class Frame {

    public static final int WIDTH = 960;
    public static final int HEIGHT = 600;
    public static final int LEFT = 64;
    static final int RIGHT = 216;
    public static final int TOP = 98;
    static final int BOTTOM = 84;
    public static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
    public static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

    private static final int MARGIN = 20;
    private static final BasicStroke DOTS =
            new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, new float[] {0.1f, 5}, 0);

    private final XYChart chart = new XYChart(PLOT_WIDTH, PLOT_HEIGHT);
    private final Axis x;
    private final Axis y;

    public Frame(Axis x, Axis y) {
        this.x = x;
        this.y = y;
        Theme.apply(chart.getStyler());
        chart.getStyler().setXAxisMin(x.low()).setXAxisMax(x.high());
        chart.getStyler().setYAxisMin(y.low()).setYAxisMax(y.high());
        x.ticks().forEach(t -> line("grid x " + t, List.of(t, t), List.of(y.low(), y.high()), Theme.GRID_LINE));
        y.ticks().stream()
                .filter(t -> t > y.low() && t < y.high())
                .forEach(t -> line("grid y " + t, List.of(x.low(), x.high()), List.of(t, t), Theme.GRID_LINE));
    }

    public XYChart chart() {
        return chart;
    }

    /** Adds a series; NaN is a gap. */
    public void line(String name, List<Double> xs, List<Double> ys, Look look) {
        look.dress(chart.addSeries(name, unboxed(xs), unboxed(ys)));
    }

    private static double[] unboxed(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double across(double value) {
        return LEFT + PLOT_WIDTH * (value - x.low()) / (x.high() - x.low());
    }

    public double down(double value) {
        return TOP + PLOT_HEIGHT * (y.high() - value) / (y.high() - y.low());
    }

    /** The inside of the plot without a strip of that height at the bottom. */
    public static Rectangle2D plot(double strip) {
        return new Rectangle2D.Double(LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT - strip);
    }

    public void paintPlot(Graphics2D g) {
        Graphics2D inside = (Graphics2D) g.create(LEFT, TOP, PLOT_WIDTH + 1, PLOT_HEIGHT + 1);
        chart.paint(inside, PLOT_WIDTH, PLOT_HEIGHT);
        inside.dispose();
    }

    /** The title; below it the function and where it is taken, each cut to its share of the line. */
    public void paintTitles(Graphics2D g, Language say, Said title, Said function, String place) {
        double width = WIDTH - 2.0 * MARGIN;
        text(
                g,
                Theme.TITLE,
                Theme.INK,
                FittedText.cut(title.in(say), g.getFontMetrics(Theme.TITLE), width),
                MARGIN,
                34);
        FontMetrics font = g.getFontMetrics(Theme.SUBTITLE);
        String where =
                place.isEmpty() ? "" : "   " + say.text("charts.picture.at", FittedText.cut(place, font, width / 2));
        String what = FittedText.cut(function.in(say), font, width - font.stringWidth(where));
        text(g, Theme.SUBTITLE, Theme.MUTED, what + where, MARGIN, 56);
    }

    /** The function of a formula or of a family, as it stands below a title. */
    public static Said f(Object formula) {
        return Said.of("charts.join.f", formula);
    }

    public void paintAxes(Graphics2D g, Language say, Said xTitle, Said yTitle) {
        FontMetrics font = g.getFontMetrics(Theme.AXIS);
        text(g, Theme.AXIS, Theme.INK, FittedText.cut(yTitle.in(say), font, PLOT_WIDTH), LEFT, TOP - 12);
        String below = FittedText.cut(xTitle.in(say), font, PLOT_WIDTH);
        double left = LEFT + (PLOT_WIDTH - font.stringWidth(below)) / 2.0;
        text(g, Theme.AXIS, Theme.INK, below, left, TOP + PLOT_HEIGHT + 39);
        for (double t : x.ticks()) {
            String label = x.label().apply(t);
            double width = g.getFontMetrics(Theme.LABEL).stringWidth(label);
            text(g, Theme.LABEL, Theme.MUTED, label, across(t) - width / 2, TOP + PLOT_HEIGHT + 18);
        }
        y.ticks().forEach(t -> paintYLabel(g, y.label().apply(t), t));
    }

    public void paintYLabel(Graphics2D g, String label, double at) {
        double width = g.getFontMetrics(Theme.LABEL).stringWidth(label);
        text(g, Theme.LABEL, Theme.MUTED, label, LEFT - 8 - width, down(at) + 4);
    }

    /** At most two lines at the foot. */
    public void paintCaption(Graphics2D g, Language say, List<Said> lines) {
        for (int i = 0; i < Math.min(2, lines.size()); i++) {
            String line = FittedText.cut(lines.get(i).in(say), g.getFontMetrics(Theme.CAPTION), WIDTH - 2.0 * MARGIN);
            text(g, Theme.CAPTION, Theme.MUTED, line, MARGIN, HEIGHT - 26 + 15 * i);
        }
    }

    /** A label in the margin with a thin line to where its series ends. */
    public void paintLineEnds(Graphics2D g, Language say, List<LineEnd> ends) {
        List<Double> places = LineEnd.spread(ends, TOP, TOP + PLOT_HEIGHT);
        double edge = LEFT + PLOT_WIDTH;
        for (int i = 0; i < ends.size(); i++) {
            LineEnd end = ends.get(i);
            double place = places.get(i);
            g.setColor(end.look().line());
            if (end.x() < edge - PLOT_WIDTH / 20.0) {
                g.setStroke(DOTS);
                g.draw(new Line2D.Double(end.x() + 8, end.y(), edge, end.y()));
            }
            g.setStroke(Theme.HAIRLINE);
            g.draw(new Line2D.Double(edge + 5, end.y(), edge + 14, place));
            paintLabel(g, say, end, edge + 18, place);
        }
    }

    private static void paintLabel(Graphics2D g, Language say, LineEnd end, double x, double middle) {
        double baseline = middle + 4 - LineEnd.LINE / 2 * (end.lines().size() - 1);
        Font font = Theme.STRONG;
        for (Said line : end.lines()) {
            String label = FittedText.cut(line.in(say), g.getFontMetrics(font), WIDTH - x - 4);
            text(g, font, end.look().text(), label, x, baseline);
            baseline += LineEnd.LINE;
            font = Theme.LABEL;
        }
    }

    public static void text(Graphics2D g, Font font, Color color, String text, double x, double y) {
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) x, (float) y);
    }
}
