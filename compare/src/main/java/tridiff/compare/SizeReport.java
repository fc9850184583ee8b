package tridiff.compare;

import static tridiff.compare.Grid.Format.TEXT;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tridiff.compare.FormErrors.FormError;
import tridiff.compare.language.Messages;
import tridiff.symbolic.measure.Sizes;

/** A sweep of sizes as text, and as rows for spreadsheets. */
public final class SizeReport {

    private static final int LONGEST_NUMBER = 15;

    private SizeReport() {}

    /** A table for the terminal, the laws of growth, and what the columns are. */
    public static String text(SizeSweep sweep, Messages say) {
        var text = new StringBuilder(sweep.family() + ": " + say.translated(sweep.about()) + "\n\n");
        text.append(say.translated(sizes(sweep)).in(TEXT)).append('\n');
        if (hasErrors(sweep)) {
            text.append(say.text("sizes.errors") + "\n")
                    .append(say.translated(errors(sweep)).in(TEXT))
                    .append('\n');
        }
        if (!sweep.growth().isEmpty()) {
            text.append(say.translated(laws(sweep)).in(TEXT)).append('\n');
        }
        sweep.stop().ifPresent(reason -> text.append(say.text("stopped", say.translated(reason)) + "\n"));
        return text.append(say.text("sizes.legend.tree") + "\n")
                .append(say.text("sizes.legend.raw") + "\n")
                .append(say.text("sizes.legend.adjoint") + "\n")
                .toString();
    }

    static List<Grid> tables(SizeSweep sweep) {
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

    private static Grid laws(SizeSweep sweep) {
        return new Grid(
                "",
                List.of("GROWTH", "LAW", ">DEVIATION"),
                sweep.growth().stream()
                        .map(l -> List.of(
                                l.size(), l.toString(), String.format(Locale.ROOT, "%.1f%%", 100 * l.deviation())))
                        .toList());
    }

    private static Grid sizes(SizeSweep sweep) {
        var rows = new ArrayList<List<String>>();
        List<String> headings = List.of(
                ">" + sweep.by().toUpperCase(Locale.ROOT),
                ">F TREE",
                ">DAG",
                ">RAW TREE",
                ">OPS",
                ">CHARS",
                ">DAG",
                ">LOCAL TREE",
                ">OPS",
                ">DAG",
                ">SIMPLIFIED TREE",
                ">OPS",
                ">CHARS",
                ">DAG",
                ">ADJOINT");
        for (SizeSweep.Row r : sweep.rows()) {
            var cells = new ArrayList<String>();
            cells.add(Integer.toString(r.n()));
            cells.add(count(r.f().tree()));
            cells.add(Integer.toString(r.f().dag()));
            add(cells, r.raw(), true);
            add(cells, r.local(), false);
            add(cells, r.simplified(), true);
            cells.add(r.adjoint() == null ? "-" : r.adjoint().toString());
            rows.add(cells);
        }
        return new Grid("", headings, rows);
    }

    private static void add(List<String> cells, Sizes sizes, boolean characters) {
        cells.add(sizes == null ? "-" : count(sizes.tree()));
        cells.add(sizes == null ? "-" : count(sizes.operations()));
        if (characters) {
            cells.add(sizes == null ? "-" : count(sizes.characters()));
        }
        cells.add(sizes == null ? "-" : Integer.toString(sizes.dag()));
    }

    /** Exact while it is short. */
    private static String count(BigInteger n) {
        String digits = n.toString();
        return digits.length() <= LONGEST_NUMBER
                ? digits
                : digits.charAt(0) + "." + digits.charAt(1) + "e" + (digits.length() - 1);
    }

    private static Grid errors(SizeSweep sweep) {
        List<String> forms = forms(sweep);
        var headings = new ArrayList<String>(List.of(">" + sweep.by().toUpperCase(Locale.ROOT)));
        forms.forEach(f -> headings.add(">" + f));
        var rows = new ArrayList<List<String>>();
        for (SizeSweep.Row r : sweep.rows()) {
            var cells = new ArrayList<String>(List.of(Integer.toString(r.n())));
            forms.forEach(f -> cells.add(error(r, f)));
            rows.add(cells);
        }
        return new Grid("", headings, rows);
    }

    private static List<String> forms(SizeSweep sweep) {
        return sweep.rows().stream()
                .flatMap(r -> r.errors().stream())
                .map(FormError::form)
                .distinct()
                .toList();
    }

    private static String error(SizeSweep.Row row, String form) {
        return row.errors().stream()
                .filter(e -> e.form().equals(form))
                .map(e -> Double.isFinite(e.scaled()) ? String.format(Locale.ROOT, "%.1e", e.scaled()) : "not finite")
                .findFirst()
                .orElse("-");
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
