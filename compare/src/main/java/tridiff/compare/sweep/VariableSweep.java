package tridiff.compare.sweep;

import java.util.List;
import java.util.stream.Stream;
import tridiff.compare.table.Result;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;

/**
 * What grows with the number of variables: the cost of a gradient, and the formulas of its partial derivatives.
 *
 * @param schema version of the JSON form
 * @param gradients what each method costs
 * @param formulas how large they become
 */
public record VariableSweep(String schema, CostSweep gradients, SizeSweep formulas) implements Result {

    @Override
    public String text(Language say) {
        return gradients.text(say) + "\n" + say.text("compare.sizes.formulas") + "\n" + formulas.text(say);
    }

    @Override
    public List<Table> tables() {
        return Stream.of(gradients, formulas).flatMap(r -> r.tables().stream()).toList();
    }

    /** The costs; the sizes have columns of another kind. */
    @Override
    public String csv() {
        return gradients.csv();
    }
}
