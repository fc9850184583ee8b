package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
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
                "diff x*xy+y --wrt x,y; xy",
                "compare x0+x99+x999 --at x0=1,x99=2,x999=3; df/dx999 = 1",
                "trace x10*x11 --at x10=2,x11=3 --wrt x10; x11",
                "sweep x10 x10*x11 --at x11=2 --from 1 --to 2 --points 3; x10"
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
}
