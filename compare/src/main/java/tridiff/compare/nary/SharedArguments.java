package tridiff.compare.nary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tridiff.compare.nary.NaryForm.Kind;

/**
 * What several sums, or several products, have in common becomes a part of its own.
 *
 * <p>After SymPy 1.14: {@code match_common_args}. Each is compared with all later ones, which have no fewer arguments; those with the
 * fewest common ones first.
 */
final class SharedArguments {

    private final NaryForms k;
    private final Kind kind;
    private final List<NaryForm> functions;
    private final List<Set<NaryForm>> arguments = new ArrayList<>();
    private final Map<NaryForm, Set<Integer>> users = new HashMap<>();
    private final Map<NaryForm, Integer> ranks = new HashMap<>(); // by first use
    private final Set<Integer> changed = new HashSet<>();

    private SharedArguments(NaryForms k, Kind kind, Collection<NaryForm> functions) {
        this.k = k;
        this.kind = kind;
        this.functions = functions.stream()
                .sorted(Comparator.comparingInt(f -> f.arguments.size()))
                .toList();
        for (NaryForm f : this.functions) {
            arguments.add(new LinkedHashSet<>());
            f.arguments.forEach(argument -> add(arguments.size() - 1, argument));
        }
    }

    /**
     * Finds the common arguments.
     *
     * @param functions all sums or all products
     * @return each of them that has a new form, with that form, which is not evaluated
     */
    static Map<NaryForm, NaryForm> of(NaryForms k, Kind kind, Collection<NaryForm> functions) {
        var shared = new SharedArguments(k, kind, functions);
        var rewritten = new HashMap<NaryForm, NaryForm>();
        for (int i = 0; i < shared.functions.size(); i++) {
            shared.compareWithLater(i);
            if (shared.changed.contains(i)) {
                rewritten.put(shared.functions.get(i), shared.unevaluated(shared.arguments.get(i)));
            }
            for (NaryForm argument : shared.arguments.get(i)) {
                shared.users.get(argument).remove(i);
            }
        }
        return rewritten;
    }

    private void add(int function, NaryForm argument) {
        ranks.putIfAbsent(argument, ranks.size());
        arguments.get(function).add(argument);
        users.computeIfAbsent(argument, a -> new HashSet<>()).add(function);
    }

    private NaryForm unevaluated(Set<NaryForm> parts) {
        return k.unevaluated(
                kind, parts.stream().sorted(Comparator.comparing(ranks::get)).toList());
    }

    private void compareWithLater(int i) {
        List<Integer> later = candidates(i);
        for (int n = 0; n < later.size(); n++) {
            int j = later.get(n);
            var common = new LinkedHashSet<>(arguments.get(i));
            common.retainAll(arguments.get(j));
            if (common.size() < 2) {
                continue; // they were put together for an earlier one
            }
            NaryForm part = functions.get(i);
            if (common.size() < arguments.get(i).size()) {
                part = unevaluated(common);
                replace(i, common, part);
            }
            replace(j, common, part);
            for (int other : later.subList(n + 1, later.size())) {
                if (arguments.get(other).containsAll(common)) {
                    replace(other, common, part);
                }
            }
        }
    }

    /** Later ones with two common arguments or more. */
    private List<Integer> candidates(int i) {
        var counts = new TreeMap<Integer, Integer>();
        for (NaryForm argument : arguments.get(i)) {
            users.get(argument).stream().filter(j -> j > i).forEach(j -> counts.merge(j, 1, Integer::sum));
        }
        return counts.keySet().stream()
                .filter(j -> counts.get(j) > 1)
                .sorted(Comparator.comparing(counts::get)) // stable
                .toList();
    }

    private void replace(int function, Set<NaryForm> common, NaryForm part) {
        for (NaryForm argument : common) {
            arguments.get(function).remove(argument);
            users.get(argument).remove(function);
        }
        add(function, part);
        changed.add(function);
    }
}
