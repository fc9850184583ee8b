package tridiff.compare.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;

/** The states of a loop of FPCore, each with where it starts and what it becomes: at once, or one after the other. */
final class FpCoreStates {

    private record State(String name, Object start, Object next) {}

    private final FpCoreFormula formula;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, Expr> starts;
    private final boolean inTurn;

    /**
     * The states of a loop.
     *
     * @param names what symbols stand for outside the loop
     * @param inTurn whether a state sees what those before it have become
     */
    FpCoreStates(FpCoreFormula formula, List<?> bindings, Map<String, Expr> names, boolean inTurn) {
        this.formula = formula;
        this.inTurn = inTurn;
        var seen = new HashMap<>(names);
        this.starts = new LinkedHashMap<>();
        for (Object binding : bindings) {
            List<?> parts = FpCoreFormula.asList(binding);
            String name = FpCoreFormula.item(parts, 0).toString();
            Object start = FpCoreFormula.item(parts, 1);
            if (states.put(name, new State(name, start, FpCoreFormula.item(parts, 2))) != null) {
                throw new EntryReading.Fault(Said.of("expr.parser.state", name));
            }
            starts.put(name, formula.of(start, inTurn ? seen : names));
            seen.put(name, starts.get(name));
        }
    }

    /** The states that a form depends on, in their order. */
    Set<String> neededFor(Object form) {
        var needed = new LinkedHashSet<String>();
        Set<String> open = FpCoreFormula.symbols(form);
        while (open.stream().anyMatch(s -> states.containsKey(s) && !needed.contains(s))) {
            states.keySet().stream().filter(open::contains).forEach(needed::add);
            needed.forEach(s -> open.addAll(FpCoreFormula.symbols(states.get(s).next())));
        }
        var ordered = new LinkedHashSet<>(states.keySet());
        ordered.retainAll(needed);
        return ordered;
    }

    /** These states at the start, among what else is known. */
    Map<String, Expr> starts(Set<String> which, Map<String, Expr> names) {
        var now = new HashMap<>(names);
        which.forEach(s -> now.put(s, starts.get(s)));
        return now;
    }

    /** These states after one more round. */
    Map<String, Expr> next(Set<String> which, Map<String, Expr> now) {
        var then = new HashMap<>(now);
        for (String state : which) {
            then.put(state, formula.of(states.get(state).next(), inTurn ? then : now));
        }
        return then;
    }

    /** What all symbols stand for after so many rounds. */
    Map<String, Expr> after(long rounds, Map<String, Expr> names) {
        var order = new ArrayList<>(states.keySet());
        if (order.isEmpty()) {
            return names;
        }
        List<Expr> ends = Expr.iterate(
                rounds,
                order.stream().map(FpCoreNames::readable).toList(),
                order.stream().map(starts::get).toList(),
                fresh -> {
                    Map<String, Expr> then = next(states.keySet(), with(order, fresh, names));
                    return order.stream().map(then::get).toList();
                });
        return with(order, ends, names);
    }

    private static Map<String, Expr> with(List<String> states, List<? extends Expr> values, Map<String, Expr> names) {
        var all = new HashMap<>(names);
        for (int i = 0; i < states.size(); i++) {
            all.put(states.get(i), values.get(i));
        }
        return all;
    }
}
