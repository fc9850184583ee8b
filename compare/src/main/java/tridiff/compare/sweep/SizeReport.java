package tridiff.compare.sweep;

import static tridiff.compare.table.Table.Format.TEXT;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tridiff.compare.sweep.FormErrors.FormError;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.symbolic.measure.Sizes;

/** A sweep of sizes as text, and as rows for spreadsheets. */
public final class SizeReport {

    private static final int LONGEST_NUMBER = 15;

    private static final Cell NONE = Cell.name("-");

    private SizeReport() {}

    /** A table for the terminal, the laws of growth, and what the columns are. */
    public static String text(SizeSweep sweep, Language say) {
        var text = new StringBuilder(sweep.family() + ": " + sweep.about().in(say) + "\n\n");
        text.append(sizes(sweep).in(TEXT, say)).append('\n');
        if (hasErrors(sweep)) {
            text.append(say.text("compare.sizes.errors") + "\n")
                    .append(errors(sweep).in(TEXT, say))
                    .append('\n');
        }
        if (!sweep.growth().isEmpty()) {
            text.append(laws(sweep).in(TEXT, say)).append('\n');
        }
        sweep.stop().ifPresent(reason -> text.append(say.text("compare.stopped", reason) + "\n"));
        return text.append(say.text("compare.sizes.legend.tree") + "\n")
                .append(say.text("compare.sizes.legend.raw") + "\n")
                .append(say.text("compare.sizes.legend.adjoint") + "\n")
                .toString();
    }

    static List<Table> tables(SizeSweep sweep) {
        var tables = new ArrayList<>(List.of(sizes(sweep)));
        if (hasErrors(sweep)) {
            tables.add(errors(sweep));
        }
        if (!sweep.growth().isEmpty()) {
            tables.add(laws(sweep));
        }
        return tables;
    }

    private static boolean hasErrors(SizeSweep sweep) {
        return sweep.rows().stream().anyMatch(r -> !r.errors().isEmpty());
    }

    private static Table laws(SizeSweep sweep) {
        return Table.of(
                sweep.growth(),
                Column.left("compare.sizes.growth").of(l -> Cell.name(l.size())),
                Column.left("compare.sizes.law").of(l -> Cell.text(l.said())),
                Column.right("compare.sizes.deviation")
                        .of(l -> Cell.number(String.format(Locale.ROOT, "%.1f%%", 100 * l.deviation()))));
    }

    private static Table sizes(SizeSweep sweep) {
        var rows = new ArrayList<List<Cell>>();
        List<Column> columns = List.of(
                by(sweep),
                Column.right("compare.sizes.f"),
                Column.right("compare.table.dag"),
                Column.right("compare.sizes.raw"),
                Column.right("compare.table.operations"),
                Column.right("compare.sizes.characters"),
                Column.right("compare.table.dag"),
                Column.right("compare.sizes.local"),
                Column.right("compare.table.operations"),
                Column.right("compare.table.dag"),
                Column.right("compare.sizes.simplified"),
                Column.right("compare.table.operations"),
                Column.right("compare.sizes.characters"),
                Column.right("compare.table.dag"),
                Column.right("compare.sizes.adjoint"));
        for (SizeSweep.Row r : sweep.rows()) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.number(r.n()));
            cells.add(count(r.f().tree()));
            cells.add(Cell.number(r.f().dag()));
            add(cells, r.raw(), true);
            add(cells, r.local(), false);
            add(cells, r.simplified(), true);
            cells.add(Cell.number(r.adjoint() == null ? "-" : r.adjoint()));
            rows.add(cells);
        }
        return new Table(columns, rows);
    }

    private static void add(List<Cell> cells, Sizes sizes, boolean characters) {
        cells.add(sizes == null ? NONE : count(sizes.tree()));
        cells.add(sizes == null ? NONE : count(sizes.operations()));
        if (characters) {
            cells.add(sizes == null ? NONE : count(sizes.characters()));
        }
        cells.add(sizes == null ? NONE : Cell.number(sizes.dag()));
    }

    /** Exact while it is short. */
    private static Cell count(BigInteger n) {
        String digits = n.toString();
        return Cell.number(
                digits.length() <= LONGEST_NUMBER
                        ? digits
                        : digits.charAt(0) + "." + digits.charAt(1) + "e" + (digits.length() - 1));
    }

    private static Table errors(SizeSweep sweep) {
        List<String> forms = forms(sweep);
        var columns = new ArrayList<>(List.of(by(sweep)));
        forms.forEach(f -> columns.add(Column.numbers(f)));
        var rows = new ArrayList<List<Cell>>();
        for (SizeSweep.Row r : sweep.rows()) {
            var cells = new ArrayList<>(List.of(Cell.number(r.n())));
            forms.forEach(f -> cells.add(error(r, f)));
            rows.add(cells);
        }
        return new Table(columns, rows);
    }

    /** What it grows by; a saved file may name something else. */
    private static Column by(SizeSweep sweep) {
        return List.of("depth", "order", "vars").contains(sweep.by())
                ? Column.right("compare.sizes." + sweep.by())
                : Column.numbers(sweep.by().toUpperCase(Locale.ROOT));
    }

    private static List<String> forms(SizeSweep sweep) {
        return sweep.rows().stream()
                .flatMap(r -> r.errors().stream())
                .map(FormError::form)
                .distinct()
                .toList();
    }

    private static Cell error(SizeSweep.Row row, String form) {
        return row.errors().stream()
                .filter(e -> e.form().equals(form))
                .map(e -> Double.isFinite(e.scaled())
                        ? Cell.number(String.format(Locale.ROOT, "%.1e", e.scaled()))
                        : Cell.text("compare.family.infinite"))
                .findFirst()
                .orElse(NONE);
    }

    /** One row a size: n, formula, measure, value; and one an error. */
    public static String csv(SizeSweep sweep) {
        var text = new StringBuilder("n,formula,measure,value\n");
        for (SizeSweep.Row r : sweep.rows()) {
            rows(text, r.n(), "f", r.f());
            rows(text, r.n(), "raw", r.raw());
            rows(text, r.n(), "local", r.local());
            rows(text, r.n(), "simplified", r.simplified());
            if (r.adjoint() != null) {
                row(text, r.n(), "adjoint", "dagOperations", r.adjoint());
            }
            r.errors().forEach(e -> row(text, r.n(), e.form(), "scaledError", e.scaled()));
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, int n, String formula, Sizes sizes) {
        if (sizes != null) {
            row(text, n, formula, "tree", sizes.tree());
            row(text, n, formula, "operations", sizes.operations());
            if (sizes.characters() != null) {
                row(text, n, formula, "characters", sizes.characters());
            }
            row(text, n, formula, "dag", sizes.dag());
            row(text, n, formula, "dagOperations", sizes.dagOperations());
        }
    }

    private static void row(StringBuilder text, int n, String formula, String measure, Object value) {
        text.append(n)
                .append(',')
                .append(formula)
                .append(',')
                .append(measure)
                .append(',')
                .append(value)
                .append('\n');
    }
}
