package tridiff.compare.sweep;

import static tridiff.compare.table.Table.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tridiff.compare.Figures;
import tridiff.compare.sweep.CostSweep.Cost;
import tridiff.compare.sweep.CostSweep.CostExponent;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.compare.time.Timing;
import tridiff.expr.said.Language;

/** A sweep of costs as text, and as rows for spreadsheets. */
final class CostReport {

    private CostReport() {}

    /** Operations, times if they were taken, and how both grow. */
    static String text(CostSweep sweep, Language say) {
        var text = new StringBuilder(sweep.family() + ": " + sweep.about().in(say) + "\n\n");
        text.append(say.text("compare.cost.operations")).append('\n');
        text.append(operations(sweep).in(TEXT, say)).append('\n');
        if (isTimed(sweep)) {
            text.append(say.text("compare.cost.times")).append('\n');
            text.append(times(sweep).in(TEXT, say)).append('\n');
        }
        text.append(exponents(sweep).in(TEXT, say));
        sweep.stop().ifPresent(s -> text.append(say.text("compare.stopped", s)).append('\n'));
        return text.toString();
    }

    static List<Table> tables(CostSweep sweep) {
        var tables = new ArrayList<>(List.of(operations(sweep)));
        if (isTimed(sweep)) {
            tables.add(times(sweep));
        }
        tables.add(exponents(sweep));
        return tables;
    }

    private static boolean isTimed(CostSweep sweep) {
        return sweep.costs().stream().anyMatch(c -> c.timeRatio() != null);
    }

    /** A row for each number of variables, a column for each method. */
    static Table operations(CostSweep sweep) {
        return ratios(sweep, false);
    }

    private static Table times(CostSweep sweep) {
        return ratios(sweep, true);
    }

    private static Table ratios(CostSweep sweep, boolean time) {
        var columns = new ArrayList<>(List.of(Column.right("compare.cost.variables"), Column.numbers("f")));
        sweep.slopes().forEach(s -> columns.add(Column.numbers(s.method())));
        var rows = new ArrayList<List<Cell>>();
        sweep.byVariables().forEach((n, all) -> {
            Cost first = all.get(0);
            var cells = new ArrayList<>(List.of(
                    Cell.number(n),
                    Cell.number(
                            time ? Figures.nanos(first.time().medianNanos() / first.timeRatio()) : first.function())));
            for (CostExponent s : sweep.slopes()) {
                cells.add(all.stream()
                        .filter(c -> c.method().equals(s.method()))
                        .map(c -> Cell.number(Figures.ratio(time ? c.timeRatio() : c.ratio())))
                        .findFirst()
                        .orElse(Cell.name("-")));
            }
            rows.add(cells);
        });
        return new Table(columns, rows);
    }

    private static Table exponents(CostSweep sweep) {
        return Table.of(
                sweep.slopes(),
                Column.left("compare.table.method").of(s -> Cell.name(s.method())),
                Column.right("compare.cost.count").of(s -> Cell.number(power(s.operations()))),
                Column.right("compare.table.time").of(s -> Cell.number(power(s.time()))),
                Column.right("compare.cost.fitted").of(s -> Cell.number(s.to() == 0 ? "-" : s.from() + "…" + s.to())));
    }

    private static String power(double p) {
        return Double.isNaN(p) ? "-" : String.format(Locale.ROOT, "~ n^%.2f", p + 0.0);
    }

    static String csv(CostSweep sweep) {
        return Table.of(
                        sweep.costs(),
                        Column.named("variables").of(c -> Cell.number(c.n())),
                        Column.named("method").of(c -> Cell.name(c.method())),
                        Column.named("function_operations").of(c -> Cell.number(c.function())),
                        Column.named("operations").of(c -> Cell.number(c.operations())),
                        Column.named("ratio").of(c -> Cell.number(c.ratio())),
                        Column.named("time_ns").of(c -> time(c, Timing::medianNanos)),
                        Column.named("time_low_ns").of(c -> time(c, Timing::lowNanos)),
                        Column.named("time_high_ns").of(c -> time(c, Timing::highNanos)),
                        Column.named("time_ratio").of(c -> Cell.number(c.timeRatio() == null ? "" : c.timeRatio())))
                .in(Table.Format.CSV);
    }

    private static Cell time(Cost c, Function<Timing, Double> nanos) {
        return Cell.number(c.time() == null ? "" : nanos.apply(c.time()));
    }
}
