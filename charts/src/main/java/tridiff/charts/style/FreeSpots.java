package tridiff.charts.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds places for short labels inside the plot, away from the curves and from each other. */
public final class FreeSpots {

    private static final double TRACE = 4;
    private static final int COST_OF_CURVE = 12;
    private static final int COST_OF_THIN_LINE = 6;
    private static final int COST_OF_LABEL = 400;
    private static final int COST_OF_DOUBT = 60;

    private final Rectangle2D area;
    private final List<Point2D> curves = new ArrayList<>();
    private final List<Point2D> thinLines = new ArrayList<>();
    private final List<Point2D> marks = new ArrayList<>();
    private final List<Rectangle2D> labels = new ArrayList<>();

    public FreeSpots(Rectangle2D area) {
        this.area = area;
    }

    /** Keeps labels off a straight piece of a curve. */
    public void avoid(Point2D from, Point2D to) {
        trace(from, to, curves);
    }

    /** Keeps labels off a thin line, if that does not take them far away. */
    public void avoidIfEasy(Point2D from, Point2D to) {
        trace(from, to, thinLines);
    }

    private static void trace(Point2D from, Point2D to, List<Point2D> points) {
        int pieces = (int) Math.max(1, from.distance(to) / TRACE);
        for (int i = 0; i <= pieces; i++) {
            double t = (double) i / pieces;
            points.add(new Point2D.Double(
                    from.getX() + t * (to.getX() - from.getX()), from.getY() + t * (to.getY() - from.getY())));
        }
    }

    /** Keeps labels off a mark, and labels of others away from it, so that it is clear which is whose. */
    public void avoid(Point2D mark, double radius) {
        marks.add(mark);
        labels.add(new Rectangle2D.Double(mark.getX() - radius, mark.getY() - radius, 2 * radius, 2 * radius));
    }

    /** Writes a label near one of the anchors, where it disturbs least. */
    public void write(Graphics2D g, String text, Color ink, List<Point2D> anchors) {
        FontMetrics font = g.getFontMetrics(Theme.LABEL);
        Rectangle2D best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Rectangle2D spot : spots(anchors, font.stringWidth(text), font.getAscent() + 1.0)) {
            double cost = cost(spot, anchors);
            if (cost < least) {
                least = cost;
                best = spot;
            }
        }
        if (best != null) {
            labels.add(best);
            paint(g, text, ink, best.getX(), best.getMaxY() - 2);
        }
    }

    private List<Rectangle2D> spots(List<Point2D> anchors, double width, double height) {
        var spots = new ArrayList<Rectangle2D>();
        for (Point2D anchor : anchors) {
            for (double away : new double[] {8, 14, 22, 32}) {
                for (double turn = 0; turn < 360; turn += 15) {
                    double dx = Math.sin(Math.toRadians(turn));
                    double dy = Math.cos(Math.toRadians(turn));
                    double x = anchor.getX() + away * dx + (dx - 1) / 2 * width;
                    double y = anchor.getY() + away * dy + (dy - 1) / 2 * height;
                    var spot = new Rectangle2D.Double(x, y, width, height);
                    if (area.contains(spot)) {
                        spots.add(spot);
                    }
                }
            }
        }
        return spots;
    }

    private double cost(Rectangle2D spot, List<Point2D> anchors) {
        double nearest = anchors.stream()
                .mapToDouble(a -> a.distance(spot.getCenterX(), spot.getCenterY()))
                .min()
                .orElse(0);
        double own = anchors.stream().mapToDouble(a -> distance(spot, a)).min().orElse(0);
        var wide = new Rectangle2D.Double(spot.getX() - 3, spot.getY() - 2, spot.getWidth() + 6, spot.getHeight() + 4);
        long crossed = curves.stream().filter(wide::contains).count();
        long touched = thinLines.stream().filter(wide::contains).count();
        long doubtful = marks.stream().filter(m -> distance(spot, m) < own).count();
        long covered = labels.stream().filter(wide::intersects).count();
        return COST_OF_CURVE * crossed
                + COST_OF_THIN_LINE * touched
                + COST_OF_LABEL * covered
                + COST_OF_DOUBT * doubtful
                + nearest;
    }

    /** From the edge of a rectangle to a point outside of it. */
    private static double distance(Rectangle2D from, Point2D to) {
        double dx = Math.max(0, Math.abs(to.getX() - from.getCenterX()) - from.getWidth() / 2);
        double dy = Math.max(0, Math.abs(to.getY() - from.getCenterY()) - from.getHeight() / 2);
        return Math.hypot(dx, dy);
    }

    /** With a halo that closes the gaps between letters, so that a curve behind it does not disturb. */
    private static void paint(Graphics2D g, String text, Color ink, double x, double y) {
        Shape outline =
                Theme.LABEL.createGlyphVector(g.getFontRenderContext(), text).getOutline();
        Shape placed = AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline);
        g.setColor(Theme.PAPER);
        g.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(placed);
        Frame.text(g, Theme.LABEL, ink, text, x, y);
    }
}
