package tridiff.compare;

import static tridiff.compare.table.Cell.name;
import static tridiff.compare.table.Cell.number;
import static tridiff.compare.table.Column.left;
import static tridiff.compare.table.Column.right;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.OperatorComparison.Entry;
import tridiff.compare.OperatorComparison.OperatorResult;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;

/** A comparison of methods in one operator, as text and as tables. */
final class OperatorTables {

    private static final int MOST_ENTRIES = 16;
    private static final int LONG_FORMULA = 200;
    private static final Cell NONE = name("-");
    private static final Cell EMPTY = name("");

    private OperatorTables() {}

    static String text(OperatorComparison c, Language say) {
        var lines = new ArrayList<String>();
        lines.add("f = " + Figures.cut(c.function(), LONG_FORMULA));
        lines.add(say.text("compare.text.at", coordinates(c)));
        if (!c.vector().isEmpty()) {
            lines.add("v = " + c.vector());
        }
        c.truth().stream().limit(MOST_ENTRIES).forEach(e -> lines.add(truth(e, c.digits(), say)));
        if (c.truth().size() > MOST_ENTRIES) {
            lines.add(say.text("compare.text.more", c.truth().size() - MOST_ENTRIES));
        }
        return String.join("\n", lines) + "\n\n" + results(c).in(Table.Format.TEXT, say)
                + (c.truth().size() > 1
                        ? say.text("compare.operator.worst", c.truth().size()) + "\n"
                        : "");
    }

    private static String coordinates(OperatorComparison c) {
        return c.point().stream().map(x -> x.name() + " = " + x.value()).collect(Collectors.joining(", "));
    }

    private static String truth(Entry e, int digits, Language say) {
        return e.value() != null
                ? say.text("compare.operator.proved", e.name(), e.value(), digits)
                : say.text(
                        e.state() == TruePartial.State.UNDEFINED
                                ? "compare.operator.missing"
                                : "compare.operator.unknown",
                        e.name());
    }

    /** The worst error of each method, and what it takes. */
    static Table results(OperatorComparison c) {
        var rows = new ArrayList<List<Cell>>();
        for (OperatorResult r : c.results()) {
            if (r.refusal() != null) {
                rows.add(List.of(name(r.id()), Cell.text("compare.refused", r.refusal())));
                continue;
            }
            rows.add(List.of(
                    name(r.id()),
                    number(Figures.error(r.relativeError())),
                    number(Figures.wholeDigits(Figures.digits(r.relativeError()))),
                    number(Figures.ulps(r.ulps())),
                    r.evaluations() == 0 ? NONE : number(r.evaluations()),
                    r.operations() == null ? NONE : number(r.operations()),
                    number(Figures.nanos(r.preparationNanos())),
                    r.time() == null ? NONE : number(Figures.timing(r.time()))));
        }
        return new Table(
                List.of(
                        left("compare.table.method"),
                        right("compare.table.relative"),
                        right("compare.table.digits"),
                        right("compare.table.ulps"),
                        right("compare.table.evaluations"),
                        right("compare.table.operations"),
                        right("compare.table.prepare"),
                        right("compare.table.time")),
                rows);
    }

    /** One row for each method and entry, every number in full. */
    static Table full(OperatorComparison c) {
        var rows = new ArrayList<List<Cell>>();
        for (OperatorResult r : c.results()) {
            for (int i = 0; i < c.truth().size(); i++) {
                Entry e = c.truth().get(i);
                rows.add(List.of(
                        name(r.id()),
                        name(e.name()),
                        r.values() == null ? EMPTY : number(r.values().get(i)),
                        e.value() == null ? EMPTY : number(e.value()),
                        r.refusal() == null ? EMPTY : Cell.text(r.refusal())));
            }
        }
        return new Table(Column.named("method", "entry", "value", "truth", "refusal"), rows);
    }
}
