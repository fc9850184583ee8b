package tridiff.compare.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tridiff.compare.Grid;

/**
 * Numbers that were published, beside ours.
 *
 * @param name what it is asked for by
 * @param source where they were published
 * @param numbers computed when asked for
 */
public record Paper(String name, String source, Supplier<List<Row>> numbers) {

    /** Why two numbers differ in their last digits only. */
    static final String ROUNDING = "last digits: another order of operations";

    /** Said of numbers that were printed with fewer digits. */
    static final String FEWER = "the same to the digits printed";

    // spotless:off - this is a table
    private static final List<Paper> ALL = List.of(
            new Paper("baydin-1",        "Baydin, Pearlmutter, Radul, Siskind, JMLR 18(153), 2018, table 1: expression swell; sizes in SymPy are those SymPy 1.14 gives for it",       Baydin::swell),
            new Paper("baydin-2-3",      "Baydin and others, 2018, tables 2 and 3: evaluation traces of log(x1) + x1*x2 - sin(x2) at (2, 5)",                                          Baydin::traces),
            new Paper("baydin-figure-3", "Baydin and others, 2018, figure 3: errors of differences at 0.2; PUBLISHED are its points, worked out in Python",                            BaydinFigure3::rows),
            new Paper("helmholtz",       "Baydin and others, 2018, table 4: gradients of the Helmholtz energy of n substances, over f; DiffSharp's times",                             Helmholtz::rows),
            new Paper("laue",            "Laue, arXiv 1904.02990, 2019; Speelpenning, 1980: what swells is the tree, not the derivative; PUBLISHED is each law's number",              Laue::rows),
            new Paper("complex-step",    "Squire, Trapp, SIAM Review 40(1), 1998; Martins, Sturdza, Alonso, ACM TOMS 29(3), 2003; Moler's blog",                                       ComplexSteps::rows),
            new Paper("rat43",           "Ceres Solver's documentation: six ways to one derivative, their times over automatic differentiation's",                                     Ceres::rat43),
            new Paper("ridders",         "Ceres Solver's documentation: Ridders' tableau for exp(x)/(sin(x) - x^2) at 1, h = 0.01 and halves of it",                                   Ceres::tableau),
            new Paper("colah",           "Olah, Calculus on computational graphs, 2015: e = (a+b)*(b+1) at (2, 1)",                                                                    Olah::rows),
            new Paper("dezero",          "Saito, Deep Learning from Scratch 3: steps 4, 9, 24, 27, 28, 29, 33",                                                                        DeZero::steps),
            new Paper("dezero-tanh",     "Saito, Deep Learning from Scratch 3, step 35: derivatives of tanh at 1 and how large they are; PUBLISHED is its graph's count of variables", DeZeroTanh::rows),
            new Paper("nist",            "NIST's Statistical Reference Datasets: digits of Commons Math's fits by " + NistFits.METHODS,                                                NistFits::rows));
    // spotless:on

    /**
     * One number.
     *
     * @param why ours is not the same; empty where it is
     */
    public record Row(String what, String published, String ours, String why) {

        static Row of(String what, String published, String ours, String why) {
            return new Row(what, published, ours, published.equals(ours) ? "" : why);
        }

        /** A double beside a decimal number; what rounds to the same digits is said to. */
        static Row of(String what, String published, double ours, String why) {
            boolean same = Double.parseDouble(published) == ours;
            return new Row(what, published, Double.toString(ours), same ? "" : rounds(published, ours) ? FEWER : why);
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
    public Grid table() {
        return new Grid(
                source,
                List.of("WHAT", ">PUBLISHED", ">OURS", "WHY NOT THE SAME"),
                numbers.get().stream()
                        .map(r -> List.of(r.what, r.published, r.ours, r.why))
                        .toList());
    }
}
