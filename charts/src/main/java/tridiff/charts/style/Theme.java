package tridiff.charts.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Map;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tridiff.wengert.method.MethodId;

/**
 * The house style: every picture has these fonts, inks and looks, and a colour always means the same.
 *
 * <p>Vermillion is numerical, green symbolic, blue automatic, grey the reference: the palette of Okabe and Ito, which people with
 * colour-blindness tell apart. The members of a family differ in lightness, and in marker, width or dash besides.
 */
public final class Theme {

    public static final Color PAPER = Color.WHITE;
    public static final Color INK = new Color(0x22262B);
    public static final Color MUTED = new Color(0x5B636D);
    public static final Color GRID = new Color(0xE3E6EA);
    public static final Color BORDER = new Color(0xB8BEC6);
    public static final Color STRIP = new Color(0xF4F5F7);

    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final String FAMILY = Font.SANS_SERIF;

    public static final Font TITLE = new Font(FAMILY, Font.BOLD, 18);
    public static final Font SUBTITLE = new Font(FAMILY, Font.PLAIN, 13);
    static final Font AXIS = new Font(FAMILY, Font.PLAIN, 13);
    public static final Font LABEL = new Font(FAMILY, Font.PLAIN, 12);
    public static final Font STRONG = new Font(FAMILY, Font.BOLD, 12);
    public static final Font CAPTION = new Font(FAMILY, Font.PLAIN, 11);

    public static final BasicStroke HAIRLINE = new BasicStroke(1);

    private static final Color GREY = new Color(0x7A828C);

    // spotless:off - this is a table
    private static final Map<MethodId, Look> METHODS = Map.ofEntries(
            //        id                                        line                  text                  width
            Map.entry(MethodId.numerical("forward"),           Look.of(new Color(0xE69F00), new Color(0xA87400), 1.7f).with(SeriesMarkers.CIRCLE)),
            Map.entry(MethodId.numerical("central2"),          Look.of(new Color(0xD55E00), new Color(0xC25500), 1.7f).with(SeriesMarkers.SQUARE)),
            Map.entry(MethodId.numerical("central4"),          Look.of(new Color(0x7F2E00), new Color(0x7F2E00), 1.7f).with(SeriesMarkers.TRIANGLE_UP)),
            Map.entry(MethodId.numerical("backward"),          Look.of(new Color(0xE6B85C), new Color(0x9A7420), 1.7f).dashed(6, 3).with(SeriesMarkers.CIRCLE)),
            Map.entry(MethodId.numerical("central6"),          Look.of(new Color(0xB5651D), new Color(0x9A5210), 1.7f).dashed(6, 3).with(SeriesMarkers.DIAMOND)),
            Map.entry(MethodId.numerical("central8"),          Look.of(new Color(0xA31F34), new Color(0xA31F34), 1.7f).with(SeriesMarkers.TRIANGLE_DOWN)),
            Map.entry(MethodId.numerical("savitzky-golay"),    Look.of(new Color(0x8C6BB1), new Color(0x6A4A93), 1.7f).with(SeriesMarkers.SQUARE)),
            Map.entry(MethodId.numerical("complex-step"),      Look.of(new Color(0xCC79A7), new Color(0xA8548A), 1.7f).with(SeriesMarkers.DIAMOND)),
            Map.entry(MethodId.numerical("richardson"),        Look.of(new Color(0xC98A5A), new Color(0x935A2C), 1.6f).dashed(2, 4)),
            Map.entry(MethodId.numerical("ridders"),           Look.of(new Color(0xD55E00), new Color(0xC25500), 1.6f).dashed(2, 4)),
            Map.entry(MethodId.numerical("adaptive"),          Look.of(new Color(0x7F2E00), new Color(0x7F2E00), 1.6f).dashed(8, 3)),
            Map.entry(MethodId.symbolic("raw"),                Look.of(new Color(0x5DBB9B), new Color(0x3A8F72), 1.6f).dashed(4, 3)),
            Map.entry(MethodId.symbolic("simplified"),         Look.of(new Color(0x009E73), new Color(0x007F5C), 5.0f)),
            Map.entry(MethodId.symbolic("dag"),                Look.of(new Color(0x00704F), new Color(0x00704F), 2.0f).dashed(6, 4)),
            Map.entry(MethodId.autodiff("directional"),        Look.of(new Color(0x004E7A), new Color(0x004E7A), 1.6f).dashed(2, 4)),
            Map.entry(MethodId.autodiff("forward"),            Look.of(new Color(0x0072B2), new Color(0x0072B2), 2.6f)),
            Map.entry(MethodId.autodiff("reverse"),            Look.of(new Color(0x56B4E9), new Color(0x2683B8), 1.6f).dashed(5, 4)));

    private static final Map<String, Look> SERIES = Map.ofEntries(
            Map.entry("expanded",                              Look.of(new Color(0x5DBB9B), new Color(0x3A8F72), 2.2f).with(SeriesMarkers.CIRCLE)),
            Map.entry("horner",                                Look.of(new Color(0x5DBB9B), new Color(0x3A8F72), 1.7f).dashed(6, 4).with(SeriesMarkers.SQUARE)),
            Map.entry("taylor.1",                              Look.of(new Color(0x9ECAE1), new Color(0x4A8DB8), 1.7f).with(SeriesMarkers.CIRCLE)),
            Map.entry("taylor.2",                              Look.of(new Color(0x6BAED6), new Color(0x3A7FB0), 1.7f).with(SeriesMarkers.SQUARE)),
            Map.entry("taylor.4",                              Look.of(new Color(0x4292C6), new Color(0x2D74A6), 1.7f).with(SeriesMarkers.TRIANGLE_UP)),
            Map.entry("taylor.8",                              Look.of(new Color(0x2171B5), new Color(0x2171B5), 1.7f).with(SeriesMarkers.DIAMOND)),
            Map.entry("taylor.16",                             Look.of(new Color(0x08306B), new Color(0x08306B), 1.7f).with(SeriesMarkers.TRIANGLE_DOWN)),
            Map.entry("f.tree",                                Look.of(new Color(0x7A828C), new Color(0x5B636D), 1.3f)),
            Map.entry("adjoint",                               Look.of(new Color(0x56B4E9), new Color(0x2683B8), 1.6f).dashed(5, 4)),
            Map.entry("raw.tree",                              Look.of(new Color(0x5DBB9B), new Color(0x3A8F72), 2.2f).with(SeriesMarkers.CIRCLE)),
            Map.entry("raw.shared",                            Look.of(new Color(0x5DBB9B), new Color(0x3A8F72), 1.7f).dashed(6, 4).with(SeriesMarkers.SQUARE)),
            Map.entry("simplified.tree",                       Look.of(new Color(0x00704F), new Color(0x00704F), 2.2f).with(SeriesMarkers.CIRCLE)),
            Map.entry("simplified.shared",                     Look.of(new Color(0x00704F), new Color(0x00704F), 1.7f).dashed(6, 4).with(SeriesMarkers.SQUARE)));
    // spotless:on

    static final Look GRID_LINE = Look.of(GRID, MUTED, 1);

    private Theme() {}

    /** The look of a method; grey, as the reference is, if it is none of ours. */
    public static Look look(MethodId method) {
        return METHODS.getOrDefault(method, Look.of(GREY, GREY, 1.7f));
    }

    /** The look of what is no method: a size, an order, a way to write a formula. */
    public static Look look(String series) {
        return SERIES.getOrDefault(series, Look.of(GREY, GREY, 1.7f));
    }

    /** Leaves to XChart the lines, the markers and the border, and nothing else. */
    static void apply(XYStyler style) {
        style.setChartBackgroundColor(NOTHING)
                .setPlotBackgroundColor(NOTHING)
                .setPlotBorderColor(BORDER)
                .setChartPadding(0)
                .setChartTitleVisible(false)
                .setLegendVisible(false)
                .setPlotContentSize(1)
                .setMarkerSize(5);
        style.setPlotMargin(0)
                .setAxisTitlesVisible(false)
                .setAxisTicksVisible(false)
                .setPlotGridLinesVisible(false)
                .setPlotTicksMarksVisible(false);
    }
}
