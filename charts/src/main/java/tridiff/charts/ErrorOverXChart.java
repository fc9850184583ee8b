package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.MethodNames;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.Figures;
import tridiff.compare.sweep.PointErrors;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** Errors over many points of one variable: a dot for each, a label with the median and the largest. */
public final class ErrorOverXChart {

    private ErrorOverXChart() {}

    /** The picture of such errors. */
    public static Picture of(PointErrors errors) {
        boolean log = errors.logarithmic();
        List<Double> xs = errors.points().stream()
                .map(x -> log ? Math.log10(Math.abs(x)) : x)
                .toList();
        var series = new ArrayList<LinesChart.Series>();
        double best = Double.MAX_VALUE;
        double worst = 0;
        MethodId bestId = null;
        MethodId worstId = null;
        for (PointErrors.OfMethod m : errors.methods()) {
            double[] sorted = m.ulps().stream()
                    .filter(u -> !u.isNaN())
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                continue;
            }
            double median = sorted[sorted.length / 2];
            if (median < best) {
                best = median;
                bestId = m.id();
            }
            if (median >= worst) {
                worst = median;
                worstId = m.id();
            }
            series.add(new LinesChart.Series(
                    m.id().toString(),
                    List.of(
                            MethodNames.of(m.id()),
                            Said.of(
                                    "charts.picture.points.label",
                                    Figures.ulps(median),
                                    Figures.ulps(sorted[sorted.length - 1]))),
                    xs,
                    m.ulps().stream().map(LinesChart::exponent).toList(),
                    Theme.look(m.id()).with(SeriesMarkers.CIRCLE).pointsOnly()));
        }
        double low = xs.get(0);
        double high = xs.get(xs.size() - 1);
        Axis x = log
                ? Axis.decades(low, high, 12).padded(0.01)
                : Axis.linear(low, high).padded(0.01);
        Said title = Said.of(
                "charts.picture.points.title",
                Figures.ulps(best),
                MethodNames.of(bestId),
                Figures.ulps(worst),
                MethodNames.of(worstId));
        return new LinesChart(
                        title,
                        Frame.f(errors.function()),
                        "",
                        Said.words(errors.by()),
                        Said.of("charts.picture.points.axis"),
                        x,
                        series,
                        Said.of("charts.picture.points.caption", errors.points().size()))
                .picture();
    }
}
