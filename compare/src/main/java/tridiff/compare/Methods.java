package tridiff.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tridiff.autodiff.DirectionalForward;
import tridiff.autodiff.ForwardMode;
import tridiff.autodiff.ReverseMode;
import tridiff.numerical.FiniteDifference;
import tridiff.numerical.SchemeMethod;
import tridiff.numerical.Stepped;
import tridiff.numerical.complex.ComplexStep;
import tridiff.symbolic.SymbolicDerivative;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.MethodProvider;

/** All methods there are, ours and those of other libraries that are found, by id. Peers are made only when they are asked for. */
public final class Methods {

    // spotless:off - this is a table
    private static final Map<String, Supplier<Method>> OWN = table(
            FiniteDifference::forward,
            FiniteDifference::backward,
            () -> FiniteDifference.central(2),
            () -> FiniteDifference.central(4),
            () -> FiniteDifference.central(6),
            () -> FiniteDifference.central(8),
            FiniteDifference::savitzkyGolay,
            SchemeMethod::richardson,
            SchemeMethod::ridders,
            SchemeMethod::adaptive,
            ComplexStep::new,
            SymbolicDerivative::raw,
            SymbolicDerivative::simplified,
            SymbolicDerivative::shared,
            DirectionalForward::new,
            ForwardMode::new,
            ReverseMode::new);

    // spotless:on

    private static final Map<String, Supplier<Method>> PEERS = peers();

    /** Asked for by name: relatives of those that are shown anyway. */
    private static final Set<String> SPECIAL = Set.of(
            "numerical.backward",
            "numerical.central6",
            "numerical.central8",
            "numerical.savitzky-golay",
            "numerical.richardson",
            "numerical.ridders",
            "autodiff.directional");

    private Methods() {}

    @SafeVarargs
    private static Map<String, Supplier<Method>> table(Supplier<Method>... methods) {
        var table = new LinkedHashMap<String, Supplier<Method>>();
        for (Supplier<Method> method : methods) {
            table.put(method.get().id().toString(), method);
        }
        return table;
    }

    private static Map<String, Supplier<Method>> peers() {
        var peers = new TreeMap<String, Supplier<Method>>();
        ServiceLoader.load(MethodProvider.class, MethodProvider.class.getClassLoader())
                .forEach(provider -> provider.methods().forEach((id, method) -> peers.put(id.toString(), method)));
        return peers;
    }

    /** The methods of this project. */
    public static List<Method> own() {
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

    /** Those that are shown where none are asked for: few enough for a table that can be read. */
    public static List<String> usual() {
        return ids().stream()
                .filter(id -> OWN.containsKey(id) && !SPECIAL.contains(id))
                .toList();
    }

    /** Whether there are methods of other libraries. */
    public static boolean hasPeers() {
        return !PEERS.isEmpty();
    }

    /** Whether an id belongs to a library's method. */
    public static boolean isPeer(String id) {
        return PEERS.containsKey(MethodId.withoutStep(id));
    }

    /** Whether a method has a step that can be fixed. */
    public static boolean hasStep(String id) {
        MethodId parsed = MethodId.parse(id);
        return parsed.isNumerical() && of(parsed.withoutStep()) instanceof Stepped;
    }

    /** These methods, those that have a step with this one: {@code numerical.forward@1e-8}. */
    public static List<String> withStep(List<String> ids, double h) {
        return ids.stream()
                .map(id -> hasStep(id) ? MethodId.parse(id).withStep(h).toString() : id)
                .toList();
    }

    /** The method of that id, which may name a step as in {@code numerical.forward@1e-8}. */
    public static Method of(String id) {
        return of(MethodId.parse(id));
    }

    /** The method of that id; with that step, if it names one. */
    public static Method of(MethodId id) {
        String name = id.withoutStep().toString();
        Supplier<Method> method = OWN.getOrDefault(name, PEERS.get(name));
        if (method == null) {
            throw new IllegalArgumentException("there is no method " + id);
        }
        return id.step().isEmpty()
                ? method.get()
                : ((Stepped) method.get()).withStep(id.step().getAsDouble());
    }

    /**
     * The ids that match any of the patterns, where * stands for any characters. A pattern may fix the step of those methods that have
     * one: {@code numerical.central*@1e-5}.
     *
     * @throws IllegalArgumentException naming a pattern that matches nothing
     */
    public static List<String> matching(List<String> patterns) {
        var matching = new ArrayList<String>();
        for (String pattern : patterns) {
            String base = MethodId.withoutStep(pattern);
            OptionalDouble step = MethodId.stepOf(pattern);
            List<String> found = ids().stream().filter(id -> matches(base, id)).toList();
            if (step.isPresent()) {
                found = withStep(found.stream().filter(Methods::hasStep).toList(), step.getAsDouble());
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException(pattern);
            }
            found.stream().filter(id -> !matching.contains(id)).forEach(matching::add);
        }
        List<String> order = ids();
        matching.sort(Comparator.comparingInt(id -> order.indexOf(MethodId.withoutStep(id))));
        return matching;
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
