package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.cli.output.Failure;
import tridiff.expr.said.Language;

/** The lessons run, and what they claim can be read off what they print. */
class LessonTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_lesson_runs_in_both_languages_and_has_a_claim_and_something_to_take_away(int n) {
        for (String language : new String[] {"en", "ko"}) {
            Run run = Run.of("lesson", Integer.toString(n), "--lang", language);
            assertEquals(0, run.code(), run.err());
            Language spoken = Language.of(language).orElseThrow();
            for (String part : new String[] {".title", ".claim", ".take"}) {
                assertTrue(run.out().contains(spoken.text("lessons." + n + part)), n + part);
            }
        }
    }

    /** The digits are golden: the derivative of the root, the exact trace, what is known of sizes and costs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 1.7163378145367738",
                "7 | 0.35355339059327376220042218105242451964241796884423",
                "8 | slope -1 from the left, 1 from the right",
                "6 | 200"
            })
    void what_a_lesson_claims_is_in_its_run(int n, String expected) {
        String out = Run.of("lesson", Integer.toString(n)).out();
        String first = expected.length() > 40 ? expected.substring(0, 40) : expected;
        assertTrue(out.contains(first), out);
    }

    @Test
    void a_reader_s_own_function_takes_the_place_of_the_example() {
        Run run = Run.of("lesson", "1", "--expr", "x*sin(x)", "--at", "x=1");
        assertTrue(run.out().contains("x*sin(x)") && run.out().contains("1.38177329067603622"), run.out() + run.err());
        assertEquals(0, Run.of("lesson", "3", "--expr", "sin(x)").code());
        assertEquals(0, Run.of("lesson", "6", "--expr", "x*y*sin(z)").code());
    }

    @Test
    void what_is_no_lesson_is_refused() {
        assertEquals(Failure.USAGE, Run.of("lesson", "11").code());
        assertEquals(
                Failure.EXPRESSION,
                Run.of("lesson", "1", "--expr", "sin(", "--at", "x=1").code());
        assertEquals(
                Failure.LIMIT,
                Run.of("lesson", "5", "--expr", "sum(i,1,9,x^i)", "--at", "x=1").code());
    }

    @Test
    void without_a_number_the_lessons_are_listed() {
        assertEquals(10, Run.of("lesson").out().lines().count());
    }
}
