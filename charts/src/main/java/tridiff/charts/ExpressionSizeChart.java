package tridiff.charts;

import java.awt.Graphics2D;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import tridiff.compare.OrderSweep;
import tridiff.compare.OrderSweep.Growth;
import tridiff.compare.OrderSweep.Size;
import tridiff.compare.language.Messages;
import tridiff.wengert.WengertList;

/** The sizes of the derivatives' formulas against their order, as a picture: trees swell, what is shared grows far less. */
public final class ExpressionSizeChart {

    private final OrderSweep sweep;
    private final Frame frame;

    private ExpressionSizeChart(OrderSweep sweep) {
        this.sweep = sweep;
        double[] exponents = Stream.of(sweep.raw(), sweep.simplified())
                .flatMap(g -> g.sizes().stream())
                .flatMapToDouble(s -> DoubleStream.of(Numerals.log10(s.tree()), Math.log10(s.shared())))
                .sorted()
                .toArray();
        int orders = Math.max(sweep.raw().order(), sweep.simplified().order());
        this.frame = new Frame(
                Axis.whole(orders, 14).padded(0.015),
                Axis.sizes(exponents[0], exponents[exponents.length - 1], 12).padded(0.02));
        add("raw.tree", sweep.raw(), s -> Numerals.log10(s.tree()));
        add("raw.shared", sweep.raw(), s -> Math.log10(s.shared()));
        add("simplified.tree", sweep.simplified(), s -> Numerals.log10(s.tree()));
        add("simplified.shared", sweep.simplified(), s -> Math.log10(s.shared()));
    }

    /** The picture of a sweep. */
    public static Picture of(OrderSweep sweep) {
        return Picture.paint(Frame.WIDTH, Frame.HEIGHT, new ExpressionSizeChart(sweep)::paint);
    }

    /** What XChart is given; sizes are decimal logarithms. */
    static XYChart plotOf(OrderSweep sweep) {
        return new ExpressionSizeChart(sweep).frame.chart();
    }

    private void add(String name, Growth growth, Function<Size, Double> height) {
        List<Double> orders = IntStream.range(0, growth.sizes().size())
                .mapToObj(i -> (double) i)
                .toList();
        frame.line(name, orders, growth.sizes().stream().map(height).toList(), Theme.look(name));
    }

    private void paint(Graphics2D g, Messages say) {
        frame.paintTitles(g, say, ExpressionSizeMessage.of(sweep), sweep.function(), "");
        frame.paintPlot(g);
        frame.paintAxes(g, say, "order of the derivative by " + sweep.by(), "nodes of the formula");
        frame.paintLineEnds(g, say, lineEnds());
        frame.paintCaption(g, say, caption());
    }

    private List<LineEnd> lineEnds() {
        var ends = new ArrayList<LineEnd>();
        addEnds(ends, "raw", "unsimplified", sweep.raw());
        addEnds(ends, "simplified", "simplified", sweep.simplified());
        return ends;
    }

    private void addEnds(List<LineEnd> ends, String key, String name, Growth growth) {
        Size last = growth.last();
        double x = frame.across(growth.order());
        ends.add(new LineEnd(
                List.of(name + ", tree", nodes(last.tree())),
                Theme.look(key + ".tree"),
                x,
                frame.down(Numerals.log10(last.tree()))));
        ends.add(new LineEnd(
                List.of(name + ", shared", shared(last)),
                Theme.look(key + ".shared"),
                x,
                frame.down(Math.log10(last.shared()))));
    }

    private static String nodes(BigInteger size) {
        String least = size.equals(WengertList.HUGE) ? "at least " : "";
        return least + Numerals.count(size) + (size.equals(BigInteger.ONE) ? " node" : " nodes");
    }

    /** The count, and how many times the tree is as large. */
    private static String shared(Size size) {
        BigInteger shared = BigInteger.valueOf(size.shared());
        return nodes(shared) + (size.tree().equals(shared) ? "" : ", tree ÷ " + Numerals.times(size.tree(), shared));
    }

    private List<String> caption() {
        var lines = new ArrayList<String>();
        lines.add("tree: parts that occur again are written again     shared: equal parts are counted once");
        Stream.of(sweep.raw(), sweep.simplified())
                .filter(g -> g.stop().isPresent())
                .map(g ->
                        g.id() + " ends at order " + g.order() + ": " + g.stop().get() + ".")
                .reduce((a, b) -> a + " " + b)
                .ifPresent(lines::add);
        return lines;
    }
}
