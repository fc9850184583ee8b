package tridiff.compare.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tridiff.expr.Expr;
import tridiff.expr.Names;
import tridiff.expr.said.Said;

/** The arguments of a core as variables: FPCore allows more in a name than we do, x.re becomes x_re. */
final class FpCoreNames {

    private FpCoreNames() {}

    /** A variable for each symbol, no two of which are the same. */
    static Map<String, Expr> of(List<?> arguments) {
        var variables = new LinkedHashMap<String, Expr>();
        var taken = new LinkedHashMap<String, String>();
        for (Object argument : arguments) {
            String symbol = symbol(argument);
            String name = readable(symbol);
            for (int i = 1; taken.containsKey(name); i++) {
                name = readable(symbol) + "_" + i;
            }
            taken.put(name, symbol);
            if (variables.put(symbol, Expr.variable(name)) != null) {
                throw new EntryReading.Fault(Said.of("compare.entry.argument.twice", symbol));
            }
        }
        return variables;
    }

    /** The name of an argument that may be annotated: x or (! :precision binary64 x), but not a vector (x 3). */
    private static String symbol(Object argument) {
        if (argument instanceof String symbol) {
            return symbol;
        }
        List<?> annotated = FpCoreFormula.asList(argument);
        Object last = FpCoreFormula.item(annotated, Math.max(0, annotated.size() - 1));
        if (!annotated.get(0).equals("!") || !(last instanceof String) || annotated.size() % 2 != 0) {
            throw new EntryReading.Fault(Said.of("compare.entry.vector", annotated.get(0)));
        }
        return last.toString();
    }

    /** A name that we allow. */
    static String readable(String symbol) {
        String name = symbol.replaceAll("[^\\p{L}\\p{Nd}_]", "_");
        return Names.isVariable(name) ? Expr.variable(name).name() : "v_" + name;
    }
}
