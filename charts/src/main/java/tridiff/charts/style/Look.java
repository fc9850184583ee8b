package tridiff.charts.style;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How a series is drawn; its text has an ink of its own, since thin letters need a darker one than lines. */
public record Look(Color line, Color text, BasicStroke stroke, Marker marker) {

    static Look of(Color line, Color text, float width) {
        return new Look(
                line, text, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), SeriesMarkers.NONE);
    }

    public Look with(Marker other) {
        return new Look(line, text, stroke, other);
    }

    Look dashed(float on, float off) {
        float[] dashes = {on, off};
        return new Look(
                line,
                text,
                new BasicStroke(stroke.getLineWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0),
                marker);
    }

    /** The thin dashed line of what theory says of this series. */
    public Look theory() {
        Color pale = new Color(line.getRed(), line.getGreen(), line.getBlue(), 150);
        return of(pale, text, 1).dashed(4, 4);
    }

    /** The same without a line. */
    public Look pointsOnly() {
        return new Look(line, text, SeriesLines.NONE, marker);
    }

    /** The same without markers. */
    public Look lineOnly() {
        return with(SeriesMarkers.NONE);
    }

    void dress(XYSeries series) {
        series.setLineColor(line);
        series.setLineStyle(stroke);
        series.setMarker(marker);
        series.setMarkerColor(line);
    }
}
