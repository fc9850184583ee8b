package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.cli.output.Failure;

/** Files that are not what they should be, numbers that are none, and what is said of them. */
class InputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static void assertRefused(int code, String message, Run run) {
        assertEquals(code, run.code(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(run.err().contains("\tat ") || run.err().contains("Exception"), run.err());
        assertTrue(run.err().lines().count() <= 4, run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,y;1,2;3,4 | sum(i,0,9,t(i)*x) | there is no row 9 of column 't'",
                "t,y;1,2;3,4 | sum(i,1,2,y(i)*x) | there is no row 2 of column 'y'",
                "t,y;1,2;NaN,4 | sum(i,0,1,t(i)*x) | row 1, column 't': 'NaN' is not a number",
                "t,y;1,2;3,Infinity | sum(i,0,1,t(i)*x) | row 1, column 'y': 'Infinity' is not a number",
                "t,y;1,2;3, | sum(i,0,1,t(i)*x) | row 1, column 'y' is empty",
                "t;0x1p3 | t(0)*x | '0x1p3' is not a number",
                "t;1f | t(0)*x | '1f' is not a number",
                "t;1d | t(0)*x | '1d' is not a number",
                "t,y;1\u0000,2 | t(0)*x | is not a number",
                "t;1e400 | t(0)*x | '1e400' is too large for a double",
                "t;1e-400 | t(0)*x | '1e-400' is not 0, but too small for a double",
                "t;1_000 | t(0)*x | '1_000' is not a number",
                "t,t;1,2 | t(0)*x | there are two columns 't'",
                "sin;1 | x | there is already a function of that name",
                "sum;1 | x | there is already a function of that name",
                "1;1 | x | a column is named like a variable",
                "t;1,2 | x | 2 numbers"
            })
    void data_that_are_none_are_refused_by_row_and_column(String content, String formula, String message)
            throws IOException {
        String data = file("data.csv", content.replace(';', '\n'));
        assertRefused(Failure.OUTPUT, message, Run.of("compare", formula, "--at", "x=1", "--data", data));
    }

    @Test
    void a_missing_column_is_no_product() throws IOException {
        String data = file("data.csv", "time,y\n1,2\n");
        Run run = Run.of("compare", "sum(i,0,0,z(i)*x)", "--at", "x=1", "--data", data);
        assertRefused(Failure.EXPRESSION, "there is no function and no column 'z'", run);
        assertTrue(run.err().contains("the columns are time, y"), run.err());
        Run near = Run.of("compare", "sum(i,0,0,tme(i)*x)", "--at", "x=1", "--data", data);
        assertTrue(near.err().contains("did you mean 'time'?"), near.err());
    }

    @Test
    void data_may_begin_with_a_mark_end_in_any_way_and_have_a_column_named_i() throws IOException {
        String data = file("data.csv", "\uFEFFi,t\r\n1,10\r\n\r\n+2.5e0,-.5\r\n0.0e5,0");
        Run run = Run.of("diff", "sum(i,0,2,i(i)*t(i)*x)", "--data", data);
        assertEquals(0, run.code(), run.err());
        assertEquals("sum(i, 0, 2, i(i)*t(i))", run.out().strip());
    }

    /** Spreadsheets write semicolons or tabs, quotes around what has a blank, and headings of several words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sepal length (cm)\",y\n\"1\",10\n2,20\n",
                "sepal length (cm);y\r\n1;10\r\n2;20\r\n",
                "sepal length (cm)\ty\n1\t10\n\n2\t\"20\"",
                "\uFEFF sepal length (cm) , \"y\"\n 1 , 10\n2,20\n\n",
            })
    void data_are_read_as_people_have_them(String content) throws IOException {
        String data = file("data.csv", content);
        Run run = Run.of("diff", "sum(i,0,1,sepal_length_cm(i)*y(i)*x)", "--data", data, "--at", "x=1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().strip().endsWith("df/dx = 50 at x=1"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n\n", "\uFEFF\r\n"})
    void data_without_a_line_are_empty(String content) throws IOException {
        String data = file("data.csv", content);
        assertRefused(Failure.OUTPUT, "is empty", Run.of("diff", "x^2", "--data", data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,y/1,2/,3 | row 1, column 't' is empty",
                "t,y/1,2/3,  | row 1, column 'y' is empty",
                "t;y/1,5;2 | row 0, column 't': '1,5' is not a number",
                "t,y/1,\"2/3,4 | row 0, column 'y': '2",
                "a b,a-b/1,2 | there are two columns 'a_b'",
            })
    void cells_that_are_no_numbers_are_named(String content, String message) throws IOException {
        String data = file("data.csv", content.replace('/', '\n'));
        Run run = Run.of("compare", "t(0)*x", "--at", "x=1", "--data", data);
        assertEquals(Failure.OUTPUT, run.code(), run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_file_without_an_end_is_refused_when_its_limit_is_reached() {
        String zero = "/dev/zero";
        for (Run run : new Run[] {
            assertTimeoutPreemptively(PATIENCE, () -> Run.of("show", zero, "--max-size", "1")),
            assertTimeoutPreemptively(PATIENCE, () -> Run.of("diff", "@" + zero)),
            assertTimeoutPreemptively(PATIENCE, () -> Run.of("compare", "x", "--at", "x=1", "--data", zero))
        }) {
            assertEquals(Failure.LIMIT, run.code(), run.err());
            assertTrue(run.err().startsWith("error: "), run.err());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_is_there_but_no_file_is_not_said_to_be_missing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("/dev/null"));
        String message = " is a pipe or a device";
        assertRefused(Failure.OUTPUT, message, Run.of("corpus", "run", "/dev/zero"));
        assertRefused(Failure.OUTPUT, message, Run.of("corpus", "run", link.toString()));
        assertRefused(Failure.OUTPUT, message, Run.of("corpus", "diff", link.toString(), link.toString()));
        assertRefused(Failure.OUTPUT, message, Run.of("report", "--corpus", link.toString()));
        assertRefused(Failure.OUTPUT, " is a folder", Run.of("corpus", "run", folder.toString()));
        assertRefused(Failure.OUTPUT, "Is a directory", Run.of("show", folder.toString()));
        assertRefused(
                Failure.OUTPUT,
                "there is no file",
                Run.of("corpus", "run", folder.resolve("x").toString()));
    }

    @Test
    void a_line_that_is_too_long_is_one_bad_entry() throws IOException {
        Path corpus = folder.resolve("long.txt");
        try (BufferedWriter out = Files.newBufferedWriter(corpus, StandardOpenOption.CREATE)) {
            for (int i = 0; i < 30_000; i++) {
                out.write("x + x + x + ".repeat(100));
            }
            out.write("x @ x=1\nb: x^2 @ x=1\n");
        }
        Run run = assertTimeoutPreemptively(
                PATIENCE, () -> Run.of("corpus", "run", corpus.toString(), "--methods", "autodiff.reverse"));
        assertEquals(Failure.EXPRESSION, run.code(), run.err());
        assertTrue(run.out().startsWith("2 entries: 1 judged"), run.out());
    }

    @Test
    void a_formula_may_be_in_a_file() throws IOException {
        String formula = file("f.txt", "\uFEFFx^2\n  + 3*x\n");
        assertEquals("2*x + 3", Run.of("diff", "@" + formula).out().strip());
        assertRefused(Failure.EXPRESSION, "there is no file", Run.of("diff", "@" + formula + "x"));
        assertRefused(Failure.OUTPUT, "Is a directory", Run.of("diff", "@" + folder));
        assertRefused(Failure.EXPRESSION, "unexpected '@'", Run.of("diff", "@"));
        assertRefused(Failure.LIMIT, "is longer than 3 characters", Run.of("diff", "@" + formula, "--max-length", "3"));
        assertRefused(Failure.EXPRESSION, "is empty", Run.of("diff", "@" + file("empty", " \n")));
        assertRefused(Failure.EXPRESSION, "unexpected", Run.of("diff", "@" + file("bad", "x +\n* 2")));
    }

    @Test
    void arguments_are_not_read_from_files() throws IOException {
        String arguments = file("arguments", "--order 2");
        assertRefused(Failure.USAGE, "Unmatched argument", Run.of("diff", "x^2", "@" + arguments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare x^2 --at x=1e-400 | 2 | the value of x is not 0, but too small for a double: 1e-400",
                "compare x^2 --at x=1/1e400 | 2 | too small for a double",
                "compare x^2 --at x=exp(-1e5) | 2 | too small for a double",
                "compare x^2 --at x=1e400 | 2 | too large for a double",
                "compare x^2 --at x=exp(1e5) | 2 | too large for a double",
                "compare x^2 --at x=1 --h 1e-400 | 2 | too small for a double",
                "sweep x x^2 --from 1e-400 --to 1 | 2 | too small for a double",
                "compare 1e-400*x --at x=1 --double-literals | 3 | too small for a double",
                "compare x --at х=1 | 2 | U+0445 'CYRILLIC SMALL LETTER HA': write x",
                "compare --x --at x=2 | 2 | stands last, after another --",
                "compare --2*x --at x=2 | 2 | stands last, after another --",
                "compare x --at x=1 --metods a | 2 | did you mean --methods",
                "compare pi | 2 | the expression is a constant",
                "compare x --at x=1 --bogus | 2 | compare --help",
                "corpus run papers --fail-if bad>NaN | 2 | 'NaN' is not a number",
                "corpus run papers --fail-if bad>1f | 2 | '1f' is not a number",
                "corpus run papers --fail-if bad>0x1p3 | 2 | '0x1p3' is not a number",
                "corpus run papers --fail-if bad>Infinity | 2 | 'Infinity' is not a number",
                "corpus run papers --fail-if bad>1e999 | 2 | '1e999' is not a number",
                "corpus run papers -m autodiff.reverse --fail-if ulps(symbolic.*)>1 | 2 | no method of this run",
                "show nowhere --max-size 0 | 2 | --max-size must be from 1 to 2000",
                "show nowhere --max-size 2147483647 | 2 | --max-size must be from 1 to 2000",
                "sweep x sin(x) --from 1 --to 2 --max-seconds 0 | 7 | --max-seconds",
                "diff x*y --what hessian --max-seconds 0 | 7 | derivatives took more than 0 s",
                "compare sum(i,-1e18,1e18,x) --at x=1 | 7 | more than 10000000 repetitions",
                "compare prod(i,1,1e300,x) --at x=1 | 7 | more than 10000000 repetitions",
                "compare iterate(1e300,s,x,s) --at x=1 | 7 | more than 10000000 repetitions",
                "compare sum(i,1e18,1e18+2,x) --at x=1 | 3 | an index runs from -2^53 to 2^53"
            })
    void it_is_said_what_is_wrong(String command, int code, String message) {
        assertRefused(code, message, Run.of(command.split(" ")));
    }

    @Test
    void an_expression_that_begins_with_two_signs_is_read_after_two_dashes() {
        assertEquals(0, Run.of("compare", "--at", "x=2", "--", "--x").code());
    }

    @Test
    void a_step_that_is_lost_in_the_point_is_said_to_be() {
        Run run = Run.of("compare", "x^2", "--at", "x=1", "--h", "1e-300");
        assertTrue(run.out().contains("in doubles x + h is x for h = 1.0E-300"), run.out());
        assertFalse(Run.of("compare", "x^2", "--at", "x=1", "--h", "1e-5").out().contains("in doubles"));
    }

    @Test
    void methods_are_shown_where_the_reference_takes_too_long() {
        Run run = Run.of("compare", "sum(i,1,1000000,x/i)", "--at", "x=1", "-m", "autodiff.*");
        assertEquals(Failure.UNSETTLED, run.code(), run.err());
        assertTrue(run.out().contains("14.39272672286"), run.out());
        assertTrue(run.err().contains("a loop of 1000000 repetitions"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--double-literals", "--max-nesting 9"})
    void the_command_that_looks_again_reads_the_formula_in_the_same_way(String option) {
        String command = "sweep x 0.1*exp(x) --from 1 --to 2 --points 20 " + option;
        Run run = Run.of(command.split(" "));
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out().lines().filter(l -> l.contains("tridiff compare")).allMatch(l -> l.endsWith(" " + option)),
                run.out());
    }

    @Test
    void commands_of_a_corpus_round_literals_as_its_run_did() throws IOException {
        String corpus = file("c.txt", "a: (1-cos(0.1*x))/x^2 @ x=1e-4\n");
        String results = folder.resolve("r.jsonl").toString();
        Run run = Run.of("corpus", "run", corpus, "-m", "autodiff.reverse", "--double-literals", "-o", results);
        assertTrue(run.out().contains("--at x=1.0E-4 --double-literals"), run.out());
        Path page = folder.resolve("page.html");
        Run.of("report", "--corpus", results, "-o", page.toString());
        assertTrue(Files.readString(page).contains("--at x=1.0E-4 --double-literals"));
        assertFalse(
                Run.of("corpus", "run", corpus, "-m", "autodiff.reverse").out().contains("--double"));
    }

    @Test
    void runs_of_different_corpora_are_not_compared() throws IOException {
        String a = folder.resolve("a.jsonl").toString();
        String b = folder.resolve("b.jsonl").toString();
        String c = folder.resolve("c.jsonl").toString();
        Run.of("corpus", "run", file("a.txt", "x @ x=1\ny^2 @ y=1\n"), "-m", "autodiff.reverse", "-o", a);
        Run.of("corpus", "run", file("b.txt", "x^3 @ x=1\n"), "-m", "autodiff.reverse", "-o", b);
        Run.of("corpus", "run", file("c.txt", "x @ x=1\n"), "-m", "autodiff.reverse", "-o", c);
        assertRefused(Failure.USAGE, "there is no result in common", Run.of("corpus", "diff", a, b));
        assertEquals(0, Run.of("corpus", "diff", a, a).code());
        String some = Run.of("corpus", "diff", a, c).out();
        assertTrue(some.contains("entries in one of them only: 1 in the old, 0 in the new"), some);
    }

    @Test
    void a_tail_of_garbage_is_told_by_its_line() throws IOException {
        String corpus = file("a.txt", "x @ x=1\n");
        Path results = folder.resolve("r.jsonl");
        Run.of("corpus", "run", corpus, "-m", "autodiff.reverse", "-o", results.toString());
        Files.write(results, new byte[] {(byte) 0xFF, (byte) 0xFE, '\n', 'x', '\n'}, StandardOpenOption.APPEND);
        Run run = Run.of("corpus", "run", corpus, "-m", "autodiff.reverse", "-o", results.toString());
        assertRefused(Failure.OUTPUT, "line 3 of " + results + " is no result of a corpus", run);
    }

    @Test
    void a_mark_before_a_saved_result_or_a_corpus_is_skipped() throws IOException {
        String saved =
                Run.of("compare", "x^2", "--at", "x=1", "--format", "json").out();
        assertEquals(0, Run.of("show", file("saved.json", "\uFEFF" + saved)).code());
        String corpus = file("c.jsonl", "\uFEFF{\"expr\":\"x\",\"point\":{\"x\":1}}\n");
        assertEquals(
                0, Run.of("corpus", "run", corpus, "-m", "autodiff.reverse").code());
    }

    @Test
    void no_entry_ends_the_run_of_the_others() throws IOException {
        String corpus = file(
                "c.txt",
                "x @ x=1,x=2\nx @ x=1e-400\nx @ x=1e400\nx @ 2=1\nx @ x=\nx @\n@\n:\n\u0000\nlast: x^2 @ x=1\n");
        Run run = Run.of("corpus", "run", corpus, "-m", "autodiff.reverse");
        assertEquals(Failure.EXPRESSION, run.code(), run.err());
        assertTrue(run.out().startsWith("10 entries: 1 judged, "), run.out());
        String table = file(
                "t.csv",
                "name,formula,ranges\na,x,\"x in [1,0]\"\nb,x,\"x in [0,1]; x in [1,2]\"\nc,x,\"x in [0,1]\"\n");
        Run ranges = Run.of("corpus", "run", table, "-m", "autodiff.reverse");
        assertTrue(ranges.out().startsWith("3 entries: 1 judged, "), ranges.out());
        assertTrue(ranges.out().contains("'x in [1,0]' ends before it begins"), ranges.out());
    }
}
