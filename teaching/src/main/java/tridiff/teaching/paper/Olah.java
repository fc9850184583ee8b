package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import tridiff.compare.trace.ComputationGraph;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;

/** The graph of Olah, "Calculus on computational graphs: backpropagation", 2015. */
final class Olah {

    private Olah() {}

    static List<Row> rows() {
        Expr f = Parser.parse("(a+b)*(b+1)");
        var graph = ComputationGraph.of(WengertList.of(f, f.variables()), new double[] {2, 1}, ComputationGraph.USUAL);
        String[] values = {"2", "1", "3", "2", "6"};
        String[] adjoints = {"2", "5", "2", "3", "1"};
        String[] names = {"a", "b", "c = a + b", "d = b + 1", "e = c*d"};
        var rows = new ArrayList<Row>();
        for (int i = 0; i < values.length; i++) {
            ComputationGraph.Vertex v = graph.vertices().get(i);
            rows.add(Row.of(Said.words(names[i]), values[i], v.value()));
            rows.add(Row.of(Said.of("papers.colah.derivative", names[i].substring(0, 1)), adjoints[i], v.adjoint()));
        }
        return rows;
    }
}
