package tridiff.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tridiff.compare.trace.ComputationGraph;
import tridiff.compare.trace.ComputationGraph.Vertex;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.wengert.WengertList;

class GraphLayoutTest {

    private static ComputationGraph graph(String text) {
        Expr f = Parser.parse(text);
        double[] x = new double[f.variables().size()];
        Arrays.setAll(x, i -> 0.6 + i);
        return ComputationGraph.of(WengertList.of(f, f.variables()), x, 60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x*x",
                "exp(sin(x))/(1+x^2)",
                "log(x1) + x1*x2 - sin(x2)",
                "(a+b*c)^d*sin(a*b)/cos(c+d)-tanh(a)*exp(d)+x1*x2*x3*x4*x5*x6*x7",
                "((x+1)*(x+2)*(x+3)*(x+4))/(sin(x)+cos(x)*tan(x))"
            })
    void edges_lead_to_later_layers_and_boxes_do_not_overlap(String text) {
        ComputationGraph graph = graph(text);
        var layout = new GraphLayout(graph);
        graph.edges().forEach(e -> {
            List<GraphLayout.Place> way = layout.way(e);
            for (int i = 1; i < way.size(); i++) {
                assertEquals(way.get(i - 1).layer + 1, way.get(i).layer);
            }
        });
        var byLayer = graph.vertices().stream().map(layout::place).collect(Collectors.groupingBy(p -> p.layer));
        byLayer.values().forEach(places -> {
            List<Double> heights = places.stream().map(p -> p.height).sorted().toList();
            for (int i = 1; i < heights.size(); i++) {
                assertTrue(heights.get(i) - heights.get(i - 1) > 1 - 1e-9, heights.toString());
            }
        });
    }

    /** Trees are planar, and these inputs are in an order that makes many crossings at first. */
    @Test
    void a_tree_is_drawn_without_crossings() {
        assertEquals(0, new GraphLayout(graph("(a+h)*(b+g) + (c+f)*(d+k)")).crossings());
    }

    @Test
    void the_picture_is_well_formed_and_takes_no_text_for_markup() throws Exception {
        String svg = GraphPicture.svg(graph("log(x1) + x1*x2 - sin(x2)"), Language.ENGLISH);
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertEquals(7, document.getElementsByTagName("rect").getLength() - 1);
        assertTrue(svg.length() < 20_000, "light: " + svg.length());
        Vertex evil = new Vertex(0, ComputationGraph.Kind.RESULT, Said.words("<script>"), 1.0, 1.0);
        String safe = GraphPicture.svg(
                new ComputationGraph("</title><script>", List.of(evil), List.of(), 1), Language.ENGLISH);
        assertFalse(safe.contains("<script>"), safe);
    }
}
