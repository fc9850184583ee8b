package tridiff.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.DerivativeFormula;
import tridiff.compare.Figures;
import tridiff.compare.Grid;
import tridiff.compare.JsonReport;
import tridiff.compare.OrderSweep;
import tridiff.compare.StepSweep;
import tridiff.compare.Study;
import tridiff.compare.TraceTables;

/**
 * A study as one page that needs nothing else: no network, no script for anything but comfort. What is text from outside is escaped,
 * and a policy in the page forbids it to load or send anything.
 */
public final class HtmlReport {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final int MANY_CANCEL = 4;
    private static final List<String> SECTIONS =
            List.of("results", "steps", "sizes", "formulas", "trace", "graph", "reproduce", "raw");

    private final Study study;
    private final ComparisonReport report;
    private final Locale language;
    private final InlineSvg pictures = new InlineSvg();
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(Study study, Locale language) {
        this.study = study;
        this.report = study.comparison();
        this.language = language;
    }

    /** The page, in all languages; the one given is seen at first. */
    public static String of(Study study, Locale language) {
        return new HtmlReport(study, language).whole();
    }

    private String whole() {
        head();
        cards();
        contents();
        notes();
        section("results", PageTexts.of("results.read"));
        wide("results", ReportTable.of(report));
        steps();
        sizes();
        formulas();
        trace();
        graph();
        section("reproduce", PageTexts.of("reproduce.read"));
        add("<pre id=\"command\">" + Grid.escaped(study.command()) + "</pre>");
        copy("command");
        section("raw", "");
        add("<p><button type=\"button\" class=\"small needs-js\" id=\"download\">" + PageTexts.of("download")
                + "</button></p>");
        add("<details><summary>JSON</summary><pre id=\"json\">" + Grid.escaped(JsonReport.of(report))
                + "</pre></details>");
        var e = report.environment();
        add("<footer><p>"
                + PageTexts.of(
                        "made",
                        Stream.of(e.tridiff(), e.java(), e.os(), e.arch(), Integer.toString(e.processors()))
                                .map(Grid::escaped)
                                .toArray())
                + "</p></footer>");
        return start() + page + "</main>\n<script>" + resource("report.js") + "</script>\n</body>\n</html>\n";
    }

    /** Written last, when all colours are known. */
    private String start() {
        String title = "tridiff: " + Grid.escaped(cut(report.input().understood(), 80));
        return "<!DOCTYPE html>\n<html lang=\"" + language.getLanguage() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
                + "</title>\n<style>\n" + resource("report.css") + GraphPicture.style() + pictures.style()
                + "</style>\n</head>\n<body>\n";
    }

    private static String resource(String name) {
        try (var in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String html) {
        page.append(html).append('\n');
    }

    private void head() {
        add("<header><div class=\"bar\">");
        choice("language", "lang", List.of("en", "ko"), language.getLanguage(), List.of("English", "한국어"));
        choice(
                "appearance",
                "th",
                List.of("auto", "light", "dark"),
                "auto",
                Stream.of("auto", "light", "dark").map(PageTexts::of).toList());
        add("</div>");
        add("<h1>" + PageTexts.of("title") + "</h1>");
        String names =
                report.input().point().stream().map(c -> c.name()).limit(12).collect(Collectors.joining(", "));
        add(
                study.mathml().isEmpty()
                        ? "<pre>f(" + Grid.escaped(names) + ") = "
                                + Grid.escaped(cut(report.input().understood(), 2000)) + "</pre>"
                        : "<div class=\"formula\"><math displaystyle=\"true\" alttext=\""
                                + Grid.escaped(report.input().understood())
                                + "\"><mrow><mi>f</mi><mo>=</mo>"
                                + study.mathml() + "</mrow></math></div>");
        String point = report.input().point().stream()
                .limit(12)
                .map(c -> c.name() + " = " + Numerals.coordinate(c.value()))
                .collect(Collectors.joining(", "));
        add("<p>" + PageTexts.of("at") + " <strong>" + Grid.escaped(point) + "</strong>, f = "
                + report.function().value() + " <span class=\"muted\">("
                + Figures.ulps(report.function().ulps()) + " ulp)</span></p></header>\n<main>");
    }

    private void choice(String legend, String name, List<String> values, String chosen, List<String> labels) {
        add("<fieldset><legend>" + PageTexts.of(legend) + "</legend>");
        for (int i = 0; i < values.size(); i++) {
            String id = name + "-" + values.get(i);
            add("<input type=\"radio\" name=\"" + name + "\" id=\"" + id + "\""
                    + (values.get(i).equals(chosen) ? " checked" : "") + "><label for=\"" + id + "\">" + labels.get(i)
                    + "</label>");
        }
        add("</fieldset>");
    }

    private void cards() {
        List<MethodResult> judged = report.results().stream()
                .filter(r -> r.refusal() == null && Double.isFinite(r.worstUlps()))
                .sorted(Comparator.comparingDouble(MethodResult::worstUlps))
                .toList();
        add("<ul class=\"cards\">");
        card(
                "best",
                judged.isEmpty() ? "" : ulps(judged.get(0)),
                judged.isEmpty() ? "" : judged.get(0).id());
        MethodResult last = judged.isEmpty() ? null : judged.get(judged.size() - 1);
        card("worst", last == null ? "" : ulps(last), last == null ? "" : last.id());
        study.orders()
                .filter(o -> o.raw().order() > 0 && o.simplified().order() > 0)
                .ifPresentOrElse(o -> card("swell", swell(o), PageTexts.of("swell.text")), () -> card("swell", "", ""));
        TruePartial truth = report.reference().partials().get(0);
        add("<li><span class=\"what\">" + PageTexts.of("truth") + " ∂f/∂" + Grid.escaped(truth.variable())
                + "</span><b class=\"long\">"
                + (truth.value() == null ? PageTexts.of("none") : truth.value().replace("-", "−"))
                + "</b>"
                + (truth.value() == null
                        ? ""
                        : "<span class=\"sub\">" + report.reference().digits() + " " + PageTexts.of("truth.text")
                                + "</span>")
                + "</li></ul>");
    }

    private static String ulps(MethodResult r) {
        return Figures.ulps(r.worstUlps()) + " ulp";
    }

    private static String swell(OrderSweep o) {
        OrderSweep.Size f = o.raw().sizes().get(0);
        OrderSweep.Size raw = o.raw().sizes().get(1);
        OrderSweep.Size simplified = o.simplified().sizes().get(1);
        return Stream.of(
                        Numerals.times(raw.tree(), f.tree()),
                        Numerals.times(simplified.tree(), f.tree()),
                        Numerals.times(BigInteger.valueOf(simplified.shared()), BigInteger.valueOf(f.shared())))
                .map(t -> t + "×")
                .collect(Collectors.joining(" → "));
    }

    private void card(String key, String number, String text) {
        add("<li><span class=\"what\">" + PageTexts.of(key) + "</span><b>"
                + (number.isEmpty() ? PageTexts.of("none") : number) + "</b><span class=\"sub\">" + text
                + "</span></li>");
    }

    private void contents() {
        add("<nav><ul>");
        SECTIONS.forEach(s -> add("<li><a href=\"#" + s + "\">" + PageTexts.of(s) + "</a></li>"));
        add("</ul></nav>");
    }

    private void notes() {
        if (!report.verdict().isEmpty()) {
            add("<div class=\"verdict\"><strong>" + PageTexts.of("verdict") + "</strong>" + paragraphs(report.verdict())
                    + "</div>");
        }
        var warnings = new ArrayList<String>();
        for (TruePartial p : report.reference().partials()) {
            String name = "<i>" + Grid.escaped(p.variable()) + "</i>";
            if (p.value() == null) {
                String reason = "<span lang=\"en\">" + Grid.escaped(String.valueOf(p.reason())) + "</span>";
                warnings.add(PageTexts.of(p.state().equals("undefined") ? "undefined" : "unsettled", name, reason));
            } else if (p.conditioning().cancellation() > MANY_CANCEL) {
                warnings.add(PageTexts.of(
                        "cancels", name, Figures.factor(p.conditioning().cancellation())));
            }
        }
        if (!warnings.isEmpty() || !report.notes().isEmpty()) {
            add("<div class=\"warn\" role=\"note\"><strong>" + PageTexts.of("notes") + "</strong>"
                    + warnings.stream().limit(20).map(w -> "<p>" + w + "</p>").collect(Collectors.joining())
                    + paragraphs(report.notes()) + "</div>");
        }
    }

    private static String paragraphs(List<String> sentences) {
        return sentences.stream()
                .map(s -> "<p lang=\"en\">" + Grid.escaped(s) + "</p>")
                .collect(Collectors.joining());
    }

    private void section(String id, String read) {
        add("<h2 id=\"" + id + "\">" + PageTexts.of(id) + "</h2>");
        if (!read.isEmpty()) {
            add("<p class=\"read\">" + read + "</p>");
        }
    }

    /** What may be wider than the page is scrolled by itself, with the keyboard too. */
    private void wide(String section, String html) {
        add("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + section + "\">" + html
                + "</div>");
    }

    private void data(List<String> headings, List<List<String>> rows) {
        add("<details><summary>" + PageTexts.of("data")
                + "</summary><div class=\"wide\" tabindex=\"0\"><table><thead><tr>");
        headings.forEach(h -> add("<th scope=\"col\" class=\"r\">" + h + "</th>"));
        add("</tr></thead><tbody>");
        rows.forEach(row -> add(row.stream()
                .map(c -> "<td class=\"r\">" + Grid.escaped(c) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"))));
        add("</tbody></table></div></details>");
    }

    private void steps() {
        if (study.steps().isEmpty()) {
            section("steps", PageTexts.of("steps.none"));
            return;
        }
        StepSweep sweep = study.steps().get();
        section("steps", PageTexts.of("steps.read", Grid.escaped(sweep.by())));
        String description = sweep.schemes().stream()
                .filter(s -> s.best() >= 0)
                .map(s -> s.id() + " is best at h = "
                        + Figures.error(sweep.steps().get(s.best())) + " with error "
                        + Figures.error(s.errors().get(s.best())))
                .collect(Collectors.joining("; "));
        add("<figure>" + pictures.of(StepSizeChart.of(sweep), "v", "Error against the step", description)
                + "</figure>");
        var headings = new ArrayList<>(List.of(PageTexts.of("step")));
        sweep.schemes().forEach(s -> headings.add(Grid.escaped(s.id())));
        List<List<String>> rows = IntStream.range(0, sweep.steps().size())
                .filter(i -> isPowerOfTen(sweep.steps().get(i)))
                .mapToObj(i -> Stream.concat(
                                Stream.of(Figures.error(sweep.steps().get(i))),
                                sweep.schemes().stream()
                                        .map(s -> Figures.error(s.errors().get(i))))
                        .toList())
                .toList();
        data(headings, rows);
    }

    private static boolean isPowerOfTen(double h) {
        return h == Double.parseDouble("1e" + Math.round(Math.log10(h)));
    }

    private void sizes() {
        if (study.orders().isEmpty()) {
            section("sizes", PageTexts.of("sizes.none"));
            return;
        }
        OrderSweep sweep = study.orders().get();
        section("sizes", PageTexts.of("sizes.read", Grid.escaped(sweep.by())));
        String description = ExpressionSizeMessage.of(sweep);
        add("<figure>" + pictures.of(ExpressionSizeChart.of(sweep), "s", "Size against order", description)
                + "</figure>");
        int orders = Math.max(sweep.raw().order(), sweep.simplified().order());
        List<List<String>> rows = IntStream.rangeClosed(0, orders)
                .mapToObj(n -> List.of(
                        Integer.toString(n),
                        size(sweep.raw(), n, true),
                        size(sweep.raw(), n, false),
                        size(sweep.simplified(), n, true),
                        size(sweep.simplified(), n, false)))
                .toList();
        String tree = PageTexts.of("tree");
        String shared = PageTexts.of("dag");
        data(
                List.of(
                        PageTexts.of("order"),
                        "symbolic.raw, " + tree,
                        "symbolic.raw, " + shared,
                        "symbolic.simplified, " + tree,
                        "symbolic.simplified, " + shared),
                rows);
    }

    private static String size(OrderSweep.Growth growth, int order, boolean tree) {
        if (order > growth.order()) {
            return "-";
        }
        OrderSweep.Size size = growth.sizes().get(order);
        return tree ? Figures.count(size.tree()) : Integer.toString(size.shared());
    }

    private void formulas() {
        section("formulas", study.formulas().isEmpty() ? PageTexts.of("sizes.none") : "");
        for (int i = 0; i < study.formulas().size(); i++) {
            formula(study.formulas().get(i), "d" + i);
        }
    }

    private void formula(DerivativeFormula d, String id) {
        add("<h3>∂f/∂" + Grid.escaped(d.variable()) + "</h3>");
        if (!d.omission().isEmpty()) {
            add(paragraphs(List.of(d.omission())));
            return;
        }
        add("<p class=\"read\">" + PageTexts.of("formulas.read", Figures.count(d.tree()))
                + (d.conditions().isEmpty()
                        ? ""
                        : " " + PageTexts.of("assuming", Grid.escaped(String.join(", ", d.conditions()))))
                + "</p>");
        add("<div class=\"formula\" tabindex=\"0\"><math displaystyle=\"true\" alttext=\"" + Grid.escaped(d.plain())
                + "\"><mrow>" + d.mathml() + "</mrow></math></div>");
        code("plain", d.plain(), id + "-plain");
        code("LaTeX", d.latex(), id + "-latex");
        code("Java", d.java(), id + "-java");
        if (!d.steps().isEmpty()) {
            add("<details class=\"print\"><summary>"
                    + PageTexts.of("derivation", Integer.toString(d.steps().size()))
                    + "</summary><ol class=\"steps\">");
            d.steps()
                    .forEach(s -> add("<li><span class=\"rule\" lang=\"en\">" + Grid.escaped(s.rule())
                            + "</span><math><mrow>" + before(s) + "<mo>=</mo>" + s.after() + "</mrow></math></li>"));
            add("</ol>" + (d.moreSteps() == 0 ? "" : PageTexts.of("more", Integer.toString(d.moreSteps())))
                    + "</details>");
        }
    }

    private static String before(DerivativeFormula.Step s) {
        return s.by().isEmpty()
                ? s.before()
                : "<mfrac><mi>d</mi><mrow><mi>d</mi><mi>" + Grid.escaped(s.by())
                        + "</mi></mrow></mfrac><mrow><mo>(</mo>" + s.before() + "<mo>)</mo></mrow>";
    }

    private void code(String what, String text, String id) {
        add("<div class=\"code\"><span class=\"what\">" + what + "</span><pre id=\"" + id + "\">" + Grid.escaped(text)
                + "</pre>");
        copy(id);
        add("</div>");
    }

    private void copy(String id) {
        add("<button type=\"button\" class=\"small needs-js\" data-copy=\"" + id + "\">" + PageTexts.of("copy")
                + "</button>");
    }

    private void trace() {
        section("trace", PageTexts.of(study.trace().isEmpty() ? "trace.none" : "trace.read"));
        study.trace().ifPresent(t -> {
            wide("trace", TraceTables.forward(t, false).in(Grid.Format.HTML));
            wide("trace", TraceTables.reverse(t, false).in(Grid.Format.HTML));
        });
    }

    private void graph() {
        section("graph", PageTexts.of("graph.read"));
        add("<p class=\"needs-js\"><button type=\"button\" class=\"small\" id=\"graph-back\">"
                + PageTexts.of("graph.back")
                + "</button> <button type=\"button\" class=\"small\" id=\"graph-next\">" + PageTexts.of("graph.next")
                + "</button> <button type=\"button\" class=\"small\" id=\"graph-all\">" + PageTexts.of("graph.all")
                + "</button> <span class=\"muted\">" + PageTexts.of("graph.start")
                + "</span><br><strong id=\"say\" role=\"status\"></strong></p>");
        wide("graph", "<figure>" + GraphPicture.inPage(study.graph(), "graph-f") + "</figure>");
        add("<details><summary>" + PageTexts.of("data") + "</summary><div class=\"wide\" tabindex=\"0\">"
                + study.graph().table().in(Grid.Format.HTML) + "</div></details>");
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
