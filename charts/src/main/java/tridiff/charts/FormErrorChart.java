package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.compare.FormErrors.FormError;
import tridiff.compare.SizeSweep;

/** The error of a derivative in each way to write it, as its function grows: the shortest form can be the worst. */
public final class FormErrorChart {

    private FormErrorChart() {}

    /** The picture of a sweep over depth whose rows have errors. */
    public static Picture of(SizeSweep sweep) {
        List<SizeSweep.Row> rows =
                sweep.rows().stream().filter(r -> !r.errors().isEmpty()).toList();
        List<String> forms = rows.stream()
                .flatMap(r -> r.errors().stream())
                .map(FormError::form)
                .distinct()
                .toList();
        var series = new ArrayList<LinesChart.Series>();
        for (String form : forms) {
            List<Double> ys = rows.stream()
                    .map(r -> r.errors().stream()
                            .filter(e -> e.form().equals(form))
                            .map(e -> LinesChart.exponent(e.scaled()))
                            .findFirst()
                            .orElse(Double.NaN))
                    .toList();
            String name = form.equals("expanded")
                    ? "multiplied out"
                    : form.equals("horner") ? "Horner" : MethodNames.of(form);
            Look look = Theme.look(form);
            series.add(new LinesChart.Series(
                    form,
                    List.of(name),
                    rows.stream().map(r -> (double) r.n()).toList(),
                    ys,
                    look.marker() == SeriesMarkers.NONE ? look.with(SeriesMarkers.CIRCLE) : look));
        }
        int last = rows.get(rows.size() - 1).n();
        boolean worst = rows.get(rows.size() - 1).errors().stream()
                .anyMatch(e -> e.form().equals("expanded") && e.scaled() > 1);
        return new LinesChart(
                        worst
                                ? "Shorter is not more accurate: multiplied out, the derivative loses every digit"
                                : "The error of the derivative depends on how it is written",
                        sweep.about().replaceFirst("^f = ", ""),
                        "",
                        "depth n",
                        "largest error over largest derivative",
                        Axis.whole(last, 14).padded(0.02),
                        series,
                        "all forms are the same function; errors at random points of [0, 1], against proved values")
                .picture();
    }
}
