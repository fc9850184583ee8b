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
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
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
    private static final Map<MethodId, Supplier<Method>> OWN = table(
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

    private static final Map<MethodId, Supplier<Method>> PEERS = peers();

    /** Asked for by name: relatives of those that are shown anyway. */
    private static final Set<MethodId> SPECIAL = Set.of(
            MethodId.numerical("backward"),
            MethodId.numerical("central6"),
            MethodId.numerical("central8"),
            MethodId.numerical("savitzky-golay"),
            MethodId.numerical("richardson"),
            MethodId.numerical("ridders"),
            MethodId.autodiff("directional"));

    private Methods() {}

    @SafeVarargs
    private static Map<MethodId, Supplier<Method>> table(Supplier<Method>... methods) {
        var table = new LinkedHashMap<MethodId, Supplier<Method>>();
        for (Supplier<Method> method : methods) {
            table.put(method.get().id(), method);
        }
        return table;
    }

    private static Map<MethodId, Supplier<Method>> peers() {
        var peers = new TreeMap<MethodId, Supplier<Method>>(Comparator.comparing(MethodId::toString));
        ServiceLoader.load(MethodProvider.class, MethodProvider.class.getClassLoader())
                .forEach(provider -> peers.putAll(provider.methods()));
        return peers;
    }

    /** The methods of this project. */
    public static List<Method> own() {
        return OWN.values().stream().map(Supplier::get).toList();
    }

    /** Every id, family by family, our own methods before the peers. */
    public static List<MethodId> ids() {
        var ids = new ArrayList<MethodId>();
        for (MethodId.Family family : MethodId.Family.values()) {
            OWN.keySet().stream().filter(id -> id.family() == family).forEach(ids::add);
            PEERS.keySet().stream().filter(id -> id.family() == family).forEach(ids::add);
        }
        return ids;
    }

    /** Those that are shown where none are asked for: few enough for a table that can be read. */
    public static List<MethodId> usual() {
        return ids().stream()
                .filter(id -> OWN.containsKey(id) && !SPECIAL.contains(id))
                .toList();
    }

    /** Whether there are methods of other libraries. */
    public static boolean hasPeers() {
        return !PEERS.isEmpty();
    }

    /** Whether an id belongs to a library's method. */
    public static boolean isPeer(MethodId id) {
        return PEERS.containsKey(id.withoutStep());
    }

    /** Whether a method has a step that can be fixed. */
    public static boolean hasStep(MethodId id) {
        return id.isNumerical() && of(id.withoutStep()) instanceof Stepped;
    }

    /** These methods, those that have a step with this one: {@code numerical.forward@1e-8}. */
    public static List<MethodId> withStep(List<MethodId> ids, double h) {
        return ids.stream().map(id -> hasStep(id) ? id.withStep(h) : id).toList();
    }

    /** The method of that id, which may name a step as in {@code numerical.forward@1e-8}. */
    public static Method of(String id) {
        return of(MethodId.parse(id));
    }

    /** The method of that id; with that step, if it names one. */
    public static Method of(MethodId id) {
        MethodId base = id.withoutStep();
        Supplier<Method> method = OWN.getOrDefault(base, PEERS.get(base));
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
     * @throws IllegalInput naming a pattern that matches nothing
     */
    public static List<MethodId> matching(List<String> patterns) {
        var matching = new ArrayList<MethodId>();
        for (String pattern : patterns) {
            String base = MethodId.withoutStep(pattern);
            OptionalDouble step = MethodId.stepOf(pattern);
            List<MethodId> found =
                    ids().stream().filter(id -> matches(base, id.toString())).toList();
            if (step.isPresent()) {
                found = withStep(found.stream().filter(Methods::hasStep).toList(), step.getAsDouble());
            }
            if (found.isEmpty()) {
                throw new IllegalInput(Said.words(pattern));
            }
            found.stream().filter(id -> !matching.contains(id)).forEach(matching::add);
        }
        List<MethodId> order = ids();
        matching.sort(Comparator.comparingInt(id -> order.indexOf(id.withoutStep())));
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
