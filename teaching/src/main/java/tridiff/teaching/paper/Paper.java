package tridiff.teaching.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.expr.said.Said;

/**
 * Numbers that were published, beside ours.
 *
 * @param name what it is asked for by
 * @param source where they were published
 * @param numbers computed when asked for
 */
public record Paper(String name, Said source, Supplier<List<Row>> numbers) {

    /** Why two numbers differ in their last digits only. */
    static final Said ROUNDING = Said.of("papers.rounding");

    /** Said of numbers that were printed with fewer digits. */
    static final Said FEWER = Said.of("papers.fewer");

    // spotless:off - this is a table
    private static final List<Paper> ALL = List.of(
            new Paper("baydin-1",        Said.of("papers.source.baydin1", "Baydin, Pearlmutter, Radul, Siskind, JMLR 18(153)"),       Baydin::swell),
            new Paper("baydin-2-3",      Said.of("papers.source.baydin23", "log(x1) + x1*x2 - sin(x2)", "(2, 5)"),                                          Baydin::traces),
            new Paper("baydin-figure-3", Said.of("papers.source.figure3"),                            BaydinFigure3::rows),
            new Paper("helmholtz",       Said.of("papers.source.helmholtz"),                             Helmholtz::rows),
            new Paper("laue",            Said.of("papers.source.laue"),              Laue::rows),
            new Paper("complex-step",    Said.of("papers.source.complex"),                                       ComplexSteps::rows),
            new Paper("rat43",           Said.of("papers.source.rat43"),                                     Ceres::rat43),
            new Paper("ridders",         Said.of("papers.source.ridders", "exp(x)/(sin(x) - x^2)"),                                   Ceres::tableau),
            new Paper("colah",           Said.of("papers.source.colah", "e = (a+b)*(b+1)", "(2, 1)"),                                                                    Olah::rows),
            new Paper("dezero",          Said.of("papers.source.dezero", "4, 9, 24, 27, 28, 29, 33"),                                                                        DeZero::steps),
            new Paper("dezero-tanh",     Said.of("papers.source.tanh"), DeZeroTanh::rows),
            new Paper("nist",            Said.of("papers.source.nist", NistFits.METHODS),                                                NistFits::rows));
    // spotless:on

    /**
     * One number.
     *
     * @param why ours is not the same; empty where it is
     */
    public record Row(Said what, String published, String ours, Said why) {

        /** Numbers that differ, if they do, by the roundings on the way. */
        static Row of(Said what, String published, double ours) {
            return of(what, published, ours, ROUNDING);
        }

        static Row of(Said what, String published, String ours, Said why) {
            return new Row(what, published, ours, published.equals(ours) ? Said.NOTHING : why);
        }

        /** A double beside a decimal number; what rounds to the same digits is said to. */
        static Row of(Said what, String published, double ours, Said why) {
            boolean same = Double.parseDouble(published) == ours;
            return new Row(
                    what,
                    published,
                    Double.toString(ours),
                    same ? Said.NOTHING : rounds(published, ours) ? FEWER : why);
        }

        private static boolean rounds(String published, double ours) {
            var printed = new BigDecimal(published);
            return new BigDecimal(ours)
                            .setScale(printed.scale(), RoundingMode.HALF_EVEN)
                            .compareTo(printed)
                    == 0;
        }
    }

    /** All papers there are. */
    public static List<Paper> all() {
        return ALL;
    }

    /** The paper of that name. */
    public static Optional<Paper> named(String name) {
        return ALL.stream().filter(p -> p.name.equals(name)).findFirst();
    }

    /** The comparison, a row for each number. */
    public Table table() {
        return Table.of(
                source,
                numbers.get(),
                Column.left("papers.what").of(r -> Cell.text(r.what)),
                Column.right("papers.published").of(r -> Cell.number(r.published)),
                Column.right("papers.ours").of(r -> Cell.number(r.ours)),
                Column.left("papers.why").of(r -> Cell.text(r.why)));
    }
}
