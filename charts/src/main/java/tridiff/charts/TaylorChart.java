package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.sweep.TaylorErrors;
import tridiff.expr.said.Said;

/** The errors of Taylor polynomials over the distance from the point: straight lines up to the radius of convergence. */
public final class TaylorChart {

    /** The distance that the title speaks of. */
    private static final double SPOKEN = 0.1;

    private TaylorChart() {}

    /** The picture of such errors. */
    public static Picture of(TaylorErrors errors) {
        List<Double> xs = errors.distances().stream().map(Math::log10).toList();
        var series = new ArrayList<LinesChart.Series>();
        for (TaylorErrors.OfOrder o : errors.orders()) {
            String id = "taylor." + o.order();
            series.add(new LinesChart.Series(
                    id,
                    List.of(Said.of("charts.picture.taylor.order", o.order())),
                    xs,
                    o.errors().stream().map(LinesChart::exponent).toList(),
                    Theme.look(id)));
        }
        return new LinesChart(
                        title(errors),
                        Frame.f(errors.function()),
                        errors.by() + " = " + Numerals.coordinate(errors.at()),
                        Said.of("charts.picture.taylor.distance"),
                        Said.of("charts.picture.taylor.error"),
                        Axis.decades(xs.get(0), xs.get(xs.size() - 1), 12).padded(0.01),
                        series,
                        Said.of("charts.picture.taylor.caption"))
                .picture();
    }

    /** What the highest order is worth at the longest distance up to {@value #SPOKEN} at which f is defined. */
    private static Said title(TaylorErrors errors) {
        List<Double> low = errors.orders().get(0).errors();
        TaylorErrors.OfOrder highest = errors.orders().get(errors.orders().size() - 1);
        List<Double> high = highest.errors();
        int spoken = errors.distances().indexOf(SPOKEN);
        while (spoken >= 0 && !(Double.isFinite(low.get(spoken)) && Double.isFinite(high.get(spoken)))) {
            spoken--;
        }
        return spoken < 0
                ? Said.of("charts.picture.taylor.error")
                : Said.of(
                        "charts.picture.taylor.title",
                        highest.order(),
                        Numerals.scientific(high.get(spoken)),
                        errors.orders().get(0).order(),
                        Numerals.scientific(low.get(spoken)),
                        Numerals.scientific(errors.distances().get(spoken)));
    }
}
