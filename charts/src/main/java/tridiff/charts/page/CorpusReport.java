package tridiff.charts.page;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tridiff.charts.CorpusDigitsChart;
import tridiff.compare.Figures;
import tridiff.compare.corpus.CorpusResults;
import tridiff.compare.corpus.CorpusText;
import tridiff.compare.corpus.Outcome;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.corpus.Summary;
import tridiff.compare.corpus.Summary.OfOne;
import tridiff.compare.table.Table;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** What came of a corpus as a page. */
public final class CorpusReport {

    private static final List<String> SECTIONS =
            List.of("methods", "map", "furthest", "faults", "functions", "reproduce");
    private static final int LONGEST = 2000;
    private static final int MOST_NAMED = 3;

    /** The better of two that are as often right gives fewer numbers where there are none. */
    private static final Comparator<OfOne> BY_RIGHT = Comparator.<OfOne>comparingLong(m -> m.count(Judgement.RIGHT))
            .thenComparing(Comparator.<OfOne>comparingLong(m -> m.count(Judgement.WRONG))
                    .reversed());

    private final CorpusResults results;
    private final Summary summary;
    private final HtmlPage page;

    private CorpusReport(CorpusResults results, Language language) {
        this.results = results;
        this.summary = results.summary();
        this.page = new HtmlPage(language);
    }

    /**
     * The page, in all languages.
     *
     * @param results with one judged entry at least
     * @param command that makes the page again
     * @param language the one that is seen at first
     */
    public static String of(CorpusResults results, String command, Language language) {
        return new CorpusReport(results, language).whole(command);
    }

    private String whole(String command) {
        head();
        cards();
        page.contents(SECTIONS);
        methods();
        map();
        furthest();
        faults();
        page.section("functions", PageTexts.of("functions.read"));
        page.wide("functions", CorpusTable.of(results.digits()));
        page.reproduce(command);
        return page.whole(results.name());
    }

    private void head() {
        page.add("<header>");
        page.bar();
        page.add("<h1>" + PageTexts.of("corpus.title") + "</h1><p><strong>" + Table.escaped(results.name())
                + "</strong></p>");
        Object[] counts = Stream.concat(
                        Stream.of(summary.entries()),
                        Stream.of(Status.JUDGED, Status.UNDEFINED, Status.UNSETTLED, Status.CONTRADICTED, Status.BAD)
                                .map(summary::count))
                .map(n -> Long.toString(n))
                .toArray();
        page.add("<p>" + PageTexts.of("corpus.counts", counts) + "</p></header>\n<main>");
    }

    /** Who is most and least often right, and what went wrong altogether. */
    private void cards() {
        page.add("<ul class=\"cards\">");
        if (!summary.methods().isEmpty()) {
            share("corpus.best", Collections.max(summary.methods().values(), BY_RIGHT));
            share("corpus.least", Collections.min(summary.methods().values(), BY_RIGHT));
        }
        long wrong = summary.methods().values().stream()
                .mapToLong(m -> m.count(Judgement.WRONG))
                .sum();
        page.card("corpus.wrong", Long.toString(wrong), PageTexts.of("corpus.wrong.text"));
        long bad = summary.count(Status.BAD) + summary.count(Status.CONTRADICTED);
        page.card("corpus.bad", Long.toString(bad), PageTexts.of("corpus.bad.text"));
        page.add("</ul>");
    }

    /** With the names of all methods that are as often right, and as often wrong. */
    private void share(String key, OfOne method) {
        String right = Long.toString(method.count(Judgement.RIGHT));
        String all = Long.toString(results.digits().entries());
        List<String> tied = summary.methods().entrySet().stream()
                .filter(m -> BY_RIGHT.compare(m.getValue(), method) == 0)
                .map(m -> Table.escaped(m.getKey().toString()))
                .toList();
        String names = tied.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = tied.size() - MOST_NAMED;
        page.card(
                key,
                PageTexts.of("corpus.share", right, all),
                more > 0 ? PageTexts.of("corpus.more", names, Integer.toString(more)) : names);
    }

    private void methods() {
        page.section("methods", PageTexts.of("methods.read"));
        String headings = Stream.of(
                        "right", "inaccurate", "undefined.head", "refused.head", "wrong", "median", "largest")
                .map(key -> "<th scope=\"col\" class=\"r\">" + PageTexts.of(key) + "</th>")
                .collect(Collectors.joining());
        String rows = summary.methods().entrySet().stream()
                .map(m -> "<tr>" + CorpusTable.heading("row", m.getKey()) + cells(m.getValue()) + "</tr>\n")
                .collect(Collectors.joining());
        page.wide(
                "methods",
                "<table class=\"sortable\"><thead><tr><th scope=\"col\">" + PageTexts.of("method") + "</th>" + headings
                        + "</tr></thead>\n<tbody>\n" + rows + "</tbody></table>\n");
    }

    private static String cells(OfOne m) {
        String counts = Stream.of(
                        Judgement.RIGHT, Judgement.INACCURATE, Judgement.UNDEFINED, Judgement.REFUSED, Judgement.WRONG)
                .map(v -> cell(m.count(v), Long.toString(m.count(v))))
                .collect(Collectors.joining());
        return counts + cell(m.median(), Figures.ulps(m.median())) + cell(m.largest(), Figures.ulps(m.largest()));
    }

    private static String cell(Number key, String shown) {
        return "<td class=\"r\" data-sort=\"" + key + "\">" + shown + "</td>";
    }

    private void map() {
        page.section("map", PageTexts.of("map.read"));
        page.figure(
                CorpusDigitsChart.of(results.digits()),
                "m",
                Said.of("charts.picture.corpus.title"),
                Said.of("charts.picture.corpus.table"));
    }

    private void furthest() {
        page.section("furthest", PageTexts.of(summary.worst().isEmpty() ? "furthest.none" : "furthest.read"));
        List<Summary.Worst> worst = summary.worst();
        for (int i = 0; i < worst.size(); i++) {
            Summary.Worst w = worst.get(i);
            page.add("<h3>" + Figures.ulps(w.ulps()) + " ulp, "
                    + Table.escaped(w.method().toString()) + ": "
                    + Table.escaped(Figures.cut(w.outcome().id(), 80)) + "</h3>");
            page.command(
                    CorpusText.command(
                            Figures.cut(w.outcome().text(), LONGEST),
                            Figures.cut(w.outcome().at(), LONGEST),
                            results.doubleLiterals()),
                    "w" + i);
        }
    }

    private void faults() {
        page.section("faults", summary.faults().isEmpty() ? PageTexts.of("faults.none") : "");
        for (Outcome fault : summary.faults()) {
            String line = Long.toString(fault.line());
            boolean named = !fault.id().equals("line " + line);
            page.add("<p>" + PageTexts.of("faults.line", line)
                    + (named ? " <strong>" + Table.escaped(Figures.cut(fault.id(), 80)) + "</strong>" : "") + "</p>");
            page.add(HtmlPage.paragraphs(List.of(fault.message())));
        }
        long hidden = summary.count(Status.BAD)
                + summary.count(Status.CONTRADICTED)
                - summary.faults().size();
        if (hidden > 0) {
            page.add("<p>" + PageTexts.of("faults.more", Long.toString(hidden)) + "</p>");
        }
    }
}
