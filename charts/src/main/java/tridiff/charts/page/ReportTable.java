package tridiff.charts.page;

import java.util.List;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.Figures;
import tridiff.compare.table.Table;
import tridiff.expr.said.Said;

/** The comparison as a table of the page: each cell as it is read, with the number to sort by beside it. */
final class ReportTable {

    private static final List<String> HEADINGS = List.of(
            "method", "by", "value", "abs", "rel", "digits", "ulps", "judged", "evals", "ops", "tree", "dag", "time",
            "ratio");
    private static final int FIRST_NUMBER = 2;
    private static final int MOST_PARTIALS = 20;

    private final boolean one;
    private final StringBuilder html = new StringBuilder();

    private ReportTable(boolean one) {
        this.one = one;
    }

    static String of(ComparisonReport report) {
        var table = new ReportTable(report.input().wrt().size() == 1);
        table.html.append("<table class=\"sortable\"><thead><tr>");
        for (int i = 0; i < HEADINGS.size(); i++) {
            if (table.one && HEADINGS.get(i).equals("by")) {
                continue;
            }
            String align = i >= FIRST_NUMBER && !HEADINGS.get(i).equals("judged") ? " class=\"r\"" : "";
            table.html.append("<th scope=\"col\"" + align + ">" + PageTexts.of(HEADINGS.get(i)) + "</th>");
        }
        table.html.append("</tr></thead>\n<tbody>\n");
        report.results().forEach(table::rows);
        return table.html.append("</tbody></table>\n").toString();
    }

    private void rows(MethodResult r) {
        String method =
                "<th scope=\"row\" class=\"" + r.id().family() + "\">" + Table.escaped(r.id().toString()) + "</th>";
        if (r.refusal() != null) {
            html.append(
                    "<tr>" + method + (one ? "" : "<td></td>") + "<td class=\"wrap\" colspan=\"" + (HEADINGS.size() - 2)
                            + "\">" + PageTexts.sentence(Said.of("compare.refused", r.refusal())) + "</td></tr>\n");
            return;
        }
        for (Partial p : r.partials().stream().limit(MOST_PARTIALS).toList()) {
            html.append("<tr>" + method);
            html.append(one ? "" : "<td>" + Table.escaped(p.variable()) + "</td>");
            cell(p.value(), Double.toString(p.value()));
            cell(p.absoluteError(), Figures.error(p.absoluteError()));
            cell(p.relativeError(), Figures.error(p.relativeError()));
            cell(p.correctDigits(), Double.isNaN(p.correctDigits()) ? "-" : Integer.toString((int) p.correctDigits()));
            cell(p.ulps(), Figures.ulps(p.ulps()));
            html.append("<td>" + PageTexts.sentence(p.assessment().said()) + "</td>");
            cell(r.evaluations(), r.evaluations() == 0 ? "-" : r.evaluations().toString());
            cell(r.operations(), String.valueOf(r.operations()));
            cell(
                    r.sizes() == null ? null : r.sizes().tree(),
                    r.sizes() == null ? "" : Figures.count(r.sizes().tree()));
            cell(
                    r.sizes() == null ? null : r.sizes().dag(),
                    r.sizes() == null ? "" : "" + r.sizes().dag());
            cell(r.time() == null ? null : r.time().medianNanos(), r.time() == null ? "" : Figures.timing(r.time()));
            cell(r.ratio(), r.ratio() == null ? "" : Figures.ratio(r.ratio()));
            html.append("</tr>\n");
        }
    }

    private void cell(Number key, String shown) {
        html.append(
                "<td class=\"r\" data-sort=\"" + key + "\">" + (key == null ? "-" : Table.escaped(shown)) + "</td>");
    }
}
