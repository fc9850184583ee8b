package tridiff.compare.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.compare.Figures;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Operation;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.symbolic.Simplifier;
import tridiff.wengert.DotGraph;
import tridiff.wengert.Expressions;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * The graph of a computation: a vertex for each value, an edge from each value to what is computed from it. With a point, vertices
 * have their values and their adjoints, and edges the partial derivatives by which adjoints are multiplied on the way back.
 *
 * <p>Vertices are numbered as the lines of a {@link Trace}. Numbers are no vertices; they stand in the operations that use them. Of a
 * large graph only what is nearest to the result is there, the inputs, and one vertex for all the rest.
 *
 * @param function the formula, cut where it is long
 * @param vertices in the order of their numbers
 * @param edges in the order of the vertices that they lead to
 * @param total how many vertices the whole graph has
 */
public record ComputationGraph(String function, List<Vertex> vertices, List<Edge> edges, int total) {

    /** How many vertices are shown if nothing else is asked for. */
    public static final int USUAL = 60;

    /** The index of the vertex that stands for all those not shown. */
    public static final int REST = Integer.MIN_VALUE;

    private static final int MOST_TEXT = 2000;
    private static final int MOST_LABEL = 24;

    /** What a vertex is. */
    public enum Kind {
        INPUT,
        OPERATION,
        RESULT,
        REST
    }

    /**
     * A value of the computation.
     *
     * @param index its number, from 1-n for the first of n inputs
     * @param label the input's name, or the operation with the numbers in it
     * @param value null without a point
     * @param adjoint derivative of the result by this value; null without a point
     */
    public record Vertex(int index, Kind kind, Said label, Double value, Double adjoint) {

        /** v and the number. */
        public String name() {
            return "v" + index;
        }
    }

    /**
     * The use of a value; where an operation uses it twice, both partial derivatives are added.
     *
     * @param rule the partial derivative over v1, v2, …; empty where there is none, as into loops and branches
     * @param partial its value; null without a point, and where there is no rule
     */
    public record Edge(int from, int to, String rule, Double partial) {}

    /** How many vertices are vertices of the whole graph: all but the one for the rest. */
    public int shown() {
        return (int) vertices.stream().filter(v -> v.kind != Kind.REST).count();
    }

    /** Such as {@code showing 60 of 2,914 nodes}; empty if all are there. */
    public Said omission() {
        return shown() == total ? Said.NOTHING : Said.of("compare.graph.shown", grouped(shown()), grouped(total));
    }

    /**
     * The graph of a list's only result.
     *
     * @param x the inputs, or null for a graph without values
     * @param most vertices to show, at least 1
     */
    public static ComputationGraph of(WengertList f, double[] x, int most) {
        return new Drawing(f, x, most).graph();
    }

    /** Puts a graph together. */
    private static final class Drawing {
        private final WengertList f;
        private final LineNumbers numbers;
        private final List<Double> values;
        private final List<Double> adjoints;
        private final Set<Integer> shown;

        Drawing(WengertList f, double[] x, int most) {
            this.f = f;
            this.numbers = new LineNumbers(f);
            this.values = x == null
                    ? null
                    : f.sweep(DoubleAlgebra.ALGEBRA, Arrays.stream(x).boxed().toList());
            this.adjoints =
                    x == null ? null : Adjoints.of(f, DoubleAlgebra.ALGEBRA, values, f.allInputs(), f.output(0));
            this.shown = nearest(most);
        }

        /** The result and what it is computed from, nearest first; inputs as far as they take no more than a quarter. */
        private Set<Integer> nearest(int most) {
            var inputs = numbers.order().subList(0, f.inputCount());
            var near = new LinkedHashSet<Integer>();
            if (numbers.order().size() > most && inputs.size() > most / 4) {
                inputs = List.of();
            }
            near.add(f.output(0));
            Deque<Integer> open = new ArrayDeque<>(near);
            int operations = 1;
            while (!open.isEmpty()) {
                for (int argument : f.arguments(open.remove())) {
                    boolean input = inputs.contains(argument);
                    boolean room = input || operations < most - inputs.size();
                    if (numbers.has(argument) && room && near.add(argument)) {
                        open.add(argument);
                        operations += input ? 0 : 1;
                    }
                }
            }
            near.addAll(inputs);
            return near;
        }

        ComputationGraph graph() {
            var vertices = new ArrayList<Vertex>();
            if (!numbers.has(f.output(0))) { // a number, and the result of everything all the same
                vertices.add(vertex(f.output(0)));
            }
            numbers.order().stream().filter(shown::contains).map(this::vertex).forEach(vertices::add);
            var edges = new ArrayList<Edge>();
            for (int line : numbers.order()) {
                if (shown.contains(line)) {
                    addEdges(line, edges);
                }
            }
            int total = numbers.order().size() + (numbers.has(f.output(0)) ? 0 : 1);
            if (vertices.size() < total) {
                addRest(vertices, edges, total);
            }
            String function = Printer.PLAIN.printUpTo(MOST_TEXT, f.expression(f.output(0)));
            return new ComputationGraph(function, List.copyOf(vertices), List.copyOf(edges), total);
        }

        private void addRest(List<Vertex> vertices, List<Edge> edges, int total) {
            int first =
                    (int) vertices.stream().filter(v -> v.kind == Kind.INPUT).count();
            Said label = Said.of("compare.graph.more", grouped(total - vertices.size()));
            for (int i = 0; i < first; i++) {
                edges.add(new Edge(vertices.get(i).index, REST, "", null));
            }
            vertices.add(first, new Vertex(REST, Kind.REST, label, null, null));
        }

        private Vertex vertex(int line) {
            Kind kind = line == f.output(0) ? Kind.RESULT : f.kind(line) == OpKind.INPUT ? Kind.INPUT : Kind.OPERATION;
            Double adjoint = adjoints == null ? null : adjoints.get(line);
            return new Vertex(
                    numbers.of(line),
                    kind,
                    Said.words(label(line)),
                    values == null ? null : values.get(line),
                    adjoints == null ? null : line == f.output(0) ? Double.valueOf(1) : adjoint == null ? 0 : adjoint);
        }

        private void addEdges(int line, List<Edge> edges) {
            Map<Integer, Edge> byArgument = new LinkedHashMap<>();
            List<Integer> varying = numbers.varying(line);
            List<Expr> rules = rules(line);
            List<Double> partials = values == null ? List.of() : f.partials(DoubleAlgebra.ALGEBRA, line, values);
            for (int i = 0; i < varying.size(); i++) {
                int from = shown.contains(varying.get(i)) ? numbers.of(varying.get(i)) : REST;
                boolean known = from != REST && i < rules.size();
                Expr rule = known ? rules.get(i) : null;
                Double partial = known && i < partials.size() ? partials.get(i) : null;
                var edge = new Edge(from, numbers.of(line), rule == null ? "" : text(rule), partial);
                byArgument.merge(from, edge, Drawing::added);
            }
            edges.addAll(byArgument.values());
        }

        private static Edge added(Edge a, Edge b) {
            boolean both = a.partial != null && b.partial != null;
            String rule = a.rule.isEmpty() || b.rule.isEmpty() ? "" : a.rule + " + " + b.rule;
            return new Edge(a.from, a.to, rule, both ? a.partial + b.partial : null);
        }

        private static String text(Expr rule) {
            String text = Printer.PLAIN.printUpTo(4 * MOST_LABEL, rule);
            return TraceTables.plainNames(text);
        }

        private List<Expr> rules(int line) {
            boolean operation = f.kind(line) == OpKind.UNARY || f.kind(line) == OpKind.BINARY;
            if (!operation) {
                return List.of();
            }
            List<Expr> names = new ArrayList<>(java.util.Collections.nCopies(f.size(), null));
            names.set(line, numbers.reference(line));
            for (int argument : f.arguments(line)) {
                names.set(argument, numbers.reference(argument));
            }
            return f.partials(Expressions.ALGEBRA, line, names).stream()
                    .map(Simplifier::simplify)
                    .toList();
        }

        private String label(int line) {
            return switch (f.kind(line)) {
                case INPUT -> f.input(line);
                case CONSTANT -> Printer.PLAIN.printUpTo(MOST_LABEL, f.expression(line));
                case UNARY -> sign(f.operation(line), true);
                case BINARY -> binary(line);
                case CHOICE -> "if";
                case LOOP -> f.loop(line).label();
            };
        }

        /** The sign between its arguments, of which numbers are written out: {@code + 1}, {@code 2 ×}, {@code ^2}. */
        private String binary(int line) {
            String sign = sign(f.operation(line), false);
            String left = number(f.arguments(line)[0]);
            String right = number(f.arguments(line)[1]);
            boolean call = Character.isLetter(sign.codePointAt(0));
            return call
                    ? sign
                            + IntStream.of(f.arguments(line))
                                    .mapToObj(this::number)
                                    .filter(n -> !n.isEmpty())
                                    .collect(Collectors.joining(", ", " ", ""))
                                    .stripTrailing()
                    : (left + " " + sign + (sign.equals("^") ? "" : " ") + right).strip();
        }

        private String number(int argument) {
            return numbers.has(argument) ? "" : Printer.PLAIN.printUpTo(MOST_LABEL, f.expression(argument));
        }

        private static String sign(Operation f, boolean unary) {
            return switch (f.symbol()) {
                case "*" -> "×";
                case "/" -> "÷";
                case "-" -> unary ? "−( )" : "−";
                default -> f.symbol();
            };
        }
    }

    /** The layers of a drawing: each vertex by its number of the longest way to it from a vertex without arguments. */
    public Map<Integer, Integer> layers() {
        var layers = new LinkedHashMap<Integer, Integer>();
        Map<Integer, List<Edge>> into = edges.stream().collect(Collectors.groupingBy(Edge::to));
        for (Vertex v : vertices) {
            int layer = into.getOrDefault(v.index, List.of()).stream()
                    .mapToInt(e -> layers.getOrDefault(e.from, 0) + 1)
                    .max()
                    .orElse(0);
            layers.put(v.index, layer);
        }
        return layers;
    }

    private static String grouped(int n) {
        return String.format(java.util.Locale.ROOT, "%,d", n);
    }

    /** The graph as a table: a row for each vertex, with what it is computed from. */
    public Table table() {
        Map<Integer, List<Edge>> into = edges.stream().collect(Collectors.groupingBy(Edge::to));
        return Table.of(
                omission(),
                vertices,
                Column.left("compare.graph.node").of(v -> Cell.name(nameOf(v.index))),
                Column.left("compare.trace.operation").of(v -> Cell.text(v.label)),
                Column.left("compare.graph.of").of(v -> joined(into, v, e -> nameOf(e.from))),
                Column.left("compare.graph.partials").of(v -> joined(into, v, ComputationGraph::partial)),
                Column.right("compare.table.value").of(v -> Cell.number(v.value == null ? "-" : v.value)),
                Column.right("compare.sizes.adjoint").of(v -> Cell.number(v.adjoint == null ? "-" : v.adjoint)));
    }

    private static Cell joined(Map<Integer, List<Edge>> into, Vertex v, Function<Edge, String> text) {
        return Cell.name(
                into.getOrDefault(v.index, List.of()).stream().map(text).collect(Collectors.joining(", ")));
    }

    private static String nameOf(int index) {
        return index == REST ? "…" : "v" + index;
    }

    private static String partial(Edge e) {
        return e.partial != null ? Figures.shortest(e.partial) : e.rule.isEmpty() ? "-" : e.rule;
    }

    /** The graph in the DOT language of Graphviz. */
    public String dot() {
        var dot = new StringBuilder(
                """
                digraph f {
                  rankdir=LR;
                  node [fontname="sans-serif", shape=box];
                  edge [fontname="sans-serif"];
                """);
        if (!omission().isEmpty()) {
            dot.append("  label=\"" + omission() + "\";\n");
        }
        for (Vertex v : vertices) {
            String numbers = v.value == null
                    ? ""
                    : "\\n" + v.name() + " = " + Figures.shortest(v.value) + "\\nadjoint "
                            + Figures.shortest(v.adjoint);
            String style = v.kind == Kind.REST ? ", style=dashed" : v.kind == Kind.OPERATION ? ", style=rounded" : "";
            dot.append("  " + dotName(v.index) + " [label=\"" + DotGraph.quoted(v.label.toString()) + numbers + "\""
                    + style + "];\n");
        }
        for (Edge e : edges) {
            String partial = partial(e);
            String label = partial.equals("-") ? "" : " [label=\"" + DotGraph.quoted(partial) + "\"]";
            dot.append("  " + dotName(e.from) + " -> " + dotName(e.to) + label + ";\n");
        }
        return dot.append("}\n").toString();
    }

    private static String dotName(int index) {
        return index == REST ? "rest" : "\"v" + index + "\"";
    }
}
