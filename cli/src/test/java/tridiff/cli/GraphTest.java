package tridiff.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void graph_prints_svg_dot_and_text() {
        assertTrue(Run.of("graph", "(a+b)*(b+1)", "--at", "a=2,b=1").out().startsWith("<svg"));
        assertTrue(Run.of("graph", "(a+b)*(b+1)", "--at", "a=2,b=1", "--as", "dot")
                .out()
                .contains("adjoint 5"));
        assertTrue(Run.of("graph", "(a+b)*(b+1)", "--as", "text").out().contains("v2, v1"));
        assertTrue(Run.of("graph", "sin(x)", "--of", "df", "--as", "text").out().contains("cos"));
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
}
