package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.compare.GradientCost;

/** What a gradient costs against the number of variables, in evaluations of f. */
public final class GradientCostChart {

    private GradientCostChart() {}

    /** The picture of such counts. */
    public static Picture of(GradientCost cost) {
        var series = new ArrayList<LinesChart.Series>();
        for (String id : GradientCost.METHODS) {
            List<GradientCost.Row> rows =
                    cost.rows().stream().filter(r -> r.ratios().containsKey(id)).toList();
            if (rows.isEmpty()) {
                continue;
            }
            GradientCost.Row last = rows.get(rows.size() - 1);
            Look look = Theme.look(id);
            series.add(new LinesChart.Series(
                    id,
                    List.of(
                            MethodNames.of(id),
                            String.format(
                                    Locale.ROOT,
                                    "%.3g × f at n = %d",
                                    last.ratios().get(id),
                                    last.n())),
                    rows.stream().map(r -> Math.log10(r.n())).toList(),
                    rows.stream().map(r -> Math.log10(r.ratios().get(id))).toList(),
                    look.marker() == SeriesMarkers.NONE ? look.with(SeriesMarkers.CIRCLE) : look));
        }
        GradientCost.Row last = cost.rows().get(cost.rows().size() - 1);
        String title = String.format(
                Locale.ROOT,
                "A gradient in %d variables: reverse mode costs %.1f evaluations of f, differences %.0f",
                last.n(),
                last.ratios().get("autodiff.reverse"),
                last.ratios().get("numerical.central2"));
        return new LinesChart(
                        title,
                        cost.about(),
                        "",
                        "number of variables n",
                        "operations of the gradient ÷ operations of f",
                        Axis.sizes(0, Math.log10(last.n()), 12).padded(0.02),
                        series,
                        "scalar operations, counted and not timed; tangents known to be 0 are not computed")
                .picture();
    }
}
