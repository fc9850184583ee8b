package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.cli.output.Failure;

/** Colours, completion, and what the documentation says about exit codes. */
class TerminalTest {

    private static final String[] COMPARE = {"compare", "x^2", "--at", "x=3", "--methods", "autodiff.*"};

    @TempDir
    private Path folder;

    private static final String COMMAND = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
            + System.getProperty("java.class.path") + "' tridiff.cli.Main functions";

    /** What a shell writes on its error stream. */
    private static String shell(String script) throws Exception {
        var process = new ProcessBuilder("/bin/sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void a_reader_that_has_enough_is_no_failure() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdout")), "no such system");
        assertEquals("141\n", shell("(" + COMMAND + "; echo $? >&2) | true"));
    }

    @Test
    void a_full_disk_is_a_failure_and_said_to_be_one() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no such system");
        assertEquals("error: the output could not be written\n6\n", shell(COMMAND + " > /dev/full; echo $? >&2"));
    }

    @Test
    void there_is_no_colour_unless_a_terminal_is_there_or_it_is_asked_for() {
        assertFalse(Run.of(COMPARE).out().contains("\u001b"));
        assertFalse(Run.of("compare", "x +").err().contains("\u001b"));
        String coloured =
                Run.of("compare", "x^2", "--at", "x=3", "--color", "always").out();
        assertTrue(coloured.contains("\u001b[1mVerdict\u001b[0m") && coloured.contains("\u001b[1mMETHOD"), coloured);
        assertTrue(Run.of("--color", "always", "compare", "x +").err().startsWith("\u001b[1;31merror:\u001b[0m "));
        assertTrue(Run.of("--color=always", "--help").out().contains("\u001b["));
        assertFalse(Run.of("--color=never", "--help").out().contains("\u001b["));
        assertEquals(2, Run.of("compare", "x", "--at", "x=1", "--color", "blue").code());
    }

    @Test
    void colour_is_for_text_only_and_never_in_a_file() throws IOException {
        assertFalse(Run.of("compare", "x", "--at", "x=1", "--color", "always", "-f", "csv")
                .out()
                .contains("\u001b"));
        Path file = folder.resolve("result.txt");
        Run.of("compare", "x", "--at", "x=1", "--color", "always", "-o", file.toString());
        assertFalse(Files.readString(file).contains("\u001b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completion_knows_every_command_and_shells_can_read_it(String shell) throws Exception {
        Run run = Run.of("completion", shell);
        assertEquals(0, run.code(), run.err());
        for (String word :
                List.of("compare", "sweep", "vars", "corpus", "show", "completion", "--careful", "markdown")) {
            assertTrue(run.out().toLowerCase(java.util.Locale.ROOT).contains(word), word);
        }
        Path script = folder.resolve("completion.sh");
        Files.writeString(script, run.out());
        if (Files.exists(Path.of("/bin/bash"))) {
            var check = new ProcessBuilder("/bin/bash", "-n", script.toString()).start();
            String said = new String(check.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, check.waitFor(), said);
        }
        assertEquals(2, Run.of("completion", "fish").code());
    }

    @Test
    void the_exit_codes_of_the_help_and_of_the_readme_are_those_of_the_program() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String help = Run.of("--help").out();
        for (int code : List.of(
                0,
                Failure.CHECK,
                Failure.USAGE,
                Failure.EXPRESSION,
                Failure.UNDEFINED,
                Failure.UNSETTLED,
                Failure.OUTPUT,
                Failure.LIMIT,
                Failure.INTERNAL)) {
            assertTrue(readme.contains("\n| " + code + " | "), "README: " + code);
            assertTrue(help.substring(help.indexOf("Exit codes")).matches("(?s).*\\b" + code + " .*"), "help: " + code);
        }
    }
}
