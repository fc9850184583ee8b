package tridiff.charts;

import java.util.Map;

/** What methods are called in pictures. */
final class MethodNames {

    // spotless:off - this is a table
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("numerical.forward",      "forward difference"),
            Map.entry("numerical.backward",     "backward difference"),
            Map.entry("numerical.central2",     "central difference"),
            Map.entry("numerical.central4",     "central, 4 points"),
            Map.entry("numerical.central6",     "central, 6 points"),
            Map.entry("numerical.central8",     "central, 8 points"),
            Map.entry("numerical.complex-step", "complex step"),
            Map.entry("numerical.richardson",   "Richardson"),
            Map.entry("numerical.ridders",      "Ridders"),
            Map.entry("numerical.adaptive",     "adaptive"),
            Map.entry("symbolic.dag",           "symbolic, shared"),
            Map.entry("symbolic.raw",           "symbolic, raw"),
            Map.entry("symbolic.simplified",    "symbolic"),
            Map.entry("autodiff.directional",   "automatic, by direction"),
            Map.entry("autodiff.forward",       "automatic, forward"),
            Map.entry("autodiff.reverse",       "automatic, reverse"));
    // spotless:on

    private MethodNames() {}

    static String of(String id) {
        return NAMES.getOrDefault(id, id);
    }
}
