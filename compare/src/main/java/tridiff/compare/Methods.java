package tridiff.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.autodiff.CommonsDerivativeStructure;
import tridiff.autodiff.ForwardMode;
import tridiff.autodiff.ReverseMode;
import tridiff.expr.Differentiator;
import tridiff.numerical.CommonsFiniteDifferences;
import tridiff.numerical.FiniteDifference;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.symbolic.SymjaDerivative;

/** All methods there are, ours and the libraries', by id. Peers are made only when they are asked for. */
public final class Methods {

    // spotless:off - these are tables
    private static final Map<String, Supplier<Differentiator>> OWN = table(
            FiniteDifference::forward,
            () -> FiniteDifference.central(2),
            () -> FiniteDifference.central(4),
            SymbolicDerivative::raw,
            SymbolicDerivative::simplified,
            SymbolicDerivative::shared,
            ForwardMode::new,
            ReverseMode::new);

    private static final Map<String, Supplier<Differentiator>> PEERS = Map.of(
            "numerical.commons", CommonsFiniteDifferences::new,
            "symbolic.symja",    SymjaDerivative::new,
            "autodiff.commons",  CommonsDerivativeStructure::new);
    // spotless:on

    private Methods() {}

    @SafeVarargs
    private static Map<String, Supplier<Differentiator>> table(Supplier<Differentiator>... methods) {
        var table = new LinkedHashMap<String, Supplier<Differentiator>>();
        for (Supplier<Differentiator> method : methods) {
            table.put(method.get().id(), method);
        }
        return table;
    }

    /** The methods of this project. */
    public static List<Differentiator> own() {
        return OWN.values().stream().map(Supplier::get).toList();
    }

    /** Every id, family by family, our own methods before the peers. */
    public static List<String> ids() {
        var ids = new ArrayList<String>();
        for (String family : List.of("numerical", "symbolic", "autodiff")) {
            OWN.keySet().stream().filter(id -> id.startsWith(family)).forEach(ids::add);
            PEERS.keySet().stream().filter(id -> id.startsWith(family)).forEach(ids::add);
        }
        return ids;
    }

    /** Whether an id belongs to a library's method. */
    public static boolean isPeer(String id) {
        return PEERS.containsKey(id);
    }

    /** The method of that id. */
    public static Differentiator of(String id) {
        Supplier<Differentiator> method = OWN.getOrDefault(id, PEERS.get(id));
        if (method == null) {
            throw new IllegalArgumentException("there is no method " + id);
        }
        return method.get();
    }

    /**
     * The ids that match any of the patterns, where * stands for any characters.
     *
     * @throws IllegalArgumentException naming a pattern that matches nothing
     */
    public static List<String> matching(List<String> patterns) {
        for (String pattern : patterns) {
            if (ids().stream().noneMatch(id -> matches(pattern, id))) {
                throw new IllegalArgumentException(pattern);
            }
        }
        return ids().stream()
                .filter(id -> patterns.stream().anyMatch(p -> matches(p, id)))
                .toList();
    }

    /** Glob matching from left to right, greedy only where it must be: linear for one star, never exponential. */
    private static boolean matches(String pattern, String id) {
        int star = -1;
        int mark = 0;
        int p = 0;
        int i = 0;
        while (i < id.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = i;
            } else if (p < pattern.length() && pattern.charAt(p) == id.charAt(i)) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++mark;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
