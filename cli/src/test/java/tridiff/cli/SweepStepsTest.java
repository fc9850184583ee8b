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
import org.junit.jupiter.params.provider.ValueSource;

class SweepStepsTest {

    @TempDir
    private Path folder;

    @Test
    void the_table_has_steps_slopes_level_lines_and_work() {
        Run run = Run.of("sweep", "h", "exp(sin(x))/(1+x^2)", "--at", "x=0.7");
        assertEquals(0, run.code(), run.err());
        for (String part : new String[] {
            "1.0e-01", "1.0e-17", "▸", "(4)", "(-1)", "without a step: ", "numerical.adaptive", "EVALS", "ESTIMATE"
        }) {
            assertTrue(run.out().contains(part), part);
        }
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "svg, <svg", "csv, numerical.forward", "json, tridiff/1", "txt, slope"})
    void the_name_of_the_file_says_what_is_written(String extension, String content) throws IOException {
        Path file = folder.resolve("sweep." + extension);
        Run run = Run.of("sweep", "h", "sin(x)", "--at", "x=1", "--to", "1e-9", "-o", file.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(file.toString(), run.out().strip());
        assertTrue(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(content));
    }

    @ParameterizedTest
    @CsvSource({
        "--from, 0",
        "--from, -1",
        "--to, x",
        "--per-decade, 0",
        "--methods, numerical.nothing",
        "-o, no-extension",
        "-o, .",
        "--format, svg"
    })
    void what_cannot_be_swept_is_wrong_usage(String option, String value) {
        Run run = Run.of("sweep", "h", "sin(x)", "--at", "x=1", option, value);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().startsWith("error: "));
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void with_several_variables_one_must_be_chosen() {
        assertEquals(2, Run.of("sweep", "h", "x*y", "--at", "x=1,y=2").code());
        assertEquals(
                0, Run.of("sweep", "h", "x*y", "--at", "x=1,y=2", "--wrt", "y").code());
        assertEquals(2, Run.of("sweep", "h", "3").code());
    }

    @Test
    void where_there_is_no_derivative_there_is_no_sweep() {
        assertEquals(4, Run.of("sweep", "h", "log(x)", "--at", "x=-1").code());
        assertEquals(4, Run.of("sweep", "h", "abs(x)", "--at", "x=0").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1e-3", "y", "1/0"})
    void a_fixed_step_must_be_positive(String h) {
        Run run = Run.of("compare", "sin(x)", "--at", "x=1", "--h=" + h);
        assertEquals(2, run.code(), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-5", "1e300", "5e-324", "2^-20"})
    void a_fixed_step_of_any_size_is_taken(String h) {
        Run run = Run.of("compare", "sin(x)", "--at", "x=1", "--h", h, "--methods", "numerical.central2");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("numerical.central2@"));
    }
}
