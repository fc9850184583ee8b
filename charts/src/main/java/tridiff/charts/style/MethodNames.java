package tridiff.charts.style;

import java.util.Map;
import tridiff.expr.said.Said;

/** What methods are called in pictures. */
public final class MethodNames {

    // spotless:off - this is a table
    private static final Map<String, Said> NAMES = Map.ofEntries(
            Map.entry("numerical.forward",      Said.of("charts.picture.method.forward")),
            Map.entry("numerical.backward",     Said.of("charts.picture.method.backward")),
            Map.entry("numerical.central2",     Said.of("charts.picture.method.central")),
            Map.entry("numerical.central4",     Said.of("charts.picture.method.points", "4")),
            Map.entry("numerical.central6",     Said.of("charts.picture.method.points", "6")),
            Map.entry("numerical.central8",     Said.of("charts.picture.method.points", "8")),
            Map.entry("numerical.savitzky-golay", Said.words("Savitzky–Golay")),
            Map.entry("numerical.complex-step", Said.of("charts.picture.method.complex")),
            Map.entry("numerical.richardson",   Said.words("Richardson")),
            Map.entry("numerical.ridders",      Said.words("Ridders")),
            Map.entry("numerical.adaptive",     Said.of("charts.picture.method.adaptive")),
            Map.entry("symbolic.dag",           Said.of("charts.picture.method.shared")),
            Map.entry("symbolic.raw",           Said.of("compare.picture.method.raw")),
            Map.entry("symbolic.simplified",    Said.of("charts.picture.method.symbolic")),
            Map.entry("autodiff.directional",   Said.of("charts.picture.method.automatic.direction")),
            Map.entry("autodiff.forward",       Said.of("compare.picture.method.automatic.forward")),
            Map.entry("autodiff.reverse",       Said.of("charts.picture.method.automatic.reverse")));
    // spotless:on

    private MethodNames() {}

    public static Said of(String id) {
        return NAMES.getOrDefault(id, Said.words(id));
    }
}
