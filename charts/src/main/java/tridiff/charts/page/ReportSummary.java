package tridiff.charts.page;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tridiff.charts.style.Numerals;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.Figures;
import tridiff.compare.study.Study;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.table.Table;

/** What stands on top of the report: four numbers, the verdict, the warnings. */
final class ReportSummary {

    private static final int MANY_CANCEL = 1_000;
    private static final int MOST_WARNINGS = 20;

    private final Study study;
    private final ComparisonReport report;
    private final HtmlPage page;

    ReportSummary(Study study, HtmlPage page) {
        this.study = study;
        this.report = study.comparison();
        this.page = page;
    }

    void cards() {
        List<MethodResult> judged = report.results().stream()
                .filter(r -> r.refusal() == null && Double.isFinite(r.worstUlps()))
                .sorted(Comparator.comparingDouble(MethodResult::worstUlps))
                .toList();
        page.add("<ul class=\"cards\">");
        page.card(
                "best",
                judged.isEmpty() ? "" : ulps(judged.get(0)),
                judged.isEmpty() ? "" : judged.get(0).id().toString());
        MethodResult last = judged.isEmpty() ? null : judged.get(judged.size() - 1);
        page.card(
                "worst",
                last == null ? "" : ulps(last),
                last == null ? "" : last.id().toString());
        study.orders()
                .filter(o -> o.raw().order() > 0 && o.simplified().order() > 0)
                .ifPresentOrElse(
                        o -> page.card("swell", swell(o), PageTexts.of("swell.text")),
                        () -> page.card("swell", "", ""));
        TruePartial truth = report.reference().partials().get(0);
        page.add("<li><span class=\"what\">" + PageTexts.of("truth") + " ∂f/∂" + Table.escaped(truth.variable())
                + "</span><b class=\"long\">"
                + (truth.value() == null ? PageTexts.of("none") : truth.value().replace("-", "−"))
                + "</b>"
                + (truth.value() == null
                        ? ""
                        : "<span class=\"sub\">"
                                + PageTexts.of(
                                        "truth.text",
                                        Integer.toString(report.reference().digits())) + "</span>")
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

    void notes() {
        if (!report.verdict().isEmpty()) {
            page.add("<div class=\"verdict\"><strong>" + PageTexts.of("verdict") + "</strong>"
                    + HtmlPage.paragraphs(report.verdict()) + "</div>");
        }
        var warnings = new ArrayList<String>();
        for (TruePartial p : report.reference().partials()) {
            String name = "<i>" + Table.escaped(p.variable()) + "</i>";
            if (p.value() == null) {
                String reason = PageTexts.sentence(p.reason());
                warnings.add(PageTexts.of(p.isUndefined() ? "undefined" : "unsettled", name, reason));
            } else if (p.conditioning().cancellation() > MANY_CANCEL) {
                warnings.add(PageTexts.of(
                        "cancels",
                        name,
                        Figures.factor(p.conditioning().cancellation()),
                        Math.round(Math.log10(p.conditioning().cancellation()))));
            }
        }
        if (!warnings.isEmpty() || !report.notes().isEmpty()) {
            page.add("<div class=\"warn\" role=\"note\"><strong>" + PageTexts.of("notes") + "</strong>"
                    + warnings.stream()
                            .limit(MOST_WARNINGS)
                            .map(w -> "<p>" + w + "</p>")
                            .collect(Collectors.joining())
                    + HtmlPage.paragraphs(report.notes()) + "</div>");
        }
    }
}
