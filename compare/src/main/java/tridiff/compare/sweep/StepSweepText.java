package tridiff.compare.sweep;

import static tridiff.compare.table.Table.Format.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tridiff.compare.Figures;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;

/** A sweep over the step as text for the terminal and as CSV. */
public final class StepSweepText {

    private static final int LONG_FORMULA = 200;

    private StepSweepText() {}

    /** The errors step by step, their slopes beside theory, and what each method reaches with how many evaluations. */
    public static String of(StepSweep sweep, Language say) {
        String slopes = slopes(sweep).in(TEXT, say) + say.text("compare.steps.theory") + "\n";
        return head(sweep, say) + "\n" + errors(sweep).in(TEXT) + "\n"
                + (sweep.schemes().isEmpty() ? "" : slopes)
                + flat(sweep, say)
                + "\n"
                + work(sweep).in(TEXT, say);
    }

    static List<Table> tables(StepSweep sweep) {
        return sweep.schemes().isEmpty() ? List.of(work(sweep)) : List.of(errors(sweep), slopes(sweep), work(sweep));
    }

    private static String head(StepSweep sweep, Language say) {
        String point =
                sweep.point().stream().map(c -> c.name() + " = " + c.value()).collect(Collectors.joining(", "));
        return "f = " + Figures.cut(sweep.function(), LONG_FORMULA) + "\n"
                + (point.isEmpty() ? "" : say.text("compare.text.at", point) + "\n") + "df/d"
                + sweep.by()
                + " = "
                + sweep.derivative() + "\n"
                + say.text(sweep.absolute() ? "compare.steps.absolute" : "compare.steps.relative", sweep.by()) + "\n";
    }

    private static List<Column> columns(Column first, StepSweep sweep) {
        var columns = new ArrayList<>(List.of(first));
        sweep.schemes().forEach(s -> columns.add(Column.numbers(s.id().nameAndStep())));
        return columns;
    }

    private static Table errors(StepSweep sweep) {
        var rows = new ArrayList<List<Cell>>();
        for (int i = sweep.steps().size() - 1; i >= 0; i--) {
            int at = i;
            rows.add(row(
                    Cell.number(Figures.error(sweep.steps().get(i))),
                    sweep,
                    s -> (s.best() == at ? "▸ " : "") + Figures.error(s.errors().get(at))));
        }
        return new Table(columns(Column.numbers("h"), sweep), rows);
    }

    private static List<Cell> row(Cell first, StepSweep sweep, Function<StepSweep.ErrorCurve, String> cell) {
        var cells = new ArrayList<>(List.of(first));
        sweep.schemes().forEach(s -> cells.add(Cell.number(cell.apply(s))));
        return cells;
    }

    private static Table slopes(StepSweep sweep) {
        return new Table(
                columns(Column.left("compare.steps.slope"), sweep),
                List.of(
                        row(Cell.text("compare.steps.right"), sweep, s -> slope(s.right())),
                        row(Cell.text("compare.steps.left"), sweep, s -> slope(s.left())),
                        row(Cell.text("compare.steps.own"), sweep, s -> Figures.error(s.classicalStep())),
                        row(Cell.text("compare.steps.own.error"), sweep, s -> Figures.error(s.classicalError()))));
    }

    private static String slope(Slope slope) {
        String theory = String.format(Locale.ROOT, " (%.0f)", slope.theory());
        return Double.isNaN(slope.fitted())
                ? "-" + theory
                : String.format(Locale.ROOT, "%.2f", slope.fitted()) + theory;
    }

    private static String flat(StepSweep sweep, Language say) {
        return sweep.stepless().isEmpty()
                ? ""
                : say.text(
                                "compare.steps.without",
                                sweep.stepless().stream()
                                        .map(m -> m.id() + " " + Figures.error(m.error()))
                                        .collect(Collectors.joining(", ")))
                        + "\n";
    }

    private static Table work(StepSweep sweep) {
        return Table.of(
                sweep.work(),
                Column.left("compare.table.method").of(w -> Cell.name(w.id())),
                Column.right("compare.table.evaluations")
                        .of(w -> Cell.number(w.evaluations() == 0 ? "-" : w.evaluations())),
                Column.right("compare.steps.error").of(w -> Cell.number(Figures.error(w.error()))),
                Column.right("compare.table.estimate").of(w -> figure(w.estimate())),
                Column.right("compare.steps.best").of(w -> figure(w.bestStep())),
                Column.right("compare.steps.best.error").of(w -> figure(w.bestError())));
    }

    private static Cell figure(Double number) {
        return Cell.number(number == null ? "-" : Figures.error(number));
    }

    /** One line a step, one column a method; every double reads back as the same. An error that does not exist is empty. */
    public static String csv(StepSweep sweep) {
        var text = new StringBuilder("h");
        sweep.schemes().forEach(s -> text.append(',').append(s.id()));
        sweep.stepless().forEach(m -> text.append(',').append(m.id()));
        text.append('\n');
        for (int i = 0; i < sweep.steps().size(); i++) {
            text.append(sweep.steps().get(i));
            for (StepSweep.ErrorCurve s : sweep.schemes()) {
                text.append(',').append(cell(s.errors().get(i)));
            }
            for (StepSweep.Stepless m : sweep.stepless()) {
                text.append(',').append(cell(m.error()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(double error) {
        return Double.isNaN(error) ? "" : Double.toString(error);
    }
}
