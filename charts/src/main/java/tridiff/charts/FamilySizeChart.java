package tridiff.charts;

import java.awt.Graphics2D;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tridiff.charts.style.Axis;
import tridiff.charts.style.Frame;
import tridiff.charts.style.LineEnd;
import tridiff.charts.style.Numerals;
import tridiff.charts.style.Picture;
import tridiff.charts.style.Theme;
import tridiff.compare.sweep.SizeSweep;
import tridiff.compare.sweep.SizeSweep.Row;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;
import tridiff.symbolic.measure.Sizes;

/** The sizes of a family's derivatives as it grows: trees against what is shared. */
public final class FamilySizeChart {

    private record Series(String key, Said name, Function<Row, BigInteger> size) {}

    // spotless:off - this is a table
    private static final List<Series> SERIES = List.of(
            new Series("f.tree",            Said.of("charts.picture.family.f"),            r -> tree(r.f())),
            new Series("raw.tree",          Said.of("charts.picture.sizes.unsimplified.tree"), r -> tree(r.raw())),
            new Series("raw.shared",        Said.of("charts.picture.sizes.unsimplified.shared"), r -> dag(r.raw())),
            new Series("simplified.tree",   Said.of("charts.picture.sizes.simplified.tree"),   r -> tree(r.simplified())),
            new Series("simplified.shared", Said.of("charts.picture.sizes.simplified.shared"), r -> dag(r.simplified())),
            new Series("adjoint",           Said.of("charts.picture.family.reverse"),      r -> r.adjoint() == null ? null : BigInteger.valueOf(r.adjoint())));
    // spotless:on

    private final SizeSweep sweep;
    private final Frame frame;

    private FamilySizeChart(SizeSweep sweep) {
        this.sweep = sweep;
        double[] exponents = SERIES.stream()
                .flatMap(s -> rows(s).stream().map(r -> Numerals.log10(s.size.apply(r))))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int last = sweep.rows().get(sweep.rows().size() - 1).n();
        this.frame = new Frame(
                Axis.whole(last, 14).padded(0.015),
                Axis.sizes(exponents[0], exponents[exponents.length - 1], 12).padded(0.02));
        for (Series s : SERIES) {
            if (!rows(s).isEmpty()) {
                frame.line(
                        s.key,
                        rows(s).stream().map(r -> (double) r.n()).toList(),
                        rows(s).stream()
                                .map(r -> Numerals.log10(s.size.apply(r)))
                                .toList(),
                        Theme.look(s.key));
            }
        }
    }

    private static BigInteger tree(Sizes sizes) {
        return sizes == null ? null : sizes.tree();
    }

    private static BigInteger dag(Sizes sizes) {
        return sizes == null ? null : BigInteger.valueOf(sizes.dag());
    }

    private List<Row> rows(Series s) {
        return sweep.rows().stream()
                .filter(r -> s.size.apply(r) != null && s.size.apply(r).signum() > 0)
                .toList();
    }

    /** The picture of a sweep with at least one row. */
    public static Picture of(SizeSweep sweep) {
        return Picture.paint(Frame.WIDTH, Frame.HEIGHT, new FamilySizeChart(sweep)::paint);
    }

    private void paint(Graphics2D g, Language say) {
        frame.paintTitles(g, say, message(), Frame.f(sweep.last()), "");
        frame.paintPlot(g);
        frame.paintAxes(g, say, axis(), Said.of("charts.picture.family.axis"));
        frame.paintLineEnds(g, say, lineEnds());
        frame.paintCaption(g, say, caption());
    }

    private Said axis() {
        return switch (sweep.by()) {
            case "order" -> Said.of("charts.picture.sizes.axis");
            case "vars" -> Said.of("charts.picture.family.vars");
            default -> Said.of("charts.picture.family.depth");
        };
    }

    /** What the numbers say, and no more. */
    private Said message() {
        Row last = sweep.rows().get(sweep.rows().size() - 1);
        Said name = sweep.family().length() > 24 ? Said.of("charts.picture.family.family") : Said.words(sweep.family());
        BigInteger tree = last.raw().tree();
        BigInteger shared = BigInteger.valueOf(last.raw().dag());
        return tree.compareTo(shared.multiply(BigInteger.valueOf(3))) < 0
                ? Said.of("charts.picture.family.little", name, last.n())
                : Said.of("charts.picture.family.swell", Numerals.count(tree), Numerals.count(shared));
    }

    private List<LineEnd> lineEnds() {
        var ends = new ArrayList<LineEnd>();
        for (Series s : SERIES) {
            List<Row> rows = rows(s);
            if (!rows.isEmpty()) {
                Row last = rows.get(rows.size() - 1);
                BigInteger size = s.size.apply(last);
                ends.add(new LineEnd(
                        List.of(s.name, Said.joined(Numerals.count(size), law(s.key))),
                        Theme.look(s.key),
                        frame.across(last.n()),
                        frame.down(Numerals.log10(size))));
            }
        }
        return ends;
    }

    private Said law(String key) {
        String size = key.replace("shared", "dag");
        return sweep.growth().stream()
                .filter(l -> l.size().equals(size))
                .map(l -> Said.joined("  ", l.said()))
                .findFirst()
                .orElse(Said.NOTHING);
    }

    private List<Said> caption() {
        var lines = new ArrayList<Said>();
        lines.add(Said.of("charts.picture.family.laws", sweep.about()));
        sweep.stop().ifPresent(reason -> lines.add(Said.of("charts.picture.family.ends", reason)));
        return lines;
    }
}
