package tridiff.wengert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tridiff.expr.DataColumn;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Repeated;

/**
 * A row that a formula asks of a {@link DataColumn}, and that is not there.
 *
 * @param row its number, as the formula counts
 * @param rows how many rows there are
 */
public record MissingRow(String column, long row, int rows) {

    /** The first and the last value of an index. */
    private record Span(long from, long to) {}

    /**
     * The first that is found, where a row is an index, or one shifted or multiplied: at an end of the range of that index. What
     * depends on variables, too, is not known before they are.
     */
    public static Optional<MissingRow> in(Expr f) {
        return in(List.of(f), Map.of());
    }

    private static Optional<MissingRow> in(List<Expr> formulas, Map<Expr.Var, Span> indices) {
        for (Expr e : Expr.nodes(formulas)) {
            Optional<MissingRow> missing =
                    e instanceof Expr.UnaryCall call && call.operation() instanceof DataColumn column
                            ? at(column, call.parts().get(0), indices)
                            : e instanceof Repeated loop ? in(loop, indices) : Optional.empty();
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<MissingRow> in(Repeated loop, Map<Expr.Var, Span> indices) {
        if (loop.from() > loop.to() || loop.index() == null) {
            return Optional.empty();
        }
        var inner = new HashMap<>(indices);
        inner.put(loop.index(), new Span(loop.from(), loop.to()));
        return in(loop.bodies(), inner);
    }

    private static Optional<MissingRow> at(DataColumn column, Expr row, Map<Expr.Var, Span> indices) {
        List<Expr.Var> variables = row.variables();
        if (!indices.keySet().containsAll(variables)) {
            return Optional.empty();
        }
        var value = WengertList.of(row, variables);
        for (boolean last : new boolean[] {false, true}) {
            List<Double> ends = variables.stream()
                    .map(indices::get)
                    .map(span -> (double) (last ? span.to : span.from))
                    .toList();
            double asked = value.in(DoubleAlgebra.ALGEBRA, ends).get(0);
            if (asked == Math.rint(asked) && (asked < 0 || asked >= column.size())) {
                return Optional.of(new MissingRow(column.symbol(), (long) asked, column.size()));
            }
        }
        return Optional.empty();
    }
}
