package tridiff.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.stream.DoubleStream;
import tridiff.charts.style.Frame;
import tridiff.charts.style.FreeSpots;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Theme;
import tridiff.compare.sweep.StepSweep;
import tridiff.wengert.method.MethodId;

/** What is painted over the curves of a sweep: the best steps with their numbers, the classical steps, the names of the slopes. */
final class StepSizeMarks {

    private static final BasicStroke EDGE = new BasicStroke(1.6f);
    private static final double DOT = 5;
    private static final double DIAMOND = 6;

    private final StepSweep sweep;
    private final StepSizeScale scale;
    private final Frame frame;
    private final FreeSpots spots;

    StepSizeMarks(StepSweep sweep, StepSizeScale scale, Frame frame) {
        this.sweep = sweep;
        this.scale = scale;
        this.frame = frame;
        this.spots = new FreeSpots(Frame.plot(scale.stripHeight()));
    }

    void paint(Graphics2D g) {
        scale.errors().forEach(this::avoid);
        sweep.schemes().forEach(s -> Theory.of(s, sweep.steps()).ifPresent(this::avoid));
        sweep.schemes().forEach(s -> paintClassical(g, s));
        sweep.schemes().stream().filter(StepSizeMarks::hasBest).forEach(s -> paintBest(g, s));
        sweep.schemes().stream().filter(StepSizeMarks::hasBest).forEach(s -> writeBest(g, s));
        sweep.schemes().forEach(s -> Theory.of(s, sweep.steps()).ifPresent(t -> writeTheory(g, s, t)));
    }

    /** Where a difference is exact there is no one best step: its end label says how often it is. */
    private static boolean hasBest(StepSweep.ErrorCurve scheme) {
        return scheme.best() >= 0 && scheme.errors().get(scheme.best()) > 0;
    }

    private Point2D best(StepSweep.ErrorCurve scheme) {
        return at(scheme.id(), sweep.steps().get(scheme.best()), scheme.errors().get(scheme.best()));
    }

    private Point2D at(MethodId id, double step, double error) {
        return new Point2D.Double(frame.across(Math.log10(step)), frame.down(scale.height(id, error)));
    }

    private void avoid(MethodId id, List<Double> errors) {
        if (errors.size() == 1 && errors.get(0) >= 0) {
            double y = frame.down(scale.height(id, errors.get(0)));
            spots.avoid(new Point2D.Double(Frame.LEFT, y), new Point2D.Double(Frame.LEFT + Frame.PLOT_WIDTH, y));
        }
        for (int i = 1; i < errors.size(); i++) {
            if (errors.get(i - 1) >= 0 && errors.get(i) >= 0) {
                spots.avoid(
                        at(id, sweep.steps().get(i - 1), errors.get(i - 1)),
                        at(id, sweep.steps().get(i), errors.get(i)));
            }
        }
    }

    private void avoid(Theory theory) {
        List<Double> ends = theory.within(scale);
        spots.avoidIfEasy(on(theory, ends.get(0)), on(theory, ends.get(1)));
    }

    private Point2D on(Theory theory, double step) {
        return new Point2D.Double(frame.across(step), frame.down(theory.at(step)));
    }

    private void paintBest(Graphics2D g, StepSweep.ErrorCurve scheme) {
        Point2D at = best(scheme);
        var dot = new Ellipse2D.Double(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT);
        paintMark(g, dot, Theme.look(scheme.id()).line(), Theme.PAPER);
        spots.avoid(at, DOT);
    }

    private void writeBest(Graphics2D g, StepSweep.ErrorCurve scheme) {
        String text = "h = " + Numerals.scientific(sweep.steps().get(scheme.best()));
        spots.write(g, text, Theme.look(scheme.id()).text(), List.of(best(scheme)));
    }

    private void paintClassical(Graphics2D g, StepSweep.ErrorCurve scheme) {
        double h = scheme.classicalStep();
        double error = scheme.classicalError();
        boolean inside =
                Math.log10(h) >= scale.x().low() && Math.log10(h) <= scale.x().high();
        if (inside && (error > 0 || error == 0 && scale.hasZeros(scheme.id()))) {
            Point2D at = at(scheme.id(), h, error);
            paintMark(g, diamond(at), Theme.PAPER, Theme.look(scheme.id()).line());
            spots.avoid(at, DIAMOND);
        }
    }

    private static Shape diamond(Point2D at) {
        var path = new Path2D.Double();
        path.moveTo(at.getX(), at.getY() - DIAMOND);
        path.lineTo(at.getX() + DIAMOND, at.getY());
        path.lineTo(at.getX(), at.getY() + DIAMOND);
        path.lineTo(at.getX() - DIAMOND, at.getY());
        path.closePath();
        return path;
    }

    private static void paintMark(Graphics2D g, Shape shape, Color inside, Color edge) {
        g.setColor(inside);
        g.fill(shape);
        g.setColor(edge);
        g.setStroke(EDGE);
        g.draw(shape);
    }

    /** Beside the part of the line that the errors have left. */
    private void writeTheory(Graphics2D g, StepSweep.ErrorCurve scheme, Theory theory) {
        double low = theory.within(scale).get(0);
        double left = Math.log10(sweep.steps().get(Math.max(0, scheme.best())));
        double high = left > low ? left : low + (theory.within(scale).get(1) - low) / 3;
        List<Point2D> anchors = DoubleStream.of(0.1, 0.25, 0.4, 0.55)
                .mapToObj(t -> on(theory, low + t * (high - low)))
                .toList();
        spots.write(g, theory.label(), Theme.look(scheme.id()).text(), anchors);
    }
}
