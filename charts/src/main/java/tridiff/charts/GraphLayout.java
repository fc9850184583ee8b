package tridiff.charts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tridiff.compare.trace.ComputationGraph;
import tridiff.compare.trace.ComputationGraph.Edge;
import tridiff.compare.trace.ComputationGraph.Vertex;

/**
 * Where the vertices of a graph stand: in layers by the longest way, ordered within them so that few edges cross, and each as level
 * as possible with what it is joined to. The method is that of Sugiyama, Tagawa, Toda, "Methods for visual understanding of
 * hierarchical system structures", IEEE Trans. SMC 11(2), 1981.
 *
 * <p>Heights are in units of one row; edges over several layers pass through a place of their own in each.
 */
final class GraphLayout {

    private static final int SWEEPS = 24;
    private static final double SPACE_OF_EDGES = 0.5;

    /** A vertex, or where an edge passes a layer. */
    static final class Place {
        final Vertex vertex; // null where an edge passes
        final int layer;
        final List<Place> before = new ArrayList<>();
        final List<Place> after = new ArrayList<>();
        double height;
        private double rank;

        Place(Vertex vertex, int layer) {
            this.vertex = vertex;
            this.layer = layer;
        }

        private double room() {
            return vertex == null ? SPACE_OF_EDGES : 1;
        }
    }

    private final List<List<Place>> layers = new ArrayList<>();
    private final Map<Integer, Place> places = new LinkedHashMap<>();
    private final Map<Edge, List<Place>> ways = new LinkedHashMap<>();

    GraphLayout(ComputationGraph graph) {
        Map<Integer, Integer> layerOf = graph.layers();
        int count = Collections.max(layerOf.values()) + 1;
        for (int i = 0; i < count; i++) {
            layers.add(new ArrayList<>());
        }
        graph.vertices().forEach(v -> places.put(v.index(), add(v, layerOf.get(v.index()))));
        graph.edges().forEach(this::join);
        order();
        level();
    }

    private Place add(Vertex vertex, int layer) {
        var place = new Place(vertex, layer);
        layers.get(layer).add(place);
        return place;
    }

    private void join(Edge edge) {
        Place from = places.get(edge.from());
        Place to = places.get(edge.to());
        var way = new ArrayList<>(List.of(from));
        for (int layer = from.layer + 1; layer < to.layer; layer++) {
            way.add(add(null, layer));
        }
        way.add(to);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).after.add(way.get(i));
            way.get(i).before.add(way.get(i - 1));
        }
        ways.put(edge, way);
    }

    /** The number of layers. */
    int width() {
        return layers.size();
    }

    /** From the middle of the highest to that of the lowest vertex. */
    double height() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(p -> p.height)
                .max()
                .orElse(0);
    }

    Place place(Vertex vertex) {
        return places.get(vertex.index());
    }

    /** Where an edge begins, passes and ends. */
    List<Place> way(Edge edge) {
        return ways.get(edge);
    }

    /** Sweeps forth and back, each layer sorted by the mean rank of what it is joined to; the best order is kept. */
    private void order() {
        List<List<Place>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                sort(layers.get(forth ? i : layers.size() - 1 - i), forth);
            }
            int crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.set(i, best.get(i));
        }
    }

    private List<List<Place>> copy() {
        return layers.stream().<List<Place>>map(ArrayList::new).toList();
    }

    private void sort(List<Place> layer, boolean forth) {
        ranks();
        Map<Place, Double> wish = new HashMap<>();
        for (Place p : layer) {
            List<Place> neighbours = forth ? p.before : p.after;
            wish.put(p, neighbours.stream().mapToDouble(n -> n.rank).average().orElse(p.rank));
        }
        layer.sort(Comparator.comparingDouble(wish::get));
    }

    /** From 0 to 1 in each layer. */
    private void ranks() {
        for (List<Place> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                layer.get(i).rank = (i + 0.5) / layer.size();
            }
        }
    }

    int crossings() {
        ranks();
        int crossings = 0;
        for (List<Place> layer : layers) {
            var ends = new ArrayList<double[]>();
            layer.forEach(p -> p.after.forEach(q -> ends.add(new double[] {p.rank, q.rank})));
            for (int i = 0; i < ends.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double a = ends.get(i)[0] - ends.get(j)[0];
                    double b = ends.get(i)[1] - ends.get(j)[1];
                    crossings += a * b < 0 ? 1 : 0;
                }
            }
        }
        return crossings;
    }

    /** Each place as level with its neighbours as the others of its layer allow. */
    private void level() {
        for (List<Place> layer : layers) {
            double height = 0;
            for (Place p : layer) {
                p.height = height;
                height += p.room();
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                fit(layers.get(forth ? i : layers.size() - 1 - i));
            }
        }
        double top = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(p -> p.height)
                .min()
                .orElse(0);
        layers.forEach(layer -> layer.forEach(p -> p.height -= top));
    }

    /** The least squares fit to the wishes that keeps order and distances: neighbours that would overlap move as one block. */
    private static void fit(List<Place> layer) {
        record Block(int first, double sum, int count) {
            double mean() {
                return sum / count;
            }
        }
        double[] offset = new double[layer.size()];
        for (int i = 1; i < layer.size(); i++) {
            offset[i] = offset[i - 1] + (layer.get(i - 1).room() + layer.get(i).room()) / 2;
        }
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < layer.size(); i++) {
            var block = new Block(i, wish(layer.get(i)) - offset[i], 1);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() > block.mean()) {
                Block above = blocks.remove(blocks.size() - 1);
                block = new Block(above.first, above.sum + block.sum, above.count + block.count);
            }
            blocks.add(block);
        }
        for (Block b : blocks) {
            for (int i = b.first; i < b.first + b.count; i++) {
                layer.get(i).height = b.mean() + offset[i];
            }
        }
    }

    private static double wish(Place p) {
        double sum = 0;
        for (Place n : p.before) {
            sum += n.height;
        }
        for (Place n : p.after) {
            sum += n.height;
        }
        int count = p.before.size() + p.after.size();
        return count == 0 ? p.height : sum / count;
    }
}
