package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.cli.output.Failure;

/** Corpora at the command line: what goes on, what is refused, and how a run ends. */
class CorpusRunTest {

    @TempDir
    private Path folder;

    private Run corpus(String entries, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), entries);
        String[] args = new String[options.length + 5];
        System.arraycopy(
                new String[] {"corpus", "run", file.toString(), "--methods", "numerical.central2"}, 0, args, 0, 5);
        System.arraycopy(options, 0, args, 5, options.length);
        return Run.of(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 @ x=3 | --methods autodiff.reverse | the methods",
                "x^2 @ x=3 | --h 1e-3 | numerical.central2@0.001",
                "x^2 @ x=3 | --seed 2 | --seed 1, not 2",
                "x^3 @ x=3 | --threads 2 | of mine.txt with another content"
            })
    void a_file_of_results_takes_no_results_of_another_run(String entries, String option, String difference)
            throws IOException {
        Path results = folder.resolve("results.jsonl");
        assertEquals(0, corpus("x^2 @ x=3", "-o", results.toString()).code());
        String before = Files.readString(results);
        assertEquals(0, corpus("x^2 @ x=3", "-o", results.toString()).code(), "the same run goes on");
        String[] other = option.split(" ");
        Run run = corpus(entries, "-o", results.toString(), other[0], other[1]);
        assertEquals(Failure.USAGE, run.code(), run.err());
        assertTrue(run.err().contains(difference), run.err());
        assertTrue(run.err().contains("help: choose another file with -o, or delete this one"), run.err());
        assertEquals("", run.out());
        assertEquals(before, Files.readString(results));
    }

    @Test
    void what_cannot_be_read_or_is_contradicted_decides_how_a_run_ends() throws IOException {
        assertEquals(0, corpus("x^2 @ x=3").code());
        Run bad = corpus("x^2 @ x=3\nsin( @ x=1\n");
        assertEquals(Failure.EXPRESSION, bad.code());
        assertTrue(
                bad.out().contains("line 2 is bad: ") && bad.err().contains("1 of 2 entries cannot be read"),
                bad.out());
        Run empty = corpus("# nothing\n");
        assertEquals(Failure.EXPRESSION, empty.code());
        assertTrue(empty.err().contains("there is no entry in "), empty.err());
        Path certified = Files.writeString(
                folder.resolve("c.jsonl"), "{\"expr\": \"x^2\", \"point\": {\"x\": 3}, \"grad\": {\"x\": \"7\"}}\n");
        assertEquals(
                Failure.CHECK, Run.of("corpus", "run", certified.toString()).code());
        assertEquals(Failure.CHECK, corpus("sin( @ x=1", "--fail-if", "bad > 0").code());
    }

    @Test
    void the_command_of_a_long_function_is_printed_whole() throws IOException {
        String cancelling = "(1-cos(x))/x^2" + " + 0*x".repeat(40);
        Run run = corpus("long: " + cancelling + " @ x=1e-6", "--methods", "autodiff.reverse");
        assertTrue(run.out().contains("./tridiff compare '" + cancelling + "' --at x=1.0E-6\n"), run.out());
        assertFalse(run.out().contains("…"), run.out());
    }

    @Test
    void the_median_of_one_error_is_that_error() throws IOException {
        Run run = corpus("x^3 @ x=0.7");
        String row = run.out()
                .lines()
                .filter(l -> l.startsWith("numerical.central2"))
                .findFirst()
                .orElseThrow();
        String[] cells = row.trim().split(" +");
        assertEquals(cells[cells.length - 1], cells[cells.length - 2], row);
    }
}
