package tridiff.compare.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.Comparer;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.compare.time.TimingMode;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/** Corpora in all formats, the whole way: read, judge, write, stop, go on, count, compare. */
class CorpusTest {

    private static final List<MethodId> METHODS =
            MethodId.listOf("numerical.central2", "symbolic.simplified", "autodiff.reverse");

    private static final Heading HEADING = new Heading("a.txt", "00", METHODS, 1, 7, false);

    @TempDir
    private Path folder;

    private static List<Entry> entries(String ending, int points, String text) {
        var reading = new EntryReading(new Parser(), points, 7);
        var list = new ArrayList<Entry>();
        Corpora.entries("a." + ending, new BufferedReader(new StringReader(text)), reading)
                .forEachRemaining(list::add);
        return list;
    }

    private static CorpusRun run() {
        var comparer = new Comparer(new Reference.Effort(25, 200, 2), TimingMode.NONE);
        return CorpusRun.with(comparer, METHODS, 2);
    }

    private static List<Outcome> outcomes(List<Entry> entries, Path file) throws IOException {
        return outcomes(entries, file, HEADING);
    }

    private static List<Outcome> outcomes(List<Entry> entries, Path file, Heading heading) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        if (file == null) {
            run().run(entries.iterator(), outcomes::add, done -> {});
        } else {
            run().run(entries.iterator(), file, heading, outcomes::add, done -> {});
        }
        return outcomes;
    }

    private static Entry.Case asCase(Entry e) {
        return (Entry.Case) e;
    }

    @Test
    void plain_lines_have_names_points_and_comments() {
        List<Entry> found = entries(
                "txt",
                1,
                "# a comment\nfirst: x*y @ x=1, y=pi/2\n\nsin(z) @ z=0.5\nno point: x\nbroken: sin( @ x=1\nx @ x\n");
        assertEquals(5, found.size());
        assertEquals("first", found.get(0).id());
        assertEquals(Math.PI / 2, asCase(found.get(0)).point().get("y"));
        assertEquals("line 4", found.get(1).id());
        assertEquals(4, found.get(1).line());
        assertEquals("'x' has no value", ((Entry.Bad) found.get(2)).message().toString());
        assertEquals(6, found.get(3).line());
        assertTrue(((Entry.Bad) found.get(4)).message().toString().contains("not a coordinate"));
    }

    @Test
    void tables_give_ranges_in_which_points_are_drawn_by_the_seed() {
        String text = "name,formula,ranges\na,x*y,\"x in [1.0,5.0]; y in [-2,-1]\"\nb,x,\"x of 1\"\n";
        List<Entry> found = entries("csv", 3, text);
        assertEquals(4, found.size());
        for (int i = 0; i < 3; i++) {
            double x = asCase(found.get(i)).point().get("x");
            double y = asCase(found.get(i)).point().get("y");
            assertTrue(x >= 1 && x <= 5 && y >= -2 && y <= -1);
            assertEquals(
                    asCase(entries("csv", 3, text).get(i)).point(),
                    asCase(found.get(i)).point());
        }
        assertEquals("a#2", found.get(1).id());
        assertTrue(found.get(3) instanceof Entry.Bad);
    }

    @Test
    void json_lines_may_say_what_the_derivatives_are() throws IOException {
        List<Outcome> found = outcomes(
                entries(
                        "jsonl",
                        1,
                        """
                        {"id": "right", "expr": "x^2*y", "point": {"x": 3, "y": 2}, "grad": {"x": "12", "y": "9"}}
                        {"id": "wrong", "expr": "x^2*y", "vars": ["x", "y"], "point": {"x": 3, "y": 2}, "grad": ["12", "8.99"]}
                        {"expr": "x", "point": {}}
                        {"point": {}}
                        not json
                        """),
                null);
        assertEquals(Status.JUDGED, found.get(0).status());
        assertEquals(Status.CONTRADICTED, found.get(1).status());
        assertTrue(
                found.get(1).message().toString().contains("df/dy is said to be 8.99, but it is 9"),
                found.get(1).message().toString());
        assertEquals(
                List.of(Status.BAD, Status.BAD, Status.BAD),
                found.subList(2, 5).stream().map(Outcome::status).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(FPCore (x) :name \"a\" :pre (<= 1 x 2) (- (sqrt (+ x 1)) (sqrt x))) | sqrt(x + 1) - sqrt(x)",
                "(FPCore f (x y) (let ((a (* x y)) (b (/ x y))) (fma a b 1))) | x*y*(x/y) + 1",
                "(FPCore (x) (let* ([a x] [a (+ a 1)]) (pow a 3))) | (x + 1)^3",
                "(FPCore (x) (if (< x 0) (- x) (if (and (> x 1) (< x 2)) PI 1/3))) | if(x < 0, -x, if((x > 1)*(x < 2), pi, 1/3))",
                "(FPCore (x.re x.im) (hypot x.re x.im)) | hypot(x_re, x_im)",
                "(FPCore ((! :precision binary64 x)) (exp -0.5)) | exp(-0.5)"
            })
    void cores_of_fpbench_are_read(String core, String formula) {
        Entry.Case c =
                asCase(entries("fpcore", 1, "; a comment (not a core)\n" + core).get(0));
        assertEquals(formula, c.text());
    }

    @Test
    void preconditions_bound_the_points() {
        List<Entry> found = entries(
                "fpcore", 50, "(FPCore (x y) :name \"n\" :pre (and (< 1e-8 x 1e8) (>= y -3) (<= y (- PI 3))) (* x y))");
        assertEquals(50, found.size());
        for (Entry e : found) {
            assertTrue(asCase(e).point().get("x") >= 1e-8 && asCase(e).point().get("x") <= 1e8);
            assertTrue(asCase(e).point().get("y") >= -3 && asCase(e).point().get("y") <= Math.PI - 3);
        }
        assertTrue(found.stream().anyMatch(e -> asCase(e).point().get("x") < 1e-2), "over magnitudes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(FPCore (x) (while (< i x) ((i 0 (+ i 1))) i))",
                "(FPCore (x) (foo x))",
                "(FPCore (x) y)",
                "(FPCore (x)",
                ")",
                "(FPCore (x) (/ 1 1/0))",
                "hello",
                "(FPCore (x) 1e999999999)",
                "(FPCore (x) \"text)"
            })
    void what_has_no_counterpart_is_a_bad_entry_and_the_next_is_read(String core) {
        List<Entry> found = entries("fpcore", 1, core + "\n(FPCore (x) x)");
        assertTrue(found.get(0) instanceof Entry.Bad, found.toString());
    }

    @Test
    void a_deeply_nested_core_is_refused() {
        String deep = "(FPCore (x) " + "(sin ".repeat(100_000) + "x" + ")".repeat(100_001);
        assertTrue(entries("fpcore", 1, deep).get(0) instanceof Entry.Bad);
    }

    private static final String MIXED =
            """
            a: exp(x) @ x=1
            b: abs(x) @ x=0
            c: log(x) @ x=-1
            d: x*y @ x=2,y=3
            e: (
            f: (1-cos(x))/x^2 @ x=1e-4
            """;

    @Test
    void verdicts_are_what_they_say() throws IOException {
        List<Outcome> found = outcomes(entries("txt", 1, MIXED), null);
        assertEquals(
                List.of(Status.JUDGED, Status.UNDEFINED, Status.UNDEFINED, Status.JUDGED, Status.BAD, Status.JUDGED),
                found.stream().map(Outcome::status).toList());
        assertEquals(Judgement.INACCURATE, found.get(0).methods().get(0).verdict());
        assertEquals(Judgement.RIGHT, found.get(0).methods().get(2).verdict());
        assertEquals(Judgement.WRONG, found.get(1).methods().get(0).verdict(), "a difference at a kink");
        assertEquals(Judgement.SILENT, found.get(1).methods().get(2).verdict());
        assertEquals(Judgement.INACCURATE, found.get(5).methods().get(2).verdict(), "cancellation in f's formula");
        var summary = new Summary();
        found.forEach(summary);
        assertEquals(6, summary.entries());
        assertEquals(2, summary.methods().get(MethodId.autodiff("reverse")).count(Judgement.RIGHT));
        assertEquals("f", summary.worst().get(0).outcome().id());
        assertEquals(1, summary.faults().size());
    }

    @Test
    void a_run_that_was_killed_goes_on_where_its_file_ends() throws IOException {
        Path file = folder.resolve("results.jsonl");
        List<Entry> all = entries("txt", 1, MIXED);
        outcomes(all.subList(0, 3), file);
        String begun = Files.readString(file);
        Files.writeString(file, "{\"number\":3,\"line\":4,\"id\":\"d", StandardOpenOption.APPEND);
        List<Outcome> resumed = outcomes(all, file);
        assertEquals(6, resumed.size(), "those of before are counted, too");
        String finished = Files.readString(file);
        assertTrue(finished.startsWith(begun), "what was there is not touched");
        assertEquals(1 + 6, finished.lines().count(), "a heading and six results");
        var again = new ArrayList<Outcome>();
        CorpusRun.read(file, again::add);
        assertEquals(resumed, again);
        Path atOnce = folder.resolve("at-once.jsonl");
        outcomes(all, atOnce);
        assertEquals(Files.readString(atOnce), finished);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b.txt | 00 | autodiff.reverse | 1 | false | of the corpus a.txt, not b.txt",
                "a.txt | 01 | autodiff.reverse | 1 | false | of a.txt with another content",
                "a.txt | 00 | autodiff.forward | 1 | false | the methods autodiff.reverse, not autodiff.forward",
                "a.txt | 00 | autodiff.reverse | 2 | false | --seed 1, not 2",
                "a.txt | 00 | autodiff.reverse | 1 | true  | --double-literals false, not true"
            })
    void a_run_does_not_go_on_with_the_results_of_another(
            String corpus, String sha256, String method, long seed, boolean doubles, String difference)
            throws IOException {
        Path file = folder.resolve("results.jsonl");
        List<Entry> all = entries("txt", 1, MIXED);
        outcomes(all, file, new Heading("a.txt", "00", MethodId.listOf("autodiff.reverse"), 1, 1, false));
        String before = Files.readString(file);
        var heading = new Heading(corpus, sha256, MethodId.listOf(method), 1, seed, doubles);
        var refusal = assertThrows(Heading.Other.class, () -> outcomes(all, file, heading));
        assertTrue(refusal.getMessage().endsWith("another run: " + difference), refusal.getMessage());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void results_without_a_heading_can_be_read_but_not_gone_on_with() throws IOException {
        Path file = folder.resolve("results.jsonl");
        List<Entry> all = entries("txt", 1, MIXED);
        List<Outcome> judged = outcomes(all, file);
        String results =
                Files.readString(file).lines().skip(1).collect(java.util.stream.Collectors.joining("\n")) + "\n";
        Files.writeString(file, results);
        assertThrows(Heading.Other.class, () -> outcomes(all, file));
        var read = new ArrayList<Outcome>();
        CorpusRun.read(file, read::add);
        assertEquals(judged, read);
        assertEquals(results, Files.readString(file));
    }

    @Test
    void a_first_line_with_more_settings_than_are_known_is_of_another_run() throws IOException {
        Path file = folder.resolve("results.jsonl");
        List<Entry> all = entries("txt", 1, MIXED);
        outcomes(all, file);
        Files.writeString(file, Files.readString(file).replaceFirst("\\}", ",\"later\":1}"));
        assertThrows(Heading.Other.class, () -> outcomes(all, file));
    }

    @Test
    void a_run_that_was_killed_in_its_first_line_begins_again() throws IOException {
        Path file = folder.resolve("results.jsonl");
        List<Entry> all = entries("txt", 1, MIXED);
        outcomes(all, file);
        String whole = Files.readString(file);
        for (int kept : new int[] {0, 1, 9, whole.indexOf('\n'), whole.indexOf('\n') + 1}) {
            Files.writeString(file, whole.substring(0, kept));
            outcomes(all, file);
            assertEquals(whole, Files.readString(file));
        }
    }

    @Test
    void another_file_is_not_taken_for_results() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "my notes\nmore notes");
        assertThrows(IOException.class, () -> outcomes(entries("txt", 1, MIXED), file));
        assertEquals("my notes\nmore notes", Files.readString(file));
        Files.writeString(file, "\nmy notes\nmore notes");
        assertThrows(IOException.class, () -> outcomes(entries("txt", 1, MIXED), file));
        assertEquals("\nmy notes\nmore notes", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({
        "ulps(autodiff.reverse) > 1000, true",
        "ulps(autodiff.reverse) > 1e30, false",
        "median(autodiff.*) <= 4, true",
        "wrong(numerical.*) >= 1, true",
        "wrong(autodiff.*) >= 1, false",
        "bad > 0, true",
        "contradicted > 0, false",
        "right(symbolic.simplified) < 3, true"
    })
    void conditions_hold_or_do_not(String condition, boolean holds) throws IOException {
        var summary = new Summary();
        outcomes(entries("txt", 1, MIXED), null).forEach(summary);
        assertEquals(holds, FailCondition.of(condition).failure(summary).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ulps",
                "ulps(autodiff.reverse)",
                "ulps(nothing) > 3",
                "speed(autodiff.*) > 3",
                "bad > many",
                "ulps() > 1",
                "x > 2"
            })
    void other_conditions_are_refused_in_one_line(String condition) {
        String message = assertThrows(IllegalArgumentException.class, () -> FailCondition.of(condition))
                .getMessage();
        assertFalse(message.contains("\n"));
    }

    @Test
    void two_runs_differ_where_they_differ() throws IOException {
        Path old = folder.resolve("old.jsonl");
        Path now = folder.resolve("new.jsonl");
        outcomes(entries("txt", 1, MIXED), old);
        Files.writeString(
                now,
                Files.readString(old)
                        .replaceFirst(
                                "\"autodiff.reverse\",\"verdict\":\"RIGHT\"",
                                "\"autodiff.reverse\",\"verdict\":\"UNDEFINED\"")
                        .replaceFirst(
                                "\"numerical.central2\",\"verdict\":\"WRONG\"",
                                "\"numerical.central2\",\"verdict\":\"SILENT\""));
        CorpusDiff diff = CorpusDiff.of(old, now);
        assertEquals(1, diff.worse().size());
        assertEquals("a", diff.worse().get(0).id());
        assertEquals(1, diff.better().size());
        assertEquals(0, CorpusDiff.of(old, old).worse().size());
    }

    /** The certified corpora that tridiff brings along contradict nothing, and automatic differentiation is right on them. */
    @ParameterizedTest
    @ValueSource(strings = {"feynman-certified", "nist"})
    void certified_corpora_are_confirmed(String name) throws IOException {
        Corpora.BuiltIn corpus = Corpora.builtIn(name).orElseThrow();
        var reading = new EntryReading(new Parser().withDoubleLiterals(), 1, 1);
        var summary = new Summary();
        try (BufferedReader in = Corpora.text(Corpora.open(corpus))) {
            run().run(Corpora.entries(corpus.file(), in, reading), summary, done -> {});
        }
        assertEquals(summary.entries(), summary.count(Status.JUDGED));
        assertTrue(summary.entries() > 70);
        assertEquals(0, summary.methods().get(MethodId.autodiff("reverse")).count(Judgement.UNDEFINED));
        assertTrue(summary.methods().get(MethodId.autodiff("reverse")).median() < 4);
    }
}
