package tridiff.charts.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.charts.ExpressionSizeChart;
import tridiff.charts.ExpressionSizeMessage;
import tridiff.charts.StepSizeChart;
import tridiff.compare.Figures;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.table.Table;
import tridiff.expr.said.Said;

/** The sections of the report that are pictures, with their numbers. */
record ReportPictures(HtmlPage page) {

    void steps(StepSweep sweep) {
        page.section("steps", PageTexts.of("steps.read", Table.escaped(sweep.by())));
        List<Said> best = sweep.schemes().stream()
                .filter(s -> s.best() >= 0)
                .map(s -> Said.of(
                        "charts.picture.steps.best",
                        s.id(),
                        Figures.error(sweep.steps().get(s.best())),
                        Figures.error(s.errors().get(s.best()))))
                .toList();
        page.figure(StepSizeChart.of(sweep), "v", Said.of("charts.picture.steps.title"), Said.list("; ", best));
        var headings = new ArrayList<>(List.of(PageTexts.of("step")));
        sweep.schemes().forEach(s -> headings.add(Table.escaped(s.id().toString())));
        List<List<String>> rows = IntStream.range(0, sweep.steps().size())
                .filter(i -> isPowerOfTen(sweep.steps().get(i)))
                .mapToObj(i -> Stream.concat(
                                Stream.of(Figures.error(sweep.steps().get(i))),
                                sweep.schemes().stream()
                                        .map(s -> Figures.error(s.errors().get(i))))
                        .toList())
                .toList();
        page.data(headings, rows);
    }

    private static boolean isPowerOfTen(double h) {
        return h == Double.parseDouble("1e" + Math.round(Math.log10(h)));
    }

    void sizes(OrderSweep sweep) {
        page.section("sizes", PageTexts.of("sizes.read", Table.escaped(sweep.by())));
        Said description = ExpressionSizeMessage.of(sweep);
        page.figure(ExpressionSizeChart.of(sweep), "s", Said.of("charts.picture.sizes.title"), description);
        int orders = Math.max(sweep.raw().order(), sweep.simplified().order());
        List<List<String>> rows = IntStream.rangeClosed(0, orders)
                .mapToObj(n -> List.of(
                        Integer.toString(n),
                        size(sweep.raw(), n, true),
                        size(sweep.raw(), n, false),
                        size(sweep.simplified(), n, true),
                        size(sweep.simplified(), n, false)))
                .toList();
        String tree = PageTexts.of("tree");
        String shared = PageTexts.of("dag");
        page.data(
                List.of(
                        PageTexts.of("order"),
                        "symbolic.raw, " + tree,
                        "symbolic.raw, " + shared,
                        "symbolic.simplified, " + tree,
                        "symbolic.simplified, " + shared),
                rows);
    }

    private static String size(OrderSweep.Growth growth, int order, boolean tree) {
        if (order > growth.order()) {
            return "-";
        }
        OrderSweep.Size size = growth.sizes().get(order);
        return tree ? Figures.count(size.tree()) : Integer.toString(size.shared());
    }
}
