package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.Look;
import tridiff.charts.style.MethodNames;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.Figures;
import tridiff.compare.sweep.CostSweep;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** What a gradient costs against the number of variables, in evaluations of f. */
public final class GradientCostChart {

    private static final MethodId REVERSE = MethodId.autodiff("reverse");
    private static final MethodId CENTRAL = MethodId.numerical("central2");

    private GradientCostChart() {}

    /** The picture of such counts. */
    public static Picture of(CostSweep sweep) {
        var series = new ArrayList<LinesChart.Series>();
        for (CostSweep.CostExponent slope : sweep.slopes()) {
            MethodId id = slope.method();
            List<CostSweep.Cost> costs =
                    sweep.costs().stream().filter(c -> c.method().equals(id)).toList();
            if (costs.isEmpty()) {
                continue;
            }
            CostSweep.Cost last = costs.get(costs.size() - 1);
            Look look = Theme.look(id);
            series.add(new LinesChart.Series(
                    id.toString(),
                    List.of(
                            MethodNames.of(id),
                            Said.of("charts.picture.gradient.label", Figures.ratio(last.ratio()), last.n())),
                    costs.stream().map(c -> Math.log10(c.n())).toList(),
                    costs.stream().map(c -> Math.log10(c.ratio())).toList(),
                    look.marker() == SeriesMarkers.NONE ? look.with(SeriesMarkers.CIRCLE) : look));
        }
        int most = sweep.costs().stream().mapToInt(CostSweep.Cost::n).max().orElseThrow();
        return new LinesChart(
                        message(sweep, most),
                        Frame.f(sweep.about()),
                        "",
                        Said.of("charts.picture.family.vars.n"),
                        Said.of("charts.picture.gradient.axis"),
                        Axis.sizes(0, Math.log10(most), 12).padded(0.02),
                        series,
                        Said.of("charts.picture.gradient.caption"))
                .picture();
    }

    /** What the largest member says, if it was measured by both. */
    private static Said message(CostSweep sweep, int n) {
        var at = sweep.byVariables().get(n).stream().collect(Collectors.toMap(CostSweep.Cost::method, c -> c.ratio()));
        return at.containsKey(REVERSE) && at.containsKey(CENTRAL)
                ? Said.of(
                        "charts.picture.gradient.title",
                        n,
                        String.format(Locale.ROOT, "%.1f", at.get(REVERSE)),
                        String.format(Locale.ROOT, "%.0f", at.get(CENTRAL)))
                : Said.of("charts.picture.gradient.up", n);
    }
}
