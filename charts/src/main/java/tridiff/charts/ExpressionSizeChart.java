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
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.LineEnd;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.sweep.OrderSweep.Growth;
import tridiff.compare.sweep.OrderSweep.Size;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
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

    private void paint(Graphics2D g, Language say) {
        frame.paintTitles(g, say, ExpressionSizeMessage.of(sweep), Frame.f(sweep.function()), "");
        frame.paintPlot(g);
        frame.paintAxes(
                g, say, Said.of("charts.picture.sizes.axis.by", sweep.by()), Said.of("charts.picture.sizes.nodes"));
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
                List.of(Said.of("charts.picture.sizes." + name + ".tree"), nodes(last.tree())),
                Theme.look(key + ".tree"),
                x,
                frame.down(Numerals.log10(last.tree()))));
        ends.add(new LineEnd(
                List.of(Said.of("charts.picture.sizes." + name + ".shared"), shared(last)),
                Theme.look(key + ".shared"),
                x,
                frame.down(Math.log10(last.shared()))));
    }

    private static Said nodes(BigInteger size) {
        return Said.of(
                size.equals(BigInteger.ONE)
                        ? "charts.picture.sizes.node"
                        : size.equals(WengertList.HUGE) ? "charts.picture.sizes.least" : "charts.picture.sizes.count",
                Numerals.count(size));
    }

    /** The count, and how many times the tree is as large. */
    private static Said shared(Size size) {
        BigInteger shared = BigInteger.valueOf(size.shared());
        return size.tree().equals(shared)
                ? nodes(shared)
                : Said.of("charts.picture.sizes.ratio", Numerals.count(shared), Numerals.times(size.tree(), shared));
    }

    private List<Said> caption() {
        var lines = new ArrayList<Said>();
        lines.add(Said.of("charts.picture.sizes.legend"));
        Stream.of(sweep.raw(), sweep.simplified())
                .filter(g -> g.stop().isPresent())
                .map(g -> Said.of(
                        "charts.picture.sizes.ends", g.id(), g.order(), g.stop().get()))
                .reduce((a, b) -> Said.joined(a, " ", b))
                .ifPresent(lines::add);
        return lines;
    }
}
