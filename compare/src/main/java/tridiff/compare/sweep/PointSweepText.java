package tridiff.compare.sweep;

import static tridiff.compare.table.Cell.name;
import static tridiff.compare.table.Cell.number;
import static tridiff.compare.table.Cell.text;
import static tridiff.compare.table.Column.left;
import static tridiff.compare.table.Column.right;

import java.util.ArrayList;
import java.util.List;
import tridiff.compare.Figures;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;

/** A sweep over a variable as text for the terminal and as a table. */
final class PointSweepText {

    private static final int MOST_REGIONS = 10;

    private PointSweepText() {}

    static String of(PointSweep sweep, Language say) {
        var text = new StringBuilder("f = " + sweep.function() + "\n");
        text.append(say.text("compare.points.title", sweep.by(), sweep.points(), sweep.seed()))
                .append("\n\n")
                .append(errors(sweep).in(Table.Format.TEXT, say))
                .append(say.text("compare.points.legend"))
                .append('\n');
        regions(sweep, say, text);
        sweep.methods().stream()
                .filter(d -> d.worst() != null)
                .forEach(d -> text.append(say.text("compare.points.worst", d.id(), sweep.command(d)) + "\n"));
        return text.toString();
    }

    static Table errors(PointSweep sweep) {
        var rows = new ArrayList<List<Cell>>();
        for (PointSweep.Distribution d : sweep.methods()) {
            rows.add(
                    d.refusal() != null
                            ? List.of(name(d.id()), text("compare.refused", d.refusal()))
                            : List.of(
                                    name(d.id()),
                                    number(Figures.ulps(d.median())),
                                    number(Figures.ulps(d.percentile95())),
                                    number(Figures.ulps(d.maximum())),
                                    number(d.worst() == null ? "-" : d.worst().value()),
                                    number(d.failed()),
                                    number(d.wrong())));
        }
        return new Table(
                List.of(
                        left("compare.table.method"),
                        right("compare.points.median"),
                        Column.numbers("95 %"),
                        right("compare.points.maximum"),
                        right("compare.points.at"),
                        right("compare.points.failed"),
                        right("compare.points.wrong")),
                rows);
    }

    /** One row a method, every number in full; what does not exist is empty. */
    static Table full(PointSweep sweep) {
        return Table.of(
                sweep.methods(),
                Column.named("method").of(d -> name(d.id())),
                Column.named("median_ulps").of(d -> figure(d.median())),
                Column.named("percentile95_ulps").of(d -> figure(d.percentile95())),
                Column.named("maximum_ulps").of(d -> figure(d.maximum())),
                Column.named("worst_at")
                        .of(d -> number(d.worst() == null ? "" : d.worst().value())),
                Column.named("failed").of(d -> number(d.failed())),
                Column.named("wrong").of(d -> number(d.wrong())),
                Column.named("refusal").of(d -> d.refusal() == null ? name("") : text(d.refusal())));
    }

    private static Cell figure(double x) {
        return number(Double.isNaN(x) ? "" : x);
    }

    private static void regions(PointSweep sweep, Language say, StringBuilder written) {
        written.append(sweep.undefined().isEmpty() ? "" : "\n" + say.text("compare.points.without") + "\n");
        sweep.undefined().stream()
                .limit(MOST_REGIONS)
                .forEach(r -> written.append(
                        "  " + say.text("compare.points.region", r.from(), r.to(), r.points(), r.reason()) + "\n"));
        int hidden = sweep.undefined().size() - MOST_REGIONS;
        written.append(hidden > 0 ? "  " + say.text("compare.points.more", hidden) + "\n\n" : "\n");
    }
}
