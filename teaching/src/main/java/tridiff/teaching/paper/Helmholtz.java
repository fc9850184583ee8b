package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;

/**
 * The gradient of the Helmholtz energy of a mixture over its value, in Baydin and others, 2018.
 *
 * <p>The paper gives times of DiffSharp 0.5.7, which computes the value, too; ours are operations, which are the same on every machine. Numerical differentiation
 * and forward mode grow with n, reverse mode does not.
 */
final class Helmholtz {

    // spotless:off - this is a table
    private static final int[] N          = {1,      8,      15,     22,     29,     36,     43,     50};
    private static final String[] REVERSE = {"1.52", "2.16", "2.16", "2.31", "2.16", "2.07", "1.99", "1.96"};
    // spotless:on

    private Helmholtz() {}

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(row(Said.of("papers.numerical"), 1, "1.08", "numerical.forward"));
        rows.add(row(Said.of("papers.numerical"), 50, "28.63", "numerical.forward"));
        rows.add(row(Said.of("papers.forward"), 1, "1.34", "autodiff.forward"));
        rows.add(row(Said.of("papers.forward"), 50, "7.69", "autodiff.forward"));
        for (int i = 0; i < N.length; i++) {
            rows.add(row(Said.of("papers.reverse"), N[i], REVERSE[i], "autodiff.reverse"));
        }
        return rows;
    }

    private static Row row(Said what, int n, String published, String method) {
        return Row.of(
                Said.of("papers.member", what, n),
                published,
                String.format(Locale.ROOT, "%.2f", ratio(method, n)),
                why(method));
    }

    private static Said why(String method) {
        return switch (method) {
            case "numerical.forward" -> Said.of("papers.times.runs");
            case "autodiff.forward" -> Said.of("papers.times.zeros");
            default -> Said.of("papers.times");
        };
    }

    static double ratio(String method, int n) {
        Expr f = FunctionFamily.named("helmholtz", FunctionFamily.By.VARS)
                .orElseThrow()
                .members()
                .apply(n);
        long operations = WengertList.of(f, f.variables()).operations();
        return (double) Gradients.preparedWithValue(method, f).operations().orElseThrow() / operations;
    }
}
