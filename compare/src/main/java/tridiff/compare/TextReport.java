package tridiff.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.ComparisonReport.TruePartial;

/** Results as text for the terminal. */
public final class TextReport {

    /** With more partial derivatives than this, each method shows only its worst. */
    private static final int MANY = 4;

    private static final int MOST_REGIONS = 10;
    private static final int MOST_NAMES = 12;
    private static final int LONG_FORMULA = 200;

    private TextReport() {}

    public static String of(ComparisonReport report) {
        var text = new StringBuilder();
        head(report, text);
        text.append('\n').append(table(report));
        results(report).filter(r -> !r.remark().isEmpty()).forEach(r -> text.append(r.id() + ": " + r.remark() + "\n"));
        if (!report.verdict().isEmpty()) {
            text.append('\n');
            String label = "Verdict  ";
            for (String sentence : report.verdict()) {
                text.append(label).append(sentence).append('\n');
                label = "         ";
            }
        }
        report.notes().forEach(note -> text.append("Note     ").append(note).append('\n'));
        return text.toString();
    }

    public static String of(PointSweep sweep) {
        var text = new StringBuilder("f = " + sweep.function() + "\n");
        text.append("error of df/d" + sweep.by() + " in ulps over " + sweep.points() + " points, seed " + sweep.seed()
                + "\n\n");
        var table = new TextTable("METHOD", ">MEDIAN", ">95 %", ">MAXIMUM", ">AT", ">FAILED", ">WRONG");
        for (PointSweep.Distribution d : sweep.methods()) {
            if (d.refusal() != null) {
                table.note(d.id(), "refused: " + d.refusal());
            } else {
                table.row(List.of(
                        d.id(),
                        Figures.ulps(d.median()),
                        Figures.ulps(d.percentile95()),
                        Figures.ulps(d.maximum()),
                        d.worst() == null ? "-" : Double.toString(d.worst().value()),
                        Integer.toString(d.failed()),
                        Integer.toString(d.wrong())));
            }
        }
        text.append(table)
                .append(
                        "FAILED: no finite number where there is a derivative; WRONG: a finite number where there is none\n");
        regions(sweep, text);
        sweep.methods().stream()
                .filter(d -> d.worst() != null)
                .forEach(d -> text.append("worst of " + d.id() + ": " + sweep.command(d) + "\n"));
        return text.toString();
    }

    private static void regions(PointSweep sweep, StringBuilder text) {
        text.append(sweep.undefined().isEmpty() ? "" : "\nwithout a derivative:\n");
        sweep.undefined().stream()
                .limit(MOST_REGIONS)
                .forEach(r -> text.append(
                        "  " + r.from() + " to " + r.to() + " (" + r.points() + " points): " + r.reason() + "\n"));
        int hidden = sweep.undefined().size() - MOST_REGIONS;
        text.append(hidden > 0 ? "  … and " + hidden + " more regions; --format json has all\n\n" : "\n");
    }

    private static java.util.stream.Stream<MethodResult> results(ComparisonReport report) {
        return report.results().stream();
    }

    private static void head(ComparisonReport report, StringBuilder text) {
        var names = report.input().point().stream()
                .map(ComparisonReport.Coordinate::name)
                .toList();
        String arguments = String.join(", ", names);
        boolean many = names.size() > MOST_NAMES;
        text.append(many ? "f of " + names.size() + " variables" : "f(" + arguments + ")");
        text.append(" = "
                + (many ? cut(report.input().understood()) : report.input().understood()) + "\n");
        if (!many) {
            var values = report.input().point().stream()
                    .map(c -> c.name() + " = " + c.value())
                    .toList();
            text.append("at " + String.join(", ", values) + "\n");
        }
        var f = report.function();
        text.append("f = " + f.value() + " (" + Figures.ulps(f.ulps()) + " ulp); tree "
                + Figures.count(f.sizes().tree())
                + ", simplified " + Figures.count(f.simplifiedTree()) + ", shared "
                + f.sizes().dag() + " nodes; " + f.operations()
                + " operations, " + Figures.timing(f.time()) + "\n");
        report.reference().partials().stream().limit(12).forEach(p -> text.append(truth(report, p)));
        int hidden = report.reference().partials().size() - 12;
        if (hidden > 0) {
            text.append("… and " + hidden + " more; --format json has all\n");
        }
    }

    private static String cut(String formula) {
        int length = formula.offsetByCodePoints(0, Math.min(LONG_FORMULA, formula.codePointCount(0, formula.length())));
        return length < formula.length() ? formula.substring(0, length) + "…" : formula;
    }

    private static String truth(ComparisonReport report, TruePartial p) {
        String name = "df/d" + p.variable();
        String reason = p.reason() == null ? "" : p.reason();
        if (p.value() == null) {
            return name + (p.state().equals("undefined") ? " does not exist: " : " is unknown: ") + reason + "\n";
        }
        String proof = "proved to " + report.reference().digits() + " digits";
        return name + " = " + p.value() + "  (" + proof + conditioning(p) + (reason.isEmpty() ? "" : "; " + reason)
                + ")\n";
    }

    private static String conditioning(TruePartial p) {
        Conditioning c = p.conditioning();
        if (Double.isNaN(c.condition())) {
            return "";
        }
        String cancellation = c.cancellation() > 2 ? ", cancellation " + Figures.factor(c.cancellation()) : "";
        return "; condition " + Figures.factor(c.condition()) + cancellation;
    }

    private static TextTable table(ComparisonReport report) {
        int partials = report.input().wrt().size();
        boolean one = partials == 1;
        var table = new TextTable(
                "METHOD",
                one ? "" : "BY",
                ">VALUE",
                ">ESTIMATE",
                ">ABS.ERR",
                ">REL.ERR",
                ">DIGITS",
                ">ULPS",
                "JUDGED",
                ">EVALS",
                ">OPS",
                ">TREE",
                ">DAG",
                ">TIME",
                ">×f");
        for (MethodResult r : report.results()) {
            if (r.refusal() != null) {
                table.note(r.id(), "refused: " + r.refusal());
                continue;
            }
            List<Partial> shown = partials > MANY ? List.of(worst(r)) : r.partials();
            boolean first = true;
            for (Partial p : shown) {
                table.row(cells(r, p, first, one));
                first = false;
            }
        }
        if (partials > MANY) {
            table.footer("worst of " + partials + " partial derivatives by ulps; --format json has all");
        }
        return table;
    }

    private static Partial worst(MethodResult r) {
        return r.partials().stream()
                .max(Comparator.comparingDouble(p -> Double.isNaN(p.ulps()) ? Double.POSITIVE_INFINITY : p.ulps()))
                .orElseThrow();
    }

    private static List<String> cells(MethodResult r, Partial p, boolean first, boolean one) {
        var cells = new ArrayList<String>(List.of(
                first ? r.id() : "",
                one ? "" : p.variable(),
                Double.toString(p.value()),
                p.estimatedError() == null ? "-" : Figures.error(p.estimatedError()),
                Figures.error(p.absoluteError()),
                Figures.error(p.relativeError()),
                Figures.wholeDigits(p.correctDigits()),
                Figures.ulps(p.ulps()),
                p.assessment().name().toLowerCase(Locale.ROOT).replace("unknown", "")));
        cells.addAll(
                first
                        ? List.of(
                                r.evaluations() == 0 ? "-" : r.evaluations().toString(),
                                r.operations() == null ? "-" : r.operations().toString(),
                                r.sizes() == null
                                        ? "-"
                                        : Figures.count(r.sizes().tree()),
                                r.sizes() == null
                                        ? "-"
                                        : Integer.toString(r.sizes().dag()),
                                Figures.timing(r.time()),
                                Figures.ratio(r.ratio()))
                        : List.of("", "", "", "", "", ""));
        return cells;
    }
}
