package tridiff.compare;

import static tridiff.compare.Grid.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tridiff.compare.CostSweep.Cost;
import tridiff.compare.CostSweep.Slope;
import tridiff.compare.language.Messages;

/** A sweep of costs as text, and as rows for spreadsheets. */
final class CostReport {

    private CostReport() {}

    /** Operations, times if they were taken, and how both grow. */
    static String text(CostSweep sweep, Messages say) {
        var text = new StringBuilder(sweep.family() + ": " + say.translated(sweep.about()) + "\n\n");
        text.append(say.text("cost.operations")).append('\n');
        text.append(say.translated(operations(sweep)).in(TEXT)).append('\n');
        if (isTimed(sweep)) {
            text.append(say.text("cost.times")).append('\n');
            text.append(say.translated(times(sweep)).in(TEXT)).append('\n');
        }
        text.append(say.translated(exponents(sweep)).in(TEXT));
        sweep.stop().ifPresent(s -> text.append(say.text("stopped", say.translated(s)))
                .append('\n'));
        return text.toString();
    }

    static List<Grid> tables(CostSweep sweep) {
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
    static Grid operations(CostSweep sweep) {
        return ratios(sweep, false);
    }

    private static Grid times(CostSweep sweep) {
        return ratios(sweep, true);
    }

    private static Grid ratios(CostSweep sweep, boolean time) {
        var headings = new ArrayList<>(List.of(">VARIABLES", ">f"));
        sweep.slopes().forEach(s -> headings.add(">" + s.method()));
        var rows = new ArrayList<List<String>>();
        sweep.byVariables().forEach((n, all) -> {
            Cost first = all.get(0);
            var cells = new ArrayList<>(List.of(
                    Integer.toString(n),
                    time
                            ? Figures.nanos(first.time().medianNanos() / first.timeRatio())
                            : Long.toString(first.function())));
            for (Slope s : sweep.slopes()) {
                cells.add(all.stream()
                        .filter(c -> c.method().equals(s.method()))
                        .map(c -> Figures.ratio(time ? c.timeRatio() : c.ratio()))
                        .findFirst()
                        .orElse("-"));
            }
            rows.add(cells);
        });
        return new Grid("", headings, rows);
    }

    private static Grid exponents(CostSweep sweep) {
        return new Grid(
                "",
                List.of("METHOD", ">OPERATIONS", ">TIME", ">FITTED TO n"),
                sweep.slopes().stream()
                        .map(s -> List.of(
                                s.method(),
                                power(s.operations()),
                                power(s.time()),
                                s.to() == 0 ? "-" : s.from() + "…" + s.to()))
                        .toList());
    }

    private static String power(double p) {
        return Double.isNaN(p) ? "-" : String.format(Locale.ROOT, "~ n^%.2f", p + 0.0);
    }

    static String csv(CostSweep sweep) {
        List<String> headings = List.of(
                "variables",
                "method",
                "function_operations",
                "operations",
                "ratio",
                "time_ns",
                "time_low_ns",
                "time_high_ns",
                "time_ratio");
        List<List<String>> rows = sweep.costs().stream()
                .map(c -> List.of(
                        Integer.toString(c.n()),
                        c.method(),
                        Long.toString(c.function()),
                        Long.toString(c.operations()),
                        Double.toString(c.ratio()),
                        c.time() == null ? "" : Double.toString(c.time().medianNanos()),
                        c.time() == null ? "" : Double.toString(c.time().lowNanos()),
                        c.time() == null ? "" : Double.toString(c.time().highNanos()),
                        c.timeRatio() == null ? "" : c.timeRatio().toString()))
                .toList();
        return new Grid("", headings, rows).in(Grid.Format.CSV);
    }
}
