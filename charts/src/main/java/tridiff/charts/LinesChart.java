package tridiff.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.LineEnd;
import tridiff.charts.style.Look;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/**
 * Lines or points over an axis, labelled at their ends. Heights are exponents of ten; minus infinity is an exact zero, which has a
 * strip of its own below the axis.
 *
 * @param title what the numbers say
 */
record LinesChart(
        Said title, Said function, String place, Said across, Said up, Axis x, List<Series> series, Said caption) {

    private static final double STRIP = 0.07;

    /**
     * One method.
     *
     * @param label its name, and what else is to be said of it
     */
    record Series(String id, List<Said> label, List<Double> xs, List<Double> ys, Look look) {}

    Picture picture() {
        double[] heights = series.stream()
                .flatMap(s -> s.ys.stream())
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        boolean zeros = series.stream().anyMatch(s -> s.ys.contains(Double.NEGATIVE_INFINITY));
        Axis positive = heights.length == 0
                ? Axis.decades(-1, 1, 10)
                : Axis.decades(heights[0] - 0.05, heights[heights.length - 1] + 0.05, 10);
        double strip = zeros ? STRIP * (positive.high() - positive.low()) : 0;
        var frame = new Frame(x, positive.lowered(strip));
        double zero = positive.low() - strip / 2;
        for (Series s : series) {
            frame.line(
                    s.id,
                    s.xs,
                    s.ys.stream()
                            .map(y -> y == Double.NEGATIVE_INFINITY ? Double.valueOf(zero) : y)
                            .toList(),
                    s.look);
        }
        return Picture.paint(
                Frame.WIDTH, Frame.HEIGHT, (g, say) -> paint(g, say, frame, positive, zeros ? zero : Double.NaN));
    }

    private void paint(Graphics2D g, Language say, Frame frame, Axis positive, double zero) {
        frame.paintTitles(g, say, title, function, place);
        if (!Double.isNaN(zero)) {
            double top = frame.down(positive.low());
            g.setColor(Theme.STRIP);
            g.fill(new Rectangle2D.Double(Frame.LEFT, top, Frame.PLOT_WIDTH, Frame.TOP + Frame.PLOT_HEIGHT - top));
        }
        frame.paintPlot(g);
        frame.paintAxes(g, say, across, up);
        if (!Double.isNaN(zero)) {
            frame.paintYLabel(g, "0", zero);
        }
        var ends = new ArrayList<LineEnd>();
        for (Series s : series) {
            int last = s.ys.size() - 1;
            while (last >= 0 && s.ys.get(last).isNaN()) {
                last--;
            }
            if (last >= 0) {
                double y = s.ys.get(last) == Double.NEGATIVE_INFINITY ? zero : s.ys.get(last);
                ends.add(new LineEnd(s.label, s.look, frame.across(s.xs.get(last)), frame.down(y)));
            }
        }
        frame.paintLineEnds(g, say, ends);
        frame.paintCaption(g, say, List.of(caption));
    }

    /** The exponent of a number that is not negative. */
    static double exponent(double value) {
        return value == 0 ? Double.NEGATIVE_INFINITY : Math.log10(value);
    }
}
