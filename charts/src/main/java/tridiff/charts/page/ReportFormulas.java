package tridiff.charts.page;

import java.util.List;
import tridiff.compare.Figures;
import tridiff.compare.study.DerivativeFormula;
import tridiff.compare.table.Table;
import tridiff.expr.said.Said;

/** The section of the report with the derivatives as formulas, and the steps that lead to them. */
record ReportFormulas(HtmlPage page) {

    void all(List<DerivativeFormula> formulas) {
        page.section("formulas", formulas.isEmpty() ? PageTexts.of("sizes.none") : "");
        for (int i = 0; i < formulas.size(); i++) {
            formula(formulas.get(i), "d" + i);
        }
    }

    private void formula(DerivativeFormula d, String id) {
        page.add("<h3>∂f/∂" + Table.escaped(d.variable()) + "</h3>");
        if (!d.omission().isEmpty()) {
            page.add(HtmlPage.paragraphs(List.of(d.omission())));
            return;
        }
        page.add("<p class=\"read\">" + PageTexts.of("formulas.read", Figures.count(d.tree()))
                + (d.conditions().isEmpty()
                        ? ""
                        : " " + PageTexts.of("assuming", PageTexts.sentence(Said.list(", ", d.conditions()))))
                + "</p>");
        page.add("<div class=\"formula\" tabindex=\"0\"><math displaystyle=\"true\" alttext=\""
                + Table.escaped(d.plain()) + "\"><mrow>" + d.mathml() + "</mrow></math></div>");
        page.code(PageTexts.of("plain"), d.plain(), id + "-plain");
        page.code("LaTeX", d.latex(), id + "-latex");
        page.code("Java", d.java(), id + "-java");
        if (!d.steps().isEmpty()) {
            page.add("<details class=\"print\"><summary>"
                    + PageTexts.of("derivation", Integer.toString(d.steps().size()))
                    + "</summary><ol class=\"steps\">");
            d.steps()
                    .forEach(s -> page.add("<li><span class=\"rule\">" + PageTexts.sentence(s.rule())
                            + "</span><math><mrow>" + before(s) + "<mo>=</mo>" + s.after() + "</mrow></math></li>"));
            page.add("</ol>" + (d.moreSteps() == 0 ? "" : PageTexts.of("more", Integer.toString(d.moreSteps())))
                    + "</details>");
        }
    }

    private static String before(DerivativeFormula.Step s) {
        return s.by().isEmpty()
                ? s.before()
                : "<mfrac><mi>d</mi><mrow><mi>d</mi><mi>" + Table.escaped(s.by())
                        + "</mi></mrow></mfrac><mrow><mo>(</mo>" + s.before() + "<mo>)</mo></mrow>";
    }
}
