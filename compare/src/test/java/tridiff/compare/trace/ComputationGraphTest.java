package tridiff.compare.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tridiff.compare.trace.ComputationGraph.Edge;
import tridiff.compare.trace.ComputationGraph.Kind;
import tridiff.compare.trace.ComputationGraph.Vertex;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;

/** Graphs against published ones, and against what must hold of every graph. */
class ComputationGraphTest {

    private static ComputationGraph graph(String text, int most, double... x) {
        Expr f = Parser.parse(text);
        return ComputationGraph.of(WengertList.of(f, f.variables()), x, most);
    }

    /** Colah, "Calculus on computational graphs": e = (a + b)·(b + 1) at a = 2, b = 1. */
    @Test
    void the_graph_of_the_best_known_example_has_its_values_partials_and_adjoints() {
        ComputationGraph graph = graph("(a + b)*(b + 1)", 60, 2, 1);
        assertEquals(
                List.of("a", "b", "+", "+ 1", "×"),
                graph.vertices().stream().map(v -> v.label().toString()).toList());
        assertEquals(
                List.of(2.0, 1.0, 3.0, 2.0, 6.0),
                graph.vertices().stream().map(Vertex::value).toList());
        assertEquals(
                List.of(2.0, 5.0, 2.0, 3.0, 1.0),
                graph.vertices().stream().map(Vertex::adjoint).toList());
        assertEquals(
                List.of(1.0, 1.0, 1.0, 2.0, 3.0),
                graph.edges().stream().map(Edge::partial).toList());
        assertEquals("", graph.omission().toString());
    }

    /** Baydin et al. 2018, figure 4 and tables 2 and 3. */
    @Test
    void vertices_have_the_numbers_of_the_trace_and_edges_the_rules() {
        ComputationGraph graph = graph("log(x1) + x1*x2 - sin(x2)", 60, 2, 5);
        assertEquals(
                List.of("v-1", "v0", "v1", "v2", "v3", "v4", "v5"),
                graph.vertices().stream().map(Vertex::name).toList());
        assertEquals(5.5, graph.vertices().get(0).adjoint());
        assertEquals(1.7163378145367738, graph.vertices().get(1).adjoint());
        assertTrue(
                graph.edges().stream().anyMatch(e -> e.rule().equals("cos(v0)")),
                graph.edges().toString());
        assertEquals(List.of(0, 0, 1, 1, 1, 2, 3), List.copyOf(graph.layers().values()));
    }

    /** The adjoint of a value is the sum over its uses: partial derivative times adjoint of the user. */
    @ParameterizedTest
    @ValueSource(strings = {"x*x*y", "exp(sin(x))/(1+x^2)", "x^y + y^x", "(x+y)^3*sin(x*y)-y/x", "hypot(x, y)*tanh(x)"})
    void adjoints_are_sums_over_edges(String text) {
        Expr f = Parser.parse(text);
        double[] x = new double[f.variables().size()];
        java.util.Arrays.setAll(x, i -> 0.7 + i);
        ComputationGraph graph = graph(text, 60, x);
        var adjoint = graph.vertices().stream().collect(Collectors.toMap(Vertex::index, Vertex::adjoint));
        for (Vertex v : graph.vertices()) {
            if (v.kind() != Kind.RESULT) {
                double sum = graph.edges().stream()
                        .filter(e -> e.from() == v.index())
                        .mapToDouble(e -> e.partial() * adjoint.get(e.to()))
                        .sum();
                assertEquals(sum, v.adjoint(), 1e-14 * Math.abs(sum), v.name());
            }
        }
    }

    @Test
    void a_large_graph_is_cut_to_what_is_near_the_result_and_says_so() {
        StringBuilder text = new StringBuilder("x");
        for (int i = 0; i < 500; i++) {
            text.insert(0, "sin(").append(" + " + i + ")");
        }
        ComputationGraph graph = graph(text.toString(), 60, 0.5);
        assertEquals(60, graph.shown());
        assertEquals("showing 60 of 1,001 nodes", graph.omission().toString());
        assertEquals("x", graph.vertices().get(0).label().toString());
        assertEquals("941 more", graph.vertices().get(1).label().toString());
        assertEquals(Kind.RESULT, graph.vertices().get(60).kind());
        assertTrue(graph.dot().contains("showing 60 of 1,001 nodes"));
    }

    @Test
    void loops_numbers_branches_and_no_point_at_all_have_graphs() {
        assertEquals(2, graph("sum(i, 1, 100, x/i)", 60, 1).shown());
        assertEquals("3.5", graph("3.5", 60).vertices().get(0).value().toString());
        assertEquals(
                "if", graph("if(x < 0, -x, x)", 60, 1).vertices().get(3).label().toString());
        Expr f = Parser.parse("x*sin(x)");
        ComputationGraph bare = ComputationGraph.of(WengertList.of(f, f.variables()), null, 60);
        assertEquals("v1, v0", bare.table().rows().get(2).get(3).in(Language.ENGLISH));
        assertTrue(bare.dot().contains("cos(v0)"), bare.dot());
    }
}
