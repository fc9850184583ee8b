package tridiff.charts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tridiff.charts.style.FittedText;
import tridiff.compare.Figures;
import tridiff.compare.table.Table;
import tridiff.compare.trace.ComputationGraph;
import tridiff.compare.trace.ComputationGraph.Edge;
import tridiff.compare.trace.ComputationGraph.Kind;
import tridiff.compare.trace.ComputationGraph.Vertex;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/**
 * A computation graph as SVG: from the inputs on the left to the result on the right, values and adjoints in the boxes, partial
 * derivatives on the edges. Colours are custom properties of CSS, so that a page around it may set its own; before each of them
 * stands the colour itself, for viewers that know no properties.
 */
public final class GraphPicture {

    private static final double ACROSS = 204;
    private static final double DOWN = 86;
    private static final double BOX_WIDTH = 126;
    private static final double BOX_HEIGHT = 62;
    private static final double MARGIN = 16;
    private static final double FOOT = 26;
    private static final int MOST_LABEL = 17;
    private static final int MOST_PARTIAL = 14;

    /** Colours on a light page, by the names of their properties. */
    private static final Map<String, String> LIGHT = new TreeMap<>(Map.of(
            "--g-ink", "#22262b",
            "--g-muted", "#5b636d",
            "--g-line", "#b8bec6",
            "--g-paper", "#fff",
            "--g-box", "#f4f5f7",
            "--g-blue", "#0072b2",
            "--g-sky", "#e3f1fa"));

    private static final String RULES =
            """
            @media (prefers-color-scheme:dark){.graph:not(.in-page){--g-ink:#e6e8eb;--g-muted:#a3abb5;--g-line:#5b636d;--g-paper:#15181c;\
            --g-box:#23272d;--g-blue:#6cc0ee;--g-sky:#17364a}}
            .graph text{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans KR",sans-serif;font-size:12px;fill:var(--g-ink)}
            .graph .label{font-weight:700;font-size:13px}.graph .name,.graph .foot{fill:var(--g-muted)}
            .graph .adjoint,.graph .partial{fill:var(--g-blue)}
            .graph .partial{font-size:11px;stroke:var(--g-paper);stroke-width:4px;paint-order:stroke;stroke-linejoin:round}
            .graph .box{fill:var(--g-box);stroke:var(--g-line)}.graph .input .box{fill:var(--g-paper);stroke:var(--g-muted)}
            .graph .result .box{fill:var(--g-sky);stroke:var(--g-blue);stroke-width:2}
            .graph .rest .box{stroke-dasharray:4 4;fill:none}
            .graph .edge{fill:none;stroke:var(--g-line);stroke-width:1.5}.graph .arrow{fill:var(--g-line)}
            """;

    private static final Pattern COLOUR = Pattern.compile("(fill|stroke):var\\((--g-\\w+)\\)");

    private static final String STYLE = ".graph{"
            + LIGHT.entrySet().stream()
                    .map(c -> c.getKey() + ":" + c.getValue())
                    .collect(Collectors.joining(";"))
            + "}\n" + withoutProperties(RULES);

    private final ComputationGraph graph;
    private final Language say;
    private final GraphLayout layout;
    private final StringBuilder svg = new StringBuilder();

    /** Each colour said twice, the second time as a property: who does not know that keeps the first. */
    private static String withoutProperties(String css) {
        return COLOUR.matcher(css).replaceAll(m -> m.group(1) + ":" + LIGHT.get(m.group(2)) + ";" + m.group());
    }

    private GraphPicture(ComputationGraph graph, Language say) {
        this.graph = graph;
        this.say = say;
        this.layout = new GraphLayout(graph);
    }

    /** A file of its own in a language: with its colours, light and dark. */
    public static String svg(ComputationGraph graph, Language say) {
        return new GraphPicture(graph, say).draw("graph", "graph", STYLE);
    }

    /** A part of a page that has {@link #style} once. */
    public static String inPage(ComputationGraph graph, Language say, String id) {
        return new GraphPicture(graph, say).draw(id, "graph in-page", "");
    }

    public static String style() {
        return STYLE;
    }

    private String draw(String id, String classes, String style) {
        double width = 2 * MARGIN + BOX_WIDTH + ACROSS * (layout.width() - 1);
        double height = 2 * MARGIN + BOX_HEIGHT + DOWN * layout.height() + FOOT;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" id=\"%s\" role=\"img\" aria-labelledby=\"%s-t %s-d\""
                        + " viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\">%n",
                classes, id, id, id, width, height, width, height);
        add("<title id=\"%s-t\">%s</title>%n", id, escaped(say.text("charts.graph.title", graph.function()), 200));
        add("<desc id=\"%s-d\">%s</desc>%n", id, escaped(description(), 500));
        if (!style.isEmpty()) {
            add("<style>%s</style>%n", style);
            add("<rect width=\"100%%\" height=\"100%%\" style=\"%s\"/>%n", withoutProperties("fill:var(--g-paper)"));
        }
        add(
                "<defs><marker id=\"%s-m\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                        + "<path class=\"arrow\" d=\"M0 0 8 4 0 8z\"/></marker></defs>%n",
                id);
        graph.edges().forEach(e -> line(e, id));
        graph.vertices().forEach(this::box);
        graph.edges().forEach(this::partial);
        Said foot = graph.vertices().stream().anyMatch(v -> v.adjoint() != null)
                ? Said.of("charts.graph.foot")
                : Said.of("charts.graph.foot.rules");
        String omission = graph.omission().isEmpty() ? "" : graph.omission().in(say) + "   ";
        text("foot", MARGIN, height - 10, omission + (layout.width() > 2 ? foot.in(say) : ""), "start");
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        Vertex result = graph.vertices().get(graph.vertices().size() - 1);
        Said what = result.value() == null
                ? Said.of("charts.graph.description", graph.total())
                : Said.of("charts.graph.description.value", graph.total(), Figures.shortest(result.value()));
        return what.in(say) + ". " + graph.omission().in(say);
    }

    private double x(int layer) {
        return MARGIN + BOX_WIDTH / 2 + ACROSS * layer;
    }

    private double y(double height) {
        return MARGIN + BOX_HEIGHT / 2 + DOWN * height;
    }

    private void line(Edge edge, String id) {
        List<GraphLayout.Place> way = layout.way(edge);
        var path = new StringBuilder();
        double fromX = x(way.get(0).layer) + BOX_WIDTH / 2;
        double fromY = y(way.get(0).height);
        path.append(String.format(Locale.ROOT, "M%.1f %.1f", fromX, fromY));
        for (int i = 1; i < way.size(); i++) {
            boolean last = i == way.size() - 1;
            double toX = x(way.get(i).layer) - BOX_WIDTH / 2;
            double toY = y(way.get(i).height);
            double bend = (toX - fromX) / 2;
            path.append(String.format(
                    Locale.ROOT, "C%.1f %.1f %.1f %.1f %.1f %.1f", fromX + bend, fromY, toX - bend, toY, toX, toY));
            fromX = last ? toX : toX + BOX_WIDTH;
            fromY = toY;
            path.append(last ? "" : String.format(Locale.ROOT, "H%.1f", fromX));
        }
        add(
                "<path class=\"edge\" data-from=\"%d\" data-to=\"%d\" d=\"%s\" marker-end=\"url(#%s-m)\"/>%n",
                edge.from(), edge.to(), path, id);
    }

    /** On the first stretch of the edge, above its middle. */
    private void partial(Edge edge) {
        String label = edge.partial() != null ? Figures.shortest(edge.partial()) : edge.rule();
        if (label.isEmpty()) {
            return;
        }
        List<GraphLayout.Place> way = layout.way(edge);
        GraphLayout.Place to = way.get(way.size() - 1);
        GraphLayout.Place before = way.get(way.size() - 2);
        double x = x(to.layer) - BOX_WIDTH / 2 - (ACROSS - BOX_WIDTH) / 2;
        double y = (y(before.height) + y(to.height)) / 2;
        add("<g class=\"of-edge\" data-from=\"%d\" data-to=\"%d\">", edge.from(), edge.to());
        text("partial", x, y - 3, cut(label, MOST_PARTIAL), "middle");
        add("</g>");
    }

    private void box(Vertex v) {
        GraphLayout.Place place = layout.place(v);
        double x = x(place.layer);
        double y = y(place.height);
        add(
                "<g class=\"%s\" data-v=\"%d\"><title>%s</title>",
                v.kind().name().toLowerCase(Locale.ROOT), v.index(), escaped(about(v), 200));
        add(
                "<rect class=\"box\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"%.0f\" rx=\"%d\"/>",
                x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT, v.kind() == Kind.INPUT ? 3 : 10);
        if (v.kind() == Kind.REST || v.value() == null) {
            text("label", x, y + 5, cut(v.label().in(say), MOST_LABEL), "middle");
        } else {
            text("label", x, y - 13, cut(v.label().in(say), MOST_LABEL), "middle");
            text("name", x, y + 5, v.name() + " = " + Figures.shortest(v.value()), "middle");
            text("adjoint", x, y + 22, say.text("charts.graph.adjoint.value", Figures.shortest(v.adjoint())), "middle");
        }
        add("</g>%n");
    }

    private String about(Vertex v) {
        if (v.kind() == Kind.REST) {
            return v.label().in(say);
        }
        String what = v.name() + ", " + v.label().in(say);
        return v.value() == null ? what : say.text("charts.graph.about", what, v.value(), v.adjoint());
    }

    private static String cut(String label, int most) {
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String escaped(String text, int most) {
        return Table.escaped(cut(FittedText.clean(text), most));
    }

    private void text(String type, double x, double y, String text, String anchor) {
        add(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                type, x, y, anchor, escaped(text, 200));
    }

    private void add(String format, Object... what) {
        svg.append(String.format(Locale.ROOT, format, what));
    }
}
