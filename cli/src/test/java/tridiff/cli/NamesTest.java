package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is taken as it stands: those to differentiate by are not all that there are. */
class NamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "diff theta1+theta2*t --wrt theta1; 1",
                "diff x10+x11 --wrt x10; 1",
                "diff alpha*alphas --wrt alpha; alphas",
                "diff x*xy+y --wrt x; xy",
                "compare x0+x99+x999 --at x0=1,x99=2,x999=3; df/dx999 = 1",
                "trace x10*x11 --at x10=2,x11=3 --wrt x10; x11",
                "sweep x x10*x11 --wrt x10 --at x11=2 --from 1 --to 2 --points 3; x10"
            })
    void names_that_resemble_each_other_are_different(String command, String expected) {
        Run run = Run.of(command.split(" "));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains(expected), run.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "diff sinx --wrt x; did you mean sin(x)?",
                "diff sine(x) --wrt x; did you mean 'sin'?",
                "compare thet*x --at theta=1,x=2; did you mean 'theta'?",
                "compare theta1+theta2 --at theta1=1; add --at theta2="
            })
    void what_is_missing_is_named_and_what_was_given_for_nothing_suggested(String command, String help) {
        Run run = Run.of(command.split(" "));
        assertTrue(run.code() > 0 && run.err().contains(help), run.err());
    }

    @Test
    void the_first_value_that_is_missing_is_the_one_with_a_suggestion() {
        assertTrue(
                Run.of("compare", "thet*x", "--at", "theta=1").err().startsWith("error: there is no value for thet"));
    }

    @Test
    void a_file_may_define_names_line_by_line(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("f.txt");
        Files.writeString(
                file,
                "# a weighted mean\nlet s = exp(a) +\n  exp(b)  # of both\nw(u) = exp(u)/s\n\na*w(a)\n + b*w(b)\n");
        Run run = Run.of("compare", "@" + file, "--at", "a=1,b=2", "--methods", "autodiff.*");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("df/da = 0.0723294881285132"), run.out());
        Files.writeString(file, "\nlet s = exp(x)\n\ns + $\n");
        Run wrong = Run.of("diff", "@" + file);
        assertEquals(3, wrong.code());
        assertTrue(wrong.err().contains("  4 | s + $\n          ^\n"), wrong.err());
    }

    @Test
    void a_formula_may_come_from_the_standard_input() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("f(u) = u^3\nf(x)\n".getBytes(StandardCharsets.UTF_8)));
            Run run = Run.of("diff", "-");
            assertEquals("3*x^2", run.out().strip(), run.err());
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "trace; `let s = x*y; sin(s) + s^2`; v1    v-1*v0",
                "sweep x; `let s = x^2; s + 1/s`; f = x^2 + 1/x^2",
                "diff; `gelu2(u) = u*(1+erf(u/sqrt(2)))/2; gelu2(x)^2`; erf(x/sqrt(2))",
                "diff; `silu(x)`; sigmoid(x)",
                "functions; ``; silu(x)"
            })
    void every_command_takes_definitions(String command, String formula, String expected) {
        var arguments = new ArrayList<String>(List.of(command.split(" ")));
        if (!formula.isEmpty()) {
            arguments.add(formula);
        }
        arguments.addAll(
                switch (arguments.get(0)) {
                    case "trace" -> List.of("--at", "x=1,y=2");
                    case "sweep" -> List.of("--from", "1", "--to", "2", "--points", "2");
                    default -> List.of();
                });
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains(expected), run.out());
    }
}
