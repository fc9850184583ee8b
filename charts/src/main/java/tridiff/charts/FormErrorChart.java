package tridiff.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Look;
import tridiff.charts.style.MethodNames;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.sweep.FormErrors.FormError;
import tridiff.compare.sweep.SizeSweep;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

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
            Said name = form.equals("expanded")
                    ? Said.of("charts.picture.forms.expanded")
                    : form.equals("horner")
                            ? Said.of("charts.picture.forms.horner")
                            : MethodNames.of(MethodId.parse(form));
            Look look = form.contains(".") ? Theme.look(MethodId.parse(form)) : Theme.look(form);
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
                        worst ? Said.of("charts.picture.forms.worst") : Said.of("charts.picture.forms.depends"),
                        sweep.about(),
                        "",
                        Said.of("charts.picture.family.depth"),
                        Said.of("charts.picture.forms.axis"),
                        Axis.whole(last, 14).padded(0.02),
                        series,
                        Said.of("charts.picture.forms.caption"))
                .picture();
    }
}
