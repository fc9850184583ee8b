package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tridiff.cli.output.Failure;
import tridiff.compare.json.JsonReport;

/** The page: what is in it, what cannot get into it, and that a real browser shows it. */
class ReportTest {

    @TempDir
    private Path folder;

    private String report(int code, String... arguments) throws Exception {
        Path file = folder.resolve("report.html");
        var all = new java.util.ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-o", file.toString()));
        Run run = Run.of(all.toArray(String[]::new));
        assertEquals(code, run.code(), run.err());
        return Files.readString(file);
    }

    @Test
    void the_page_has_every_section_and_needs_no_network() throws Exception {
        String page = report(0, "exp(sin(x))/(1+x^2)", "--at", "x=0.7");
        for (String id : List.of("results", "steps", "sizes", "formulas", "trace", "graph", "reproduce", "raw")) {
            assertTrue(page.contains("<h2 id=\"" + id + "\">"), id);
        }
        assertTrue(page.contains("0.2233694872022300476267951379010885619093"));
        assertTrue(page.contains("./tridiff report &#39;exp(sin(x))/(1+x^2)&#39; --at x=0.7"), "the command");
        assertFalse(page.replace("http://www.w3.org/2000/svg", "").contains("://"), "an address");
        assertTrue(page.length() < 200_000, "light: " + page.length());
        String json = page.substring(page.indexOf("<pre id=\"json\">") + 15, page.lastIndexOf("</pre>"));
        assertEquals(
                "exp(sin(x))/(1+x^2)",
                JsonReport.read(json.replace("&quot;", "\"")
                                .replace("&#39;", "'")
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&amp;", "&"))
                        .input()
                        .expression());
        for (String figure : page.split("<svg")) {
            assertTrue(figure.equals(page.split("<svg")[0]) || figure.contains("aria-labelledby"));
        }
    }

    /** Comparisons are the only markup that a formula can contain; they stand in the formula, the point and the JSON. */
    @Test
    void what_is_typed_is_never_taken_for_markup() throws Exception {
        String page = report(0, "if(x<y, x, 2*y) + (x>0)", "--at", "x=1,y=3");
        assertTrue(page.contains("x &lt; y"));
        assertFalse(page.contains("x<y") || page.contains("x < y"));
    }

    @Test
    void a_kink_a_loop_and_a_large_function_have_pages_too() throws Exception {
        String kink = report(Failure.UNDEFINED, "abs(x)", "--at", "x=0");
        assertTrue(kink.contains("There is no derivative by"));
        assertTrue(report(0, "sum(i, 1, 50, x^i/i)", "--at", "x=0.5").contains("No trace"));
        String large =
                report(0, "sin(".repeat(300) + "x" + ")".repeat(300), "--at", "x=0.5", "--methods", "autodiff.*");
        assertTrue(large.contains("showing 60 of 301 nodes"));
    }

    @Test
    void the_verdict_the_warnings_and_the_judged_words_are_in_both_languages() throws Exception {
        String page = report(Failure.UNDEFINED, "abs(x)+y", "--at", "x=0,y=1");
        assertTrue(page.contains("<span class=\"t\" lang=\"en\">There is no df/dx here"));
        assertTrue(page.contains("<span class=\"t\" lang=\"ko\">이 점에는 df/dx의 값이 없습니다"));
        assertTrue(page.contains("<span class=\"t\" lang=\"ko\">꺾인 점: 왼쪽 기울기 -1, 오른쪽 기울기 1"));
        assertTrue(page.contains("<span class=\"t\" lang=\"ko\">거부: abs 함수는"));
        assertTrue(page.contains(">allowed</span>") && page.contains(">허용</span>"));
    }

    private String corpusPage(String entries) throws Exception {
        Path corpus = Files.writeString(folder.resolve("mine.txt"), entries);
        Path results = folder.resolve("mine.jsonl");
        Run run = Run.of("corpus", "run", corpus.toString(), "-o", results.toString());
        assertEquals(entries.contains("bad:") ? Failure.EXPRESSION : 0, run.code(), run.err());
        return report(0, "--corpus", results.toString());
    }

    private static final String ENTRIES =
            """
            kink: abs(x) @ x=0
            flat: if(x<1, x, 1) @ x=0.5
            cancel: (1-cos(x))/x^2 @ x=1e-6
            bad: sin( @ x=1
            """;

    @Test
    void the_page_of_a_corpus_has_every_method_the_heat_map_the_worst_the_bad_and_all_functions() throws Exception {
        String page = corpusPage(ENTRIES);
        for (String id : List.of("methods", "map", "furthest", "faults", "functions", "reproduce")) {
            assertTrue(page.contains("<h2 id=\"" + id + "\">"), id);
        }
        assertTrue(page.contains("4 entries: 2 judged, 1 without a derivative, 0 not settled, 0 contradicted, 1 bad."));
        assertTrue(page.contains("./tridiff compare &#39;(1-cos(x))/x^2&#39; --at x=1.0E-6"), "the worst");
        assertFalse(page.matches("(?s).*>\\s+at x=.*"), "a gap of spaces, which a page swallows");
        assertTrue(page.contains("the expression ends too early"), "the bad");
        assertTrue(page.contains(">if(x&lt;1, x, 1)<") && !page.contains("x<1"), "markup");
        assertTrue(page.contains("<th scope=\"row\">kink") && page.contains(">×</td>"), "a number where there is none");
        assertFalse(page.replace("http://www.w3.org/2000/svg", "").contains("://"), "an address");
    }

    @Test
    void methods_that_are_as_often_right_are_named_together_and_none_that_is_oftener_wrong() throws Exception {
        String page = corpusPage("kink: abs(x) @ x=0\nplain: x+1 @ x=0.5\n");
        String best = page.substring(page.indexOf("Most often right"), page.indexOf("Least often right"));
        assertTrue(best.contains("numerical.complex-step, symbolic.raw, symbolic.simplified and 3 more"), best);
        assertFalse(best.contains("numerical.central"), "differences give a number at the kink: " + best);
    }

    @Test
    void a_report_is_of_a_function_or_of_a_corpus() throws Exception {
        Run nothing = Run.of("report", "--at", "x=1");
        assertEquals(Failure.USAGE, nothing.code());
        assertTrue(nothing.err().contains("'EXPR'"), nothing.err());
        assertEquals(
                Failure.USAGE,
                Run.of("report", "--corpus", "a.jsonl", "--bogus").code());
        Path file = Files.writeString(folder.resolve("no.jsonl"), "no results\n");
        assertEquals(
                Failure.USAGE,
                Run.of("report", "x", "--at", "x=1", "--corpus", file.toString())
                        .code());
        Run run = Run.of("report", "--corpus", file.toString(), "-o", folder.resolve("r.html") + "");
        assertEquals(Failure.OUTPUT, run.code());
        assertFalse(Files.exists(folder.resolve("r.html")));
    }

    @Test
    void a_real_browser_shows_the_page_of_a_corpus_and_sorts_it() throws Exception {
        var browser = Browser.installed();
        assumeTrue(browser.isPresent(), "no chromium on this machine: the page is not opened");
        String script = PROBE.replaceAll("(?s)document.getElementById\\(\"graph-next.*?requests", "result.requests");
        String page = corpusPage(ENTRIES);
        Path probed = folder.resolve("probed.html");
        Files.writeString(probed, page.replace("</head>", script + "</head>"));
        Browser.Visit visit = new Browser(browser.get(), folder).open(probed, "--window-size=1240,900");
        String dom = visit.dom().replace("&quot;", "\"");
        assertTrue(dom.contains("\"before\":\"6,0\",\"after\":\"0,6,ko\",\"figures\":1"), probe(dom));
        assertTrue(dom.contains("\"requests\":0,\"problems\":\"\""), probe(dom));
        assertFalse(visit.log().contains("CONSOLE"), visit.log());
    }

    /** Clicks the language, a heading and the steps of the graph, and writes down what can then be seen. */
    private static final String PROBE =
            """
            <script>
            window.problems = [];
            addEventListener("securitypolicyviolation", e => problems.push(e.violatedDirective));
            addEventListener("error", e => problems.push(e.message));
            addEventListener("load", () => {
              const shown = lang => [...document.querySelectorAll("h2 .t[lang=" + lang + "]")]
                .filter(e => e.getClientRects().length > 0).length;
              const result = {};
              result.before = [shown("en"), shown("ko")].join();
              document.getElementById("lang-ko").click();
              result.after = [shown("en"), shown("ko"), document.documentElement.lang].join();
              result.figures = [...document.querySelectorAll("figure svg")]
                .filter(s => s.getBoundingClientRect().height > 100 && s.querySelectorAll("path, text").length > 10).length;
              const heads = [...document.querySelectorAll("table.sortable th button")];
              heads.find(b => b.textContent.includes("ulp")).click();
              result.first = document.querySelector("table.sortable tbody th").textContent;
              document.getElementById("graph-next").click();
              result.step = document.getElementById("say").textContent;
              result.dim = document.querySelectorAll("#graph-ko g.dim[data-v]").length;
              result.math = document.querySelector(".formula mfrac").getBoundingClientRect().height > 20;
              result.wide = document.documentElement.scrollWidth <= innerWidth;
              result.requests = performance.getEntriesByType("resource").length;
              result.problems = problems.join();
              document.body.dataset.probe = JSON.stringify(result);
            });
            </script>
            """;

    @Test
    void a_real_browser_shows_it_without_errors_or_requests_and_switches_languages() throws Exception {
        var browser = Browser.installed();
        assumeTrue(browser.isPresent(), "no chromium on this machine: the page is not opened");
        String page = report(0, "exp(sin(x))/(1+x^2)", "--at", "x=0.7");
        Path probed = folder.resolve("probed.html");
        Files.writeString(probed, page.replace("</head>", PROBE + "</head>"));
        Browser.Visit visit = new Browser(browser.get(), folder).open(probed, "--window-size=1240,900");
        String dom = visit.dom().replace("&quot;", "\"");
        assertTrue(dom.contains("\"before\":\"8,0\",\"after\":\"0,8,ko\""), probe(dom));
        assertTrue(dom.contains("\"figures\":3"), probe(dom));
        assertTrue(dom.contains("\"step\":\"1/12  x: v0 = 0.7\",\"dim\":5"), probe(dom));
        assertTrue(dom.contains("\"math\":true,\"wide\":true,\"requests\":0,\"problems\":\"\""), probe(dom));
        assertFalse(dom.contains("\"first\":\"numerical.forward\""), probe(dom));
        assertFalse(visit.log().contains("CONSOLE"), visit.log());
    }

    private static String probe(String dom) {
        int at = dom.indexOf("data-probe");
        return at < 0 ? "the scripts did not run" : dom.substring(at, Math.min(dom.length(), at + 400));
    }
}
