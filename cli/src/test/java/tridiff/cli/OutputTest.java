package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.json.JsonReport;

/** Every result in every form, and again from its saved file. */
class OutputTest {

    private static final String[] COMPARE = {"compare", "x^2*y + log(x)", "--at", "x=0.5,y=3"};

    private static final String HEADER =
            "method,variable,value,truth,absolute_error,relative_error,correct_digits,ulps,estimated_error,"
                    + "round_off_ulps,assessment,evaluations,operations,tree,dag,preparation_ns,time_ns,time_low_ns,"
                    + "time_high_ns,ratio,allocated_bytes,refusal";

    @TempDir
    private Path folder;

    private static Run run(String[] command, String... more) {
        var args = new java.util.ArrayList<>(List.of(command));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void csv_has_a_stable_header_and_a_row_for_each_method_and_variable_with_doubles_in_full() {
        List<String> lines = run(
                        COMPARE,
                        "--format",
                        "csv",
                        "--methods",
                        "autodiff.directional,autodiff.forward,autodiff.reverse,symbolic.dag")
                .out()
                .lines()
                .toList();
        assertEquals(HEADER, lines.get(0));
        assertEquals(1 + 2 * 4, lines.size());
        assertTrue(
                lines.stream().anyMatch(l -> l.startsWith("autodiff.reverse,x,5.0,5,0.0,0.0,17.0,0.0,")),
                lines.toString());
        assertTrue(lines.stream().allMatch(l -> l.split(",", -1).length == HEADER.split(",").length));
    }

    @Test
    void a_refused_method_has_its_rows_in_csv_too() {
        String csv = Run.of(
                        "compare", "abs(x)*gamma(x)", "--at", "x=2", "--methods", "numerical.complex-step", "-f", "csv")
                .out();
        assertTrue(csv.lines().skip(1).allMatch(l -> l.startsWith("numerical.complex-step,x,,,")), csv);
    }

    @Test
    void markdown_and_latex_are_tables_that_their_readers_take() {
        String markdown = run(COMPARE, "-f", "markdown").out();
        List<String> rows = markdown.lines().filter(l -> l.startsWith("|")).toList();
        assertTrue(rows.size() >= 2 * (2 + 8), markdown);
        String latex = run(COMPARE, "-f", "latex").out();
        assertEquals(2, latex.split("\\\\begin\\{tabular\\}", -1).length - 1);
        assertTrue(
                latex.lines()
                        .filter(l -> l.endsWith("\\\\"))
                        .allMatch(l -> l.chars().filter(c -> c == '&').count() == 8),
                latex);
        assertTrue(latex.contains("$\\pm$") && latex.contains("\\%") && !latex.contains("±"), latex);
    }

    @Test
    void json_lines_is_json_in_one_line_and_a_dash_is_the_terminal() {
        Run run = run(COMPARE, "--format", "jsonl", "-o", "-");
        assertEquals(1, run.out().lines().count());
        assertEquals(8 + 2, JsonReport.read(run.out()).results().size(), run.out());
    }

    @ParameterizedTest
    @CsvSource({"txt, Verdict", "json, tridiff/1", "jsonl, tridiff/1", "csv, absolute_error", "md, ---", "tex, toprule"
    })
    void the_ending_of_the_file_says_what_is_written(String ending, String content) throws IOException {
        Path file = folder.resolve("result." + ending);
        Run run = run(COMPARE, "-o", file.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(file.toString(), run.out().strip());
        assertTrue(Files.readString(file).contains(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare|exp(x)*y|--at|x=1,y=2",
                "sweep|x|sin(x)/x|--from|1e-3|--to|10|--points|20",
                "sweep|h|sin(x)|--at|x=1",
                "sweep|depth|logistic|--to|5|--errors|10",
                "sweep|order|tanh|--to|4",
                "sweep|vars|product|--to|6|--only|sizes",
                "sweep|vars|product|--to|4|--only|costs"
            })
    void a_saved_result_is_shown_as_it_was_in_every_form(String command) throws IOException {
        Path file = folder.resolve("saved.json");
        Run saved = run(command.split("\\|"), "-o", file.toString());
        assertEquals(0, saved.code(), saved.err());
        assertEquals(
                Files.readString(file),
                Run.of("show", file.toString(), "-f", "json").out());
        for (String format : List.of("text", "csv", "markdown", "latex", "jsonl")) {
            Run shown = Run.of("show", file.toString(), "--format", format);
            assertEquals(0, shown.code(), shown.err());
            assertTrue(shown.out().lines().count() >= (format.equals("jsonl") ? 1 : 4), shown.out());
        }
        Path picture = folder.resolve("saved.svg");
        boolean drawn = command.startsWith("sweep") && !command.startsWith("sweep|x");
        assertEquals(
                drawn ? 0 : 2,
                Run.of("show", file.toString(), "-o", picture.toString()).code());
        assertEquals(drawn, Files.exists(picture));
    }

    @Test
    void results_one_after_the_other_are_shown_one_after_the_other() throws IOException {
        Path file = folder.resolve("many.jsonl");
        Files.writeString(
                file,
                run(COMPARE, "-f", "jsonl").out()
                        + Run.of("sweep", "h", "x", "--at", "x=1", "-f", "jsonl")
                                .out());
        Run run = Run.of("show", file.toString());
        assertTrue(run.out().contains("Verdict") && run.out().contains("best"), run.out());
        assertEquals(
                2,
                Run.of("show", file.toString(), "-o", folder.resolve("x.csv").toString())
                        .code());
    }

    @Test
    void files_saved_by_earlier_versions_are_read() throws IOException {
        Path file = folder.resolve("old.json");
        try (var in = OutputTest.class.getResourceAsStream("saved-1.json")) {
            Files.write(file, in.readAllBytes());
        }
        for (String format : List.of("text", "csv", "markdown", "latex", "json")) {
            Run run = Run.of("show", file.toString(), "--format", format);
            assertEquals(0, run.code(), run.err());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there is no result in",
                "{} | no result of tridiff",
                "[1, 2] | no result of tridiff",
                "{\"schema\": \"tridiff/9\"} | only tridiff/1 is known",
                "{\"schema\": \"tridiff/1\"} | none of the kinds",
                "{\"schema\": \"tridiff/1\", \"results\": []} | a saved result: input is missing",
                "{\"schema\": \"tridiff/1\", \"results\": 7} | not a saved result",
                "{\"schema\": | not a saved result: line 1, column 11",
                "{ | not a saved result: line 1, column 2",
                "a,b,c | not a saved result"
            })
    void what_is_no_saved_result_is_said_in_one_line(String content, String message) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, content, StandardCharsets.UTF_8);
        Run run = Run.of("show", file.toString());
        assertEquals(6, run.code(), run.err());
        assertTrue(run.err().startsWith("error: ") && run.err().contains(message), run.err());
        assertFalse(run.err().contains("[Source"), "what the JSON library says is for programmers: " + run.err());
    }

    @Test
    void nothing_in_a_saved_file_reaches_the_terminal_raw() throws IOException {
        Path file = folder.resolve("evil.json");
        String json = run(COMPARE, "-f", "json").out();
        Files.writeString(file, json.replace("\"understood\" : \"", "\"understood\" : \"\\u001b[2J\\u202e\\u0007"));
        for (String format : List.of("text", "csv", "markdown", "latex")) {
            String out = Run.of("show", file.toString(), "-f", format).out();
            assertTrue(out.codePoints().noneMatch(c -> c == 0x1b || c == 7 || c == 0x202e), format);
        }
    }

    @Test
    void hangul_is_aligned_by_its_width() {
        String text = Run.of("compare", "가*나", "--at", "가=1,나=2", "--methods", "autodiff.*")
                .out();
        var columns = text.lines()
                .filter(l -> l.startsWith("METHOD  ") || l.startsWith("autodiff") || l.startsWith(" "))
                .limit(5)
                .map(tridiff.expr.text.DisplayWidth::of)
                .distinct()
                .toList();
        assertTrue(columns.size() <= 2, text);
    }

    /** One measurement, since times differ from run to run. */
    @Test
    void data_are_the_same_in_every_language() {
        String file = folder.resolve("saved.json").toString();
        Run.of("compare", "abs(x)*y", "--at", "x=0,y=1", "--lang", "ko", "-o", file);
        for (String format : List.of("json", "jsonl", "csv", "markdown", "latex")) {
            String korean =
                    Run.of("show", file, "--lang", "ko", "--format", format).out();
            assertFalse(korean.isEmpty() || korean.matches("(?s).*\\p{IsHangul}.*"), korean);
            assertEquals(
                    Run.of("show", file, "--lang", "en", "--format", format).out(), korean);
        }
        assertTrue(Run.of("show", file, "--lang", "ko").out().contains("df/dx: 존재하지 않음"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "graph x*y --at x=1,y=2 -o | g.png",
                "graph x*y --at x=1,y=2 --format dot -o | g.svg",
                "graph x*y --at x=1,y=2 -o | g",
                "compare x --at x=1 --format json -o | r.csv",
                "compare x --at x=1 -o | r.pdf",
                "report x^2 --at x=1 -o | r.pdf",
                "corpus run papers -o | r.csv",
                "charts size-depth -o | x.png",
                "charts size-depth --expr x^2 -o | pictures",
                "charts digits --at x=1 -o | pictures"
            })
    void a_file_is_written_in_the_form_that_its_name_says_or_not_at_all(String command, String name) {
        Path file = folder.resolve(name);
        Run run = Run.of((command + " " + file).split(" "));
        assertEquals(2, run.code(), run.out() + run.err());
        assertFalse(Files.exists(file), name);
    }

    @ParameterizedTest
    @CsvSource({"g.svg, <", "g.dot, digraph", "g.gv, digraph", "g.txt, x"})
    void a_graph_obeys_the_ending_of_its_file(String name, String start) throws IOException {
        Path file = folder.resolve(name);
        Run run = Run.of("graph", "x*y", "--at", "x=1,y=2", "-o", file.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(Files.readString(file).contains(start), name);
        assertEquals(name.equals("g.svg"), Files.readString(file).contains("<svg"), name);
    }
}
