package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.Figures;

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
                    r.id(),
                    List.of(
                            MethodNames.of(r.id()),
                            Figures.ulps(r.worstUlps()) + " ulp, " + r.operations() + " operations"),
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
                        report.input().understood(),
                        point,
                        "operations ÷ operations of f",
                        "relative error",
                        Axis.sizes(Math.max(0, low - 0.1), high + 0.1, 12).padded(0.02),
                        series,
                        "each difference at the step it chooses itself; lower and further left is better")
                .picture();
    }

    private static String title(List<MethodResult> results) {
        double difference = best(results, true);
        double rule = best(results, false);
        return difference > 10 * rule
                ? "More work does not make differences as accurate as rules"
                : "The error that is reached, and the work that it takes";
    }

    private static double best(List<MethodResult> results, boolean numerical) {
        return results.stream()
                .filter(r -> r.family().equals("numerical") == numerical)
                .mapToDouble(MethodResult::worstRelativeError)
                .min()
                .orElse(Double.NaN);
    }
}
