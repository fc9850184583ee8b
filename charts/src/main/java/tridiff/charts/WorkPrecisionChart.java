package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.MethodNames;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.Figures;
import tridiff.expr.said.Said;

/** Error against work: the further down and to the left, the better. */
public final class WorkPrecisionChart {

    private WorkPrecisionChart() {}

    /** The picture of a comparison in which some method is judged. */
    public static Picture of(ComparisonReport report) {
        List<MethodResult> results = report.results().stream()
                .filter(r -> r.refusal() == null && r.operations() != null && r.operations() > 0)
                .filter(r -> Double.isFinite(r.worstRelativeError()))
                .toList();
        var series = new ArrayList<LinesChart.Series>();
        double low = Double.MAX_VALUE;
        double high = 0;
        for (MethodResult r : results) {
            double work = Math.log10(
                    (double) r.operations() / Math.max(1, report.function().operations()));
            low = Math.min(low, work);
            high = Math.max(high, work);
            series.add(new LinesChart.Series(
                    r.id().toString(),
                    List.of(
                            MethodNames.of(r.id()),
                            Said.of("charts.picture.work.label", Figures.ulps(r.worstUlps()), r.operations())),
                    List.of(work),
                    List.of(LinesChart.exponent(r.worstRelativeError())),
                    Theme.look(r.id()).with(SeriesMarkers.CIRCLE).pointsOnly()));
        }
        String point = report.input().point().stream()
                .map(c -> c.name() + " = " + Numerals.coordinate(c.value()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return new LinesChart(
                        title(results),
                        Frame.f(report.input().understood()),
                        point,
                        Said.of("charts.picture.work.axis"),
                        Said.of("charts.picture.work.up"),
                        Axis.sizes(Math.max(0, low - 0.1), high + 0.1, 12).padded(0.02),
                        series,
                        Said.of("charts.picture.work.caption"))
                .picture();
    }

    private static Said title(List<MethodResult> results) {
        double difference = best(results, true);
        double rule = best(results, false);
        return difference > 10 * rule ? Said.of("charts.picture.work.more") : Said.of("charts.picture.work.error");
    }

    private static double best(List<MethodResult> results, boolean numerical) {
        return results.stream()
                .filter(r -> r.id().isNumerical() == numerical)
                .mapToDouble(MethodResult::worstRelativeError)
                .min()
                .orElse(Double.NaN);
    }
}
