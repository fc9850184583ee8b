package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.cli.output.Failure;

class GraphTest {

    @Test
    void graph_prints_svg_dot_and_text() {
        assertTrue(Run.of("graph", "(a+b)*(b+1)", "--at", "a=2,b=1").out().startsWith("<svg"));
        assertTrue(Run.of("graph", "(a+b)*(b+1)", "--at", "a=2,b=1", "--format", "dot")
                .out()
                .contains("adjoint 5"));
        assertTrue(Run.of("graph", "(a+b)*(b+1)", "--format", "text").out().contains("v2, v1"));
        assertTrue(Run.of("graph", "sin(x)", "--of", "df", "--format", "text")
                .out()
                .contains("cos"));
    }

    @Test
    void what_cannot_be_drawn_is_refused_in_one_line() {
        assertEquals(Failure.USAGE, Run.of("graph", "x*y", "--of", "df").code());
        assertEquals(Failure.USAGE, Run.of("graph", "x", "--max-nodes", "0").code());
        assertEquals(
                Failure.LIMIT,
                Run.of("graph", "sum(i,1,1000000,x/i)", "--at", "x=1").code());
        assertEquals(
                Failure.OUTPUT,
                Run.of("graph", "x", "-o", "/no/such/folder/g.svg").code());
    }

    @Test
    void a_large_graph_says_what_it_leaves_out() {
        Run run = Run.of(
                "graph", "prod(k, 1, 9, x - k)*" + "sin(".repeat(80) + "x" + ")".repeat(80), "--max-nodes", "20");
        assertTrue(run.out().contains("showing 20 of 83 nodes"), run.out() + run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(x) | x=-1 | log(x) is undefined: the argument is outside the domain",
                "x/0 | x=1 | x/0 is undefined: the function has a pole",
                "y + abs(x) | x=0,y=1 | df/dx does not exist at this point: a kink: slope -1 from the left, 1 from the right in abs(x)",
                "sqrt(x) | x=0 | df/dx does not exist at this point: an infinite slope"
            })
    void where_there_is_no_derivative_the_trace_and_the_graph_say_so(String f, String at, String message) {
        for (String command : List.of("trace", "graph")) {
            Run run = Run.of(command, f, "--at", at);
            assertEquals(Failure.UNDEFINED, run.code(), run.err());
            assertTrue(run.err().startsWith("error: " + message), run.err());
            assertTrue(run.out().contains("NaN") || run.out().contains("Infinity"), "what doubles give is shown");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"exp(1000*x) | x=1", "abs(sin(pi*x)) + x | x=0.5", "x^x | x=1", "if(x<1, x, 2-x) | x=2"})
    void where_there_is_a_derivative_they_end_well(String f, String at) {
        assertEquals(0, Run.of("trace", f, "--at", at).code());
        assertEquals(0, Run.of("graph", f, "--at", at).code());
    }

    @Test
    void a_graph_of_numbers_alone_is_undefined_where_its_value_is() {
        assertEquals(Failure.UNDEFINED, Run.of("graph", "1/0").code());
        assertEquals(0, Run.of("graph", "2+3").code());
    }

    @Test
    void every_colour_that_is_a_property_stands_there_as_a_colour_before() {
        String svg = Run.of("graph", "(a+b)*(b+1)", "--at", "a=2,b=1").out();
        var colours = Pattern.compile("(fill|stroke):var\\(--g-(\\w+)\\)").matcher(svg);
        int count = 0;
        while (colours.find()) {
            String before = svg.substring(0, colours.start());
            String light = before.substring(before.lastIndexOf(colours.group(1)));
            assertTrue(light.matches(colours.group(1) + ":#[0-9a-f]+;"), light + colours.group());
            count++;
        }
        assertTrue(count > 10, "found " + count);
    }
}
