package tridiff.charts.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tridiff.charts.GraphPicture;
import tridiff.charts.style.Numerals;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Figures;
import tridiff.compare.json.JsonReport;
import tridiff.compare.study.Study;
import tridiff.compare.table.Table;
import tridiff.compare.trace.TraceTables;
import tridiff.expr.said.Language;

/** A study of one function at one point as a page. */
public final class HtmlReport {

    private static final List<String> SECTIONS =
            List.of("results", "steps", "sizes", "formulas", "trace", "graph", "reproduce", "raw");

    private final Study study;
    private final ComparisonReport report;
    private final HtmlPage page;

    private HtmlReport(Study study, Language language) {
        this.study = study;
        this.report = study.comparison();
        this.page = new HtmlPage(language);
    }

    /** The page, in all languages; the one given is seen at first. */
    public static String of(Study study, Language language) {
        return new HtmlReport(study, language).whole();
    }

    private String whole() {
        head();
        var summary = new ReportSummary(study, page);
        summary.cards();
        page.contents(SECTIONS);
        summary.notes();
        page.section("results", PageTexts.of("results.read"));
        page.wide("results", ReportTable.of(report));
        var pictures = new ReportPictures(page);
        study.steps().ifPresentOrElse(pictures::steps, () -> page.section("steps", PageTexts.of("steps.none")));
        study.orders().ifPresentOrElse(pictures::sizes, () -> page.section("sizes", PageTexts.of("sizes.none")));
        new ReportFormulas(page).all(study.formulas());
        trace();
        graph();
        page.reproduce(study.command());
        raw();
        return page.whole(report.input().understood());
    }

    private void head() {
        page.add("<header>");
        page.bar();
        page.add("<h1>" + PageTexts.of("title") + "</h1>");
        String names =
                report.input().point().stream().map(c -> c.name()).limit(12).collect(Collectors.joining(", "));
        page.add(
                study.mathml().isEmpty()
                        ? "<pre>f(" + Table.escaped(names) + ") = "
                                + Table.escaped(Figures.cut(report.input().understood(), 2000)) + "</pre>"
                        : "<div class=\"formula\"><math displaystyle=\"true\" alttext=\""
                                + Table.escaped(report.input().understood())
                                + "\"><mrow><mi>f</mi><mo>=</mo>"
                                + study.mathml() + "</mrow></math></div>");
        String point = report.input().point().stream()
                .limit(12)
                .map(c -> c.name() + " = " + Numerals.coordinate(c.value()))
                .collect(Collectors.joining(", "));
        page.add("<p>" + PageTexts.of("at") + " <strong>" + Table.escaped(point) + "</strong>, f = "
                + report.function().value() + " <span class=\"muted\">("
                + Figures.ulps(report.function().ulps()) + " ulp)</span></p></header>\n<main>");
    }

    private void trace() {
        page.section("trace", PageTexts.of(study.trace().isEmpty() ? "trace.none" : "trace.read"));
        study.trace().ifPresent(t -> {
            page.wide("trace", each(TraceTables.forward(t, false)));
            page.wide("trace", each(TraceTables.reverse(t, false)));
        });
    }

    private static String each(Table table) {
        return PageTexts.each("div", say -> table.in(Table.Format.HTML, say));
    }

    private void graph() {
        page.section("graph", PageTexts.of("graph.read"));
        page.add("<p class=\"needs-js\"><button type=\"button\" class=\"small\" id=\"graph-back\">"
                + PageTexts.of("graph.back")
                + "</button> <button type=\"button\" class=\"small\" id=\"graph-next\">" + PageTexts.of("graph.next")
                + "</button> <button type=\"button\" class=\"small\" id=\"graph-all\">" + PageTexts.of("graph.all")
                + "</button> <span class=\"muted\">" + PageTexts.of("graph.start")
                + "</span><br><strong id=\"say\" role=\"status\"></strong></p>");
        page.wide(
                "graph",
                "<figure>"
                        + PageTexts.each("div", say -> GraphPicture.inPage(study.graph(), say, "graph-" + say.tag()))
                        + "</figure>");
        page.add("<details><summary>" + PageTexts.of("data") + "</summary><div class=\"wide\" tabindex=\"0\">"
                + each(study.graph().table()) + "</div></details>");
    }

    private void raw() {
        page.section("raw", "");
        page.add("<p><button type=\"button\" class=\"small needs-js\" id=\"download\">" + PageTexts.of("download")
                + "</button></p>");
        page.add("<details><summary>JSON</summary><pre id=\"json\">" + Table.escaped(JsonReport.of(report))
                + "</pre></details>");
        var e = report.environment();
        page.add("<footer><p>"
                + PageTexts.of(
                        "made",
                        Stream.of(e.tridiff(), e.java(), e.os(), e.arch(), Integer.toString(e.processors()))
                                .map(Table::escaped)
                                .toArray())
                + "</p></footer>");
    }
}
