package tridiff.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tridiff.expr.Differentiator;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

/**
 * What a gradient costs as the number of variables grows: scalar operations of each method over those of f. Counted, not timed.
 *
 * @param family the functions
 * @param rows one for each number of variables
 */
public record GradientCost(String family, String about, List<Row> rows) {

    /** The methods that are counted. */
    public static final List<String> METHODS = List.of(
            "numerical.central2",
            "numerical.forward",
            "autodiff.forward",
            "autodiff.reverse",
            "symbolic.raw",
            "symbolic.dag");

    /** Written-out formulas are taken up to so many variables. */
    private static final int MOST_WRITTEN = 20;

    /**
     * One function.
     *
     * @param operations of f
     * @param ratios by method; methods that refuse are left out
     */
    public record Row(int n, long operations, Map<String, Double> ratios) {}

    /** Counts for these numbers of variables. */
    public static GradientCost of(Family family, List<Integer> numbers) {
        var rows = numbers.stream().map(n -> row(family.members().apply(n))).toList();
        return new GradientCost(family.name(), family.about(), rows);
    }

    /** Counts for one function. */
    public static GradientCost of(String text, Expr f) {
        return new GradientCost(text, text, List.of(row(f)));
    }

    private static Row row(Expr f) {
        List<Expr.Var> variables = f.variables();
        long operations = Math.max(1, WengertList.of(f, variables).operations());
        var ratios = new LinkedHashMap<String, Double>();
        for (String id : METHODS) {
            if (!id.startsWith("symbolic") || variables.size() <= MOST_WRITTEN) {
                count(id, f, variables, operations, ratios);
            }
        }
        return new Row(variables.size(), operations, ratios);
    }

    /** A row for each number of variables, a column for each method. */
    public Grid table() {
        var headings = new ArrayList<>(List.of(">n", ">f, operations"));
        METHODS.forEach(id -> headings.add(">" + id));
        List<List<String>> cells = rows.stream()
                .map(r -> {
                    var row = new ArrayList<>(List.of(Integer.toString(r.n), Long.toString(r.operations)));
                    METHODS.forEach(id -> row.add(r.ratios.containsKey(id) ? Figures.ratio(r.ratios.get(id)) : "-"));
                    return (List<String>) row;
                })
                .toList();
        return new Grid("", headings, cells);
    }

    private static void count(
            String id, Expr f, List<Expr.Var> variables, long operations, Map<String, Double> ratios) {
        try {
            Methods.of(id)
                    .prepare(f, variables, variables)
                    .operations()
                    .ifPresent(count -> ratios.put(id, (double) count / operations));
        } catch (Differentiator.Refusal e) {
            // not in the table, then
        }
    }
}
