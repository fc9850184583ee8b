package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.cli.output.Failure;

class ChartsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "step-size",
                "error-over-x",
                "taylor",
                "expression-size",
                "work-precision",
                "timing",
                "size-depth",
                "form-error",
                "gradient-cost",
                "digits",
                "corpus-digits"
            })
    void every_picture_is_drawn_as_light_svg(String name) throws Exception {
        Run run = Run.of("charts", name, "-o", folder.toString(), "--format", "svg", "--order", "3");
        assertEquals(0, run.code(), run.err());
        String svg = Files.readString(folder.resolve(name + ".svg"));
        assertTrue(svg.contains("<text") && svg.length() < 500_000, name + " " + svg.length());
    }

    @Test
    void a_function_of_ones_own_has_its_pictures_as_png() throws Exception {
        Run run = Run.of("charts", "work-precision", "--expr", "x*sin(y)", "--at", "x=1,y=2", "-o", folder.toString());
        assertEquals(0, run.code(), run.err());
        var image = ImageIO.read(folder.resolve("work-precision.png").toFile());
        assertTrue(image.getWidth() >= 1600);
    }

    @Test
    void a_picture_over_a_range_needs_no_point_for_the_variable_that_runs() {
        String out = folder.toString();
        Run run = Run.of("charts", "error-over-x", "--expr", "atanh(x)", "--from", "0.5", "--to", "0.999", "-o", out);
        assertEquals(0, run.code(), run.err());
        Run two = Run.of("charts", "error-over-x", "--expr", "x*y", "--wrt", "x", "--at", "y=2", "-o", out);
        assertEquals(0, two.code(), two.err());
        assertEquals(
                Failure.USAGE,
                Run.of("charts", "step-size", "--expr", "atanh(x)", "-o", out).code());
    }

    @Test
    void a_function_may_be_named_like_no_picture_and_begin_with_a_minus_sign() {
        String out = folder.toString();
        assertEquals(
                0,
                Run.of("charts", "step-size", "--expr", "-x^2", "--at", "x=1", "-o", out)
                        .code());
        assertEquals(0, Run.of("charts", "alpha", "--at", "alpha=1", "-o", out).code());
    }

    @Test
    void the_results_of_a_corpus_are_a_heat_map_of_its_worst_entries() throws Exception {
        Path results = folder.resolve("results.jsonl");
        assertEquals(
                0, Run.of("corpus", "run", "feynman", "-o", results.toString()).code());
        Run run =
                Run.of("charts", "corpus-digits", "--corpus", results.toString(), "--format", "svg", "-o", "" + folder);
        assertEquals(0, run.code(), run.err());
        String svg = Files.readString(folder.resolve("corpus-digits.svg"));
        assertTrue(svg.contains("showing the 40 worst of 119"));
        assertTrue(svg.contains(">forward<") && svg.contains(">16<") && svg.contains(">7<"));
    }

    @Test
    void what_holds_no_results_of_a_corpus_is_refused_in_one_line() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"schema\": \"tridiff/1\"}\n");
        for (Path file : List.of(empty, other, folder.resolve("missing.jsonl"), folder)) {
            Run run = Run.of("charts", "corpus-digits", "--corpus", file.toString(), "-o", folder.toString());
            assertEquals(Failure.OUTPUT, run.code(), run.err());
            assertTrue(run.err().startsWith("error: ") && run.err().lines().count() <= 2, run.err());
        }
    }

    /** As in the tests, so on a server. */
    @Test
    void without_a_screen_a_window_is_refused_and_nothing_is_written() throws Exception {
        Run run = Run.of(
                "charts", "digits", "--show", "-o", folder.resolve("none").toString());
        assertEquals(Failure.OUTPUT, run.code());
        assertTrue(run.err().startsWith("error: there is no screen"), run.err());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void where_there_is_nothing_to_draw_one_line_says_so() {
        String to = folder.toString();
        assertEquals(
                Failure.UNDEFINED,
                Run.of("charts", "work-precision", "--expr", "abs(x)", "--at", "x=0", "-o", to)
                        .code());
        assertEquals(
                Failure.UNDEFINED,
                Run.of("charts", "step-size", "--expr", "abs(x)", "--at", "x=0", "-o", to)
                        .code());
        Run outside = Run.of(
                "charts", "error-over-x", "--expr", "log(x)", "--at", "x=1", "--from", "-2", "--to", "-1", "-o", to);
        assertEquals(Failure.UNDEFINED, outside.code(), outside.err());
        assertEquals(
                Failure.USAGE,
                Run.of("charts", "error-over-x", "--from", "2", "--to", "1", "-o", to)
                        .code());
    }
}
