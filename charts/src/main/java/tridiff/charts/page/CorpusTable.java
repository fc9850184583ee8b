package tridiff.charts.page;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tridiff.charts.style.FittedText;
import tridiff.compare.Figures;
import tridiff.compare.corpus.CorpusDigits;
import tridiff.compare.corpus.Outcome;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.OfMethod;
import tridiff.compare.table.Table;
import tridiff.wengert.method.MethodId;

/** The functions of a corpus as a table of the page: a row each, with the digits and the error of every method. */
final class CorpusTable {

    private static final int LONGEST = 120;
    private static final int LONG_POINT = 32;

    private final List<MethodId> methods;
    private final StringBuilder html = new StringBuilder();

    private CorpusTable(CorpusDigits digits) {
        this.methods = digits.methods();
    }

    static String of(CorpusDigits digits) {
        return new CorpusTable(digits).table(digits.worst(), digits.entries());
    }

    private String table(List<Outcome> rows, long entries) {
        html.append("<table class=\"sortable\">");
        if (rows.size() < entries) {
            html.append(
                    "<caption>" + PageTexts.of("functions.cut", Integer.toString(rows.size()), Long.toString(entries))
                            + "</caption>");
        }
        html.append("<thead><tr>");
        for (String key : List.of("status", "function")) {
            html.append("<th scope=\"col\">" + PageTexts.of(key) + "</th>");
        }
        methods.forEach(id -> html.append(heading("col", id)));
        html.append("</tr></thead>\n<tbody>\n");
        rows.forEach(this::row);
        return html.append("</tbody></table>\n").toString();
    }

    /** A method's id in the colour of its family. */
    static String heading(String scope, MethodId id) {
        boolean column = scope.equals("col");
        String shown = id.family() + (column ? ".<br>" : ".") + Table.escaped(id.nameAndStep());
        return "<th scope=\"" + scope + "\" class=\"" + (column ? "r " : "") + id.family() + "\">" + shown + "</th>";
    }

    private void row(Outcome outcome) {
        Map<MethodId, OfMethod> results =
                outcome.methods().stream().collect(Collectors.toMap(OfMethod::id, Function.identity(), (a, b) -> a));
        String status = outcome.status() == Outcome.Status.JUDGED
                ? ""
                : "<br><small class=\"muted\">" + PageTexts.of(outcome.status().name()) + "</small>";
        html.append("<tr><th scope=\"row\">" + shown(outcome.id(), LONGEST) + status + "</th><td class=\"function\">"
                + shown(outcome.text(), LONGEST) + "<br><small class=\"muted\">" + shown(outcome.at(), LONG_POINT)
                + "</small></td>");
        methods.forEach(id -> html.append(cell(results.get(id))));
        html.append("</tr>\n");
    }

    private static String shown(String text, int most) {
        return Table.escaped(Figures.cut(FittedText.clean(text), most));
    }

    private static String cell(OfMethod result) {
        if (result == null) {
            return "<td></td>";
        }
        boolean number = result.digits() != null && result.ulps() != null;
        if (result.verdict() == Judgement.WRONG || result.verdict() == Judgement.UNDEFINED || !number) {
            return "<td class=\"r\" data-sort=\"-1\">" + (result.verdict() == Judgement.WRONG ? "×" : "–") + "</td>";
        }
        return "<td class=\"r\" data-sort=\"" + result.digits() + "\">" + (int) Math.min(16, result.digits())
                + " <small class=\"muted\">" + Figures.ulps(result.ulps()) + "</small></td>";
    }
}
