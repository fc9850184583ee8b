package tridiff.charts.style;

import java.util.Map;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/** What methods are called in pictures. */
public final class MethodNames {

    // spotless:off - this is a table
    private static final Map<MethodId, Said> NAMES = Map.ofEntries(
            Map.entry(MethodId.numerical("forward"),      Said.of("charts.picture.method.forward")),
            Map.entry(MethodId.numerical("backward"),     Said.of("charts.picture.method.backward")),
            Map.entry(MethodId.numerical("central2"),     Said.of("charts.picture.method.central")),
            Map.entry(MethodId.numerical("central4"),     Said.of("charts.picture.method.points", "4")),
            Map.entry(MethodId.numerical("central6"),     Said.of("charts.picture.method.points", "6")),
            Map.entry(MethodId.numerical("central8"),     Said.of("charts.picture.method.points", "8")),
            Map.entry(MethodId.numerical("savitzky-golay"), Said.words("Savitzky–Golay")),
            Map.entry(MethodId.numerical("complex-step"), Said.of("charts.picture.method.complex")),
            Map.entry(MethodId.numerical("richardson"),   Said.words("Richardson")),
            Map.entry(MethodId.numerical("ridders"),      Said.words("Ridders")),
            Map.entry(MethodId.numerical("adaptive"),     Said.of("charts.picture.method.adaptive")),
            Map.entry(MethodId.symbolic("dag"),           Said.of("charts.picture.method.shared")),
            Map.entry(MethodId.symbolic("raw"),           Said.of("compare.picture.method.raw")),
            Map.entry(MethodId.symbolic("simplified"),    Said.of("charts.picture.method.symbolic")),
            Map.entry(MethodId.autodiff("directional"),   Said.of("charts.picture.method.automatic.direction")),
            Map.entry(MethodId.autodiff("forward"),       Said.of("compare.picture.method.automatic.forward")),
            Map.entry(MethodId.autodiff("reverse"),       Said.of("charts.picture.method.automatic.reverse")));
    // spotless:on

    private MethodNames() {}

    public static Said of(MethodId id) {
        return NAMES.getOrDefault(id, Said.words(id.toString()));
    }
}
