package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas of derivatives, and what they are at a point. */
class DiffTest {

    /** Digits by mpmath 1.3, 30 digits. */
    @Test
    void values_follow_the_formulas() {
        Run second = Run.of("diff", "sin(x)/x", "--order", "2", "--at", "x=3");
        assertEquals(0, second.code(), second.err());
        assertTrue(second.out().endsWith("\nd^2f/dx^2 = 0.18341166382161489589 at x=3\n"), second.out());
        assertEquals(
                List.of("df/dx = 2*x*y", "df/dy = x^2", "df/dx = 12 at x=2,y=3", "df/dy = 4 at x=2,y=3"),
                Run.of("diff", "x*x*y", "--what", "gradient", "--at", "x=2,y=3")
                        .out()
                        .lines()
                        .toList());
    }

    @Test
    void a_hessian_has_each_value_once() {
        List<String> lines = Run.of("diff", "x*x*y", "--what", "hessian", "--at", "x=2,y=3")
                .out()
                .lines()
                .toList();
        assertEquals(6, lines.size(), lines::toString);
        assertTrue(lines.get(4).startsWith("d^2f/dx dy = 4"), lines.get(4));
    }

    /** What is printed is right wherever it has a value: where f has no derivative of an order, it has none of any higher. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x) | 2 | x=0",
                "relu(x) | 3 | x=0",
                "floor(x) | 2 | x=1",
                "max(x,1) | 2 | x=1",
                "sign(x) | 1 | x=0",
                "abs(x) | 3 | x=0"
            })
    void where_there_is_no_value_that_is_said(String f, String order, String point) {
        Run run = Run.of("diff", f, "--order", order, "--at", point);
        assertEquals(4, run.code(), run.out() + run.err());
        assertEquals(1, run.out().lines().count(), run.out());
        assertTrue(run.err().contains(" does not exist"), run.err());
    }

    /** The rules have no value there; sin(x)/x with its hole filled has both derivatives, 0 and -1/3, and x*abs(x) has only the first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"if(x==0,1,sin(x)/x) | 2", "x*abs(x) | 2"})
    void what_the_rules_do_not_give_is_not_said_to_be_missing(String f, String order) {
        Run run = Run.of("diff", f, "--order", order, "--at", "x=0");
        assertEquals(5, run.code(), run.out() + run.err());
        assertTrue(run.err().contains("is unknown"), run.err());
        assertFalse(run.err().contains("--max-digits"), run.err()); // which diff does not have
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 | --at x=1 --format java",
                "x^2 | --at x=1 --format dot",
                "x^2 | --at y=1",
                "x^2 | --at x",
                "x*y | --wrt x --at x=1",
                "x^2 | --at x=one"
            })
    void a_point_that_does_not_fit_is_refused(String f, String options) {
        Run run = Run.of(("diff " + f.strip() + " " + options).split(" "));
        assertEquals(2, run.code(), run.out());
        assertEquals("", run.out());
    }
}
