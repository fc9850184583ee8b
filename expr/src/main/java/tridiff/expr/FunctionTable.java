package tridiff.expr;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that the typed language knows, by name. The standard table can be extended by functions of one's own. */
public final class FunctionTable {

    private static final Map<String, Operation> ALIASES = Map.of(
            "ln", Elementary.LOG,
            "pow", Arithmetic.POWER,
            "arcsin", Elementary.ASIN,
            "arccos", Elementary.ACOS,
            "arctan", Elementary.ATAN,
            "signum", Elementary.SIGN);

    private static final FunctionTable STANDARD = new FunctionTable(standardRows());

    private final Map<String, Operation> rows;

    private FunctionTable(Map<String, Operation> rows) {
        this.rows = rows;
    }

    public static FunctionTable standard() {
        return STANDARD;
    }

    private static Map<String, Operation> standardRows() {
        var rows = new LinkedHashMap<String, Operation>();
        Arrays.stream(Elementary.values()).filter(f -> f != Elementary.NEGATE).forEach(f -> rows.put(f.symbol(), f));
        Arrays.stream(Bivariate.values()).forEach(f -> rows.put(f.symbol(), f));
        return rows;
    }

    /** This table with further functions of one's own. */
    public FunctionTable with(Operation... own) {
        var extended = new LinkedHashMap<>(rows);
        for (Operation f : own) {
            extended.put(f.symbol(), f);
        }
        return new FunctionTable(extended);
    }

    /** The function of that name or alias. */
    public Optional<Operation> find(String name) {
        Operation row = rows.get(name);
        return Optional.ofNullable(row != null ? row : ALIASES.get(name));
    }

    /** The function that Java code calls by that name, such as {@code Math.sin} or {@code Real.erf}. */
    public Optional<Operation> findJava(String qualified) {
        if (qualified.equals(Arithmetic.POWER.java())) {
            return Optional.of(Arithmetic.POWER);
        }
        Collection<Operation> comparisons = List.of(Comparison.values());
        return java.util.stream.Stream.concat(rows.values().stream(), comparisons.stream())
                .filter(f -> f.java().equals(qualified))
                .findFirst();
    }

    /** All functions, in the order of the table. */
    public Collection<Operation> rows() {
        return rows.values();
    }

    /** Other names of a function. */
    public List<String> aliases(Operation f) {
        return ALIASES.entrySet().stream()
                .filter(e -> e.getValue() == f)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** All names, aliases included. */
    public List<String> names() {
        return java.util.stream.Stream.concat(rows.keySet().stream(), ALIASES.keySet().stream())
                .toList();
    }
}
