package tridiff.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import tridiff.charts.style.Frame;
import tridiff.charts.style.LineEnd;
import tridiff.charts.style.Look;
import tridiff.charts.style.MethodNames;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.sweep.StepSweep;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** The error of differences against their step, as a picture: the V of truncation and round-off, and the methods that have no step. */
public final class StepSizeChart {

    private static final double CROWDED = 9;
    private static final double MARKERS_APART = 28;

    private final StepSweep sweep;
    private final StepSizeScale scale;
    private final List<Double> x;
    private final Frame frame;

    private StepSizeChart(StepSweep sweep) {
        this.sweep = sweep;
        this.scale = new StepSizeScale(sweep);
        this.x = sweep.steps().stream().map(Math::log10).toList();
        this.frame = new Frame(scale.x(), scale.y());
        for (StepSweep.ErrorCurve scheme : sweep.schemes()) {
            Theory.of(scheme, sweep.steps()).ifPresent(t -> addTheory(scheme.id(), t));
        }
        sweep.stepless().stream().filter(m -> m.error() >= 0).forEach(this::addStepless);
        sweep.schemes().forEach(this::addScheme);
    }

    /** The picture of a sweep. */
    public static Picture of(StepSweep sweep) {
        return Picture.paint(Frame.WIDTH, Frame.HEIGHT, new StepSizeChart(sweep)::paint);
    }

    /** What XChart is given; both axes are of decimal exponents. */
    static XYChart plotOf(StepSweep sweep) {
        return new StepSizeChart(sweep).frame.chart();
    }

    private void addTheory(MethodId id, Theory theory) {
        List<Double> ends = theory.within(scale);
        frame.line(
                id + " in theory",
                ends,
                ends.stream().map(theory::at).toList(),
                Theme.look(id).theory());
    }

    private void addStepless(StepSweep.Stepless method) {
        double y = scale.height(method.id(), method.error());
        List<Double> ends = List.of(scale.x().low(), scale.x().high());
        frame.line(method.id().toString(), ends, List.of(y, y), Theme.look(method.id()));
    }

    private void addScheme(StepSweep.ErrorCurve scheme) {
        Look look = Theme.look(scheme.id());
        List<Double> y = heights(scheme, e -> e > 0);
        boolean crowded = pixelsApart() < CROWDED;
        frame.line(scheme.id().toString(), x, y, crowded ? look.lineOnly() : look);
        if (crowded) {
            addMarkers(scheme.id(), y, look.pointsOnly());
        }
        if (scale.hasZeros(scheme.id())) {
            frame.line(scheme.id() + " zero", x, heights(scheme, e -> e == 0), look.pointsOnly());
        }
    }

    /** Where the points would run together, only some are marked, and those that no line leads to. */
    private void addMarkers(MethodId id, List<Double> y, Look look) {
        int every = (int) Math.ceil(MARKERS_APART / pixelsApart());
        List<Double> marked = IntStream.range(0, y.size())
                .mapToObj(i -> i % every == 0 || isAlone(y, i) ? y.get(i) : Double.valueOf(Double.NaN))
                .toList();
        frame.line(id + " markers", x, marked, look);
    }

    private static boolean isAlone(List<Double> y, int i) {
        return (i == 0 || y.get(i - 1).isNaN())
                && (i == y.size() - 1 || y.get(i + 1).isNaN());
    }

    private double pixelsApart() {
        return (double) Frame.PLOT_WIDTH / Math.max(1, x.size() - 1);
    }

    /** The heights of the errors that are wanted, NaN for the others. */
    private List<Double> heights(StepSweep.ErrorCurve scheme, DoublePredicate wanted) {
        return scheme.errors().stream()
                .map(e -> wanted.test(e) ? Double.valueOf(scale.height(scheme.id(), e)) : Double.valueOf(Double.NaN))
                .toList();
    }

    private void paint(Graphics2D g, Language say) {
        frame.paintTitles(g, say, StepSizeMessage.of(sweep), Frame.f(sweep.function()), place());
        paintStrip(g);
        frame.paintPlot(g);
        frame.paintAxes(g, say, Said.of("charts.picture.steps.axis"), errorTitle());
        frame.paintLineEnds(g, say, lineEnds());
        new StepSizeMarks(sweep, scale, frame).paint(g);
        frame.paintCaption(g, say, caption());
    }

    private String place() {
        return sweep.point().stream()
                .map(c -> c.name() + " = " + Numerals.coordinate(c.value()))
                .collect(Collectors.joining(", "));
    }

    private Said errorTitle() {
        String d = sweep.point().size() == 1 ? "d" : "∂";
        String derivative = d + "f/" + d + sweep.by();
        return sweep.absolute()
                ? Said.of("charts.picture.steps.absolute", derivative)
                : Said.of("charts.picture.steps.relative", derivative);
    }

    private void paintStrip(Graphics2D g) {
        if (scale.stripHeight() > 0) {
            double top = frame.down(scale.floor());
            g.setColor(Theme.STRIP);
            g.fill(new Rectangle2D.Double(Frame.LEFT, top, Frame.PLOT_WIDTH, scale.stripHeight()));
            g.setColor(Theme.BORDER);
            g.setStroke(Theme.HAIRLINE);
            g.draw(new Line2D.Double(Frame.LEFT, top, Frame.LEFT + Frame.PLOT_WIDTH, top));
            frame.paintYLabel(g, "0", scale.zero());
        }
    }

    private List<LineEnd> lineEnds() {
        var ends = new ArrayList<LineEnd>();
        scale.errors().forEach((id, errors) -> {
            int last = lastNumber(errors);
            if (last >= 0) {
                double right = isStepless(id) ? scale.x().high() : x.get(last);
                double y = frame.down(scale.height(id, errors.get(last)));
                ends.add(new LineEnd(labelOf(id, errors), Theme.look(id), frame.across(right), y));
            }
        });
        return ends;
    }

    private boolean isStepless(MethodId id) {
        return sweep.stepless().stream().anyMatch(m -> m.id().equals(id));
    }

    /** The name; for a difference, how often it is exact. */
    private List<Said> labelOf(MethodId id, List<Double> errors) {
        long exact = errors.stream().filter(e -> e == 0).count();
        return exact == 0 || isStepless(id)
                ? List.of(name(id))
                : List.of(name(id), Said.of("charts.picture.steps.often", exact, errors.size()));
    }

    private static Said name(MethodId id) {
        return MethodNames.of(id);
    }

    private static int lastNumber(List<Double> errors) {
        return IntStream.range(0, errors.size())
                .filter(i -> !errors.get(i).isNaN())
                .reduce(-1, (a, b) -> b);
    }

    private List<Said> caption() {
        Said legend = Said.of("charts.picture.steps.legend");
        Stream<Said> gaps = sweep.schemes().stream()
                .filter(s -> s.gaps() > 0)
                .map(s -> Said.of("charts.picture.steps.gaps", name(s.id()), s.gaps(), x.size()));
        Stream<Said> without =
                sweep.stepless().stream().filter(m -> Double.isNaN(m.error())).map(m -> name(m.id()));
        Said missing = Said.list("; ", Stream.concat(gaps, without).toList());
        return missing.isEmpty() ? List.of(legend) : List.of(legend, Said.of("charts.picture.steps.missing", missing));
    }
}
