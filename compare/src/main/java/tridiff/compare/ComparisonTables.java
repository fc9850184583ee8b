package tridiff.compare;

import static tridiff.compare.table.Cell.name;
import static tridiff.compare.table.Cell.number;
import static tridiff.compare.table.Cell.text;
import static tridiff.compare.table.Column.left;
import static tridiff.compare.table.Column.right;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.compare.time.Timing;
import tridiff.expr.said.Said;

/** The tables of a comparison: how wrong each method is, what it costs, and both together in full for a spreadsheet. */
final class ComparisonTables {

    /** With more partial derivatives than this, each method shows only its worst. */
    static final int MANY = 4;

    private static final int LONG_TITLE = 200;

    private static final Cell NONE = name("-");
    private static final Cell EMPTY = name("");

    // spotless:off - this is a table
    private static final List<Column> CSV = Column.named(
            "method", "variable", "value", "truth", "absolute_error", "relative_error", "correct_digits", "ulps",
            "estimated_error", "round_off_ulps", "assessment", "evaluations", "operations", "tree", "dag",
            "preparation_ns", "time_ns", "time_low_ns", "time_high_ns", "ratio", "allocated_bytes", "refusal");
    // spotless:on

    private ComparisonTables() {}

    /** The error of each method, by each variable if they are few. */
    static Table accuracy(ComparisonReport report) {
        boolean one = report.input().wrt().size() == 1;
        var columns = new ArrayList<>(List.of(
                left("compare.table.method"),
                left("compare.table.by"),
                right("compare.table.value"),
                right("compare.table.estimate"),
                right("compare.table.absolute"),
                right("compare.table.relative"),
                right("compare.table.digits"),
                right("compare.table.ulps"),
                left("compare.table.judged")));
        if (one) {
            columns.remove(1);
        }
        var rows = new ArrayList<List<Cell>>();
        for (MethodResult r : report.results()) {
            if (r.refusal() != null) {
                rows.add(List.of(name(r.id()), text("compare.refused", r.refusal())));
                continue;
            }
            String id = r.id().toString();
            for (Partial p : isCut(report) ? List.of(worst(r)) : r.partials()) {
                var cells = new ArrayList<>(List.of(
                        name(id),
                        name(p.variable()),
                        number(p.value()),
                        p.estimatedError() == null ? NONE : number(Figures.error(p.estimatedError())),
                        number(Figures.error(p.absoluteError())),
                        number(Figures.error(p.relativeError())),
                        number(Figures.wholeDigits(p.correctDigits())),
                        number(Figures.ulps(p.ulps())),
                        text(p.assessment().said())));
                if (one) {
                    cells.remove(1);
                }
                rows.add(cells);
                id = "";
            }
        }
        return new Table(title(report), columns, rows);
    }

    /** Whether only the worst partial derivative of each method is shown. */
    static boolean isCut(ComparisonReport report) {
        return report.input().wrt().size() > MANY;
    }

    /** What one gradient costs: runs of f, operations, sizes, time and memory. */
    static Table cost(ComparisonReport report) {
        return Table.of(
                report.results().stream().filter(r -> r.refusal() == null).toList(),
                left("compare.table.method").of(r -> name(r.id())),
                right("compare.table.evaluations").of(r -> r.evaluations() == 0 ? NONE : number(r.evaluations())),
                right("compare.table.operations").of(r -> r.operations() == null ? NONE : number(r.operations())),
                right("compare.table.tree")
                        .of(r -> r.sizes() == null
                                ? NONE
                                : number(Figures.count(r.sizes().tree()))),
                right("compare.table.dag")
                        .of(r -> r.sizes() == null ? NONE : number(r.sizes().dag())),
                right("compare.table.prepare").of(r -> number(Figures.nanos(r.preparationNanos()))),
                right("compare.table.time").of(r -> r.time() == null ? NONE : number(Figures.timing(r.time()))),
                Column.numbers("×f").of(r -> r.ratio() == null ? NONE : number(Figures.ratio(r.ratio()))),
                right("compare.table.allocates")
                        .of(r -> r.time() == null
                                ? NONE
                                : number(Figures.bytes(r.time().allocatedBytes()))));
    }

    /** One row for each method and variable, every number in full; what does not exist is empty. */
    static Table full(ComparisonReport report) {
        Map<String, TruePartial> truths = report.reference().byVariable();
        var rows = new ArrayList<List<Cell>>();
        for (MethodResult r : report.results()) {
            if (r.refusal() != null) {
                report.input().wrt().forEach(v -> rows.add(refused(r, v)));
            }
            r.partials().forEach(p -> rows.add(row(truths, r, p)));
        }
        return new Table(CSV, rows);
    }

    private static List<Cell> refused(MethodResult r, String variable) {
        var cells = new ArrayList<>(List.of(name(r.id()), name(variable)));
        cells.addAll(Collections.nCopies(CSV.size() - 3, EMPTY));
        cells.add(text(r.refusal()));
        return cells;
    }

    private static List<Cell> row(Map<String, TruePartial> truths, MethodResult r, Partial p) {
        TruePartial known = truths.get(p.variable());
        String truth = known == null || known.value() == null ? "" : known.value();
        Timing t = r.time();
        return List.of(
                name(r.id()),
                name(p.variable()),
                number(p.value()),
                number(truth),
                figure(p.absoluteError()),
                figure(p.relativeError()),
                figure(p.correctDigits()),
                figure(p.ulps()),
                figure(p.estimatedError()),
                figure(p.roundOffUlps()),
                text(p.assessment().said()),
                count(r.evaluations()),
                count(r.operations()),
                count(r.sizes() == null ? null : r.sizes().tree()),
                count(r.sizes() == null ? null : r.sizes().dag()),
                figure(r.preparationNanos()),
                t == null ? EMPTY : figure(t.medianNanos()),
                t == null ? EMPTY : figure(t.lowNanos()),
                t == null ? EMPTY : figure(t.highNanos()),
                figure(r.ratio()),
                t == null ? EMPTY : figure(t.allocatedBytes()),
                EMPTY);
    }

    private static Cell figure(Double x) {
        return x == null || x.isNaN() ? EMPTY : number(x);
    }

    private static Cell count(Object x) {
        return x == null ? EMPTY : number(x);
    }

    private static Partial worst(MethodResult r) {
        return r.partials().stream()
                .max(Comparator.comparingDouble(p -> Double.isNaN(p.ulps()) ? Double.POSITIVE_INFINITY : p.ulps()))
                .orElseThrow();
    }

    private static Said title(ComparisonReport report) {
        String point = report.input().point().stream()
                .map(c -> c.name() + " = " + c.value())
                .collect(Collectors.joining(", ", " at ", ""));
        return Said.words(Figures.cut("f = " + report.input().understood() + point, LONG_TITLE));
    }
}
