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
        var rows = new ArrayList<Row>();
        for (int n : numbers) {
            Expr f = family.members().apply(n);
            List<Expr.Var> variables = f.variables();
            long operations = WengertList.of(f, variables).operations();
            var ratios = new LinkedHashMap<String, Double>();
            for (String id : METHODS) {
                if (!id.startsWith("symbolic") || n <= MOST_WRITTEN) {
                    count(id, f, variables, operations, ratios);
                }
            }
            rows.add(new Row(n, operations, ratios));
        }
        return new GradientCost(family.name(), family.about(), rows);
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
