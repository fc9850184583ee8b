package tridiff.symbolic.form;

import java.util.ArrayList;
import java.util.List;
import tridiff.expr.Expr;

/**
 * A simplified formula and what it takes for granted.
 *
 * @param expr the formula
 * @param conditions what is assumed: where one of them does not hold, the original is undefined and this may have a value
 * @param complete false if the search for something smaller met its limit; the formula is right all the same
 */
public record Simplification(Expr expr, List<Condition> conditions, boolean complete) {

    /** What comes after this one, with the conditions of both. */
    public Simplification then(Simplification next) {
        return new Simplification(next.expr, united(conditions, next.conditions), complete && next.complete);
    }

    /** The conditions of all of them, each once. */
    public static List<Condition> conditions(List<Simplification> all) {
        List<Condition> conditions = List.of();
        for (Simplification one : all) {
            conditions = united(conditions, one.conditions);
        }
        return conditions;
    }

    /** The conditions of both, each once. */
    public static List<Condition> united(List<Condition> earlier, List<Condition> later) {
        var all = new ArrayList<>(earlier);
        for (Condition c : later) {
            if (all.stream().noneMatch(c::sameAs)) {
                all.add(c);
            }
        }
        return List.copyOf(all);
    }
}
