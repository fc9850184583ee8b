package tridiff.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.numerical.Tableau;
import tridiff.reference.Reference;
import tridiff.teaching.paper.Paper.Row;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.run.Evaluator;

/** Derivatives in the documentation of the Ceres Solver: automatic_derivatives and numerical_derivatives. */
final class Ceres {

    private static final MethodId AUTOMATIC = MethodId.autodiff("forward");

    private record Way(String name, MethodId method, double nanos) {}

    // spotless:off - this is a table
    private static final List<Way> WAYS = List.of(
            new Way("AutomaticDiff",     AUTOMATIC,             129),
            new Way("Analytic",          MethodId.symbolic("simplified"), 255),
            new Way("AnalyticOptimized", MethodId.symbolic("dag"),         92),
            new Way("NumericForward",    MethodId.numerical("forward"),   262),
            new Way("NumericCentral",    MethodId.numerical("central2"),  517),
            new Way("Ridders",           MethodId.numerical("ridders"),  3760));
    // spotless:on

    /** The tableau, column by column: A(1, 1) to A(1, 5), A(2, 1) to A(2, 4), and so on. */
    private static final String[][] TABLEAU = {
        {"141.678097131", "140.971663667", "140.796145400", "140.752333523", "140.741384778"},
        {"140.736185846", "140.737639311", "140.737729564", "140.737735196"},
        {"140.737736209", "140.737735581", "140.737735571"},
        {"140.737735571", "140.737735571"},
        {"140.737735571"}
    };

    private Ceres() {}

    /** The four partial derivatives of NIST's model Rat43 at its certified parameters. */
    static ComparisonReport compared() {
        Expr f = Parser.parse("b1/(1 + exp(b2 - b3*x))^(1/b4)");
        Map<String, Double> point = Map.of(
                "b1", 6.9964151270e+02, "b2", 5.2771253025, "b3", 7.5962938329e-01, "x", 8.0, "b4", 1.2792483859);
        double[] values =
                f.variables().stream().mapToDouble(v -> point.get(v.name())).toArray();
        List<Expr.Var> wanted =
                f.variables().stream().filter(v -> !v.name().equals("x")).toList();
        List<MethodId> methods = WAYS.stream().map(Way::method).toList();
        var question = new Comparer.Question("", f, f.variables(), values, wanted, methods, List.of());
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.QUICK).compare(question);
    }

    static List<Row> rat43() {
        Map<MethodId, MethodResult> results =
                compared().results().stream().collect(Collectors.toMap(MethodResult::id, r -> r));
        double automatic = results.get(AUTOMATIC).time().medianNanos();
        var rows = new ArrayList<Row>();
        for (Way way : WAYS) {
            MethodResult ours = results.get(way.method);
            rows.add(Row.of(
                    Said.of("papers.ceres", way.name, way.method),
                    ratio(way.nanos / WAYS.get(0).nanos),
                    ratio(ours.time().medianNanos() / automatic),
                    Said.of("papers.ceres.why", why(ours))));
        }
        return rows;
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static Said why(MethodResult ours) {
        return ours.id().isNumerical()
                ? Said.joined(Said.of("papers.ceres.runs", ours.evaluations()), "; ", right(ours))
                : right(ours);
    }

    private static Said right(MethodResult ours) {
        double fewest = ours.partials().stream()
                .mapToDouble(ComparisonReport.Partial::correctDigits)
                .min()
                .orElseThrow();
        return Said.of("papers.ceres.digits", (int) fewest);
    }

    /** Ridders' method step by step. */
    static List<Row> tableau() {
        Expr f = Parser.parse("exp(x)/(sin(x) - x^2)");
        var program = new Evaluator(WengertList.of(f, f.variables()));
        var tableau = new Tableau(2, 2);
        double h = 0.01;
        for (int m = 0; m < TABLEAU.length; m++) {
            double right = program.run(new double[] {1 + h});
            double left = program.run(new double[] {1 - h});
            tableau.add((right - left) / (2 * h));
            h /= 2;
        }
        var rows = new ArrayList<Row>();
        for (int n = 1; n <= TABLEAU.length; n++) {
            for (int m = 1; m <= TABLEAU[n - 1].length; m++) {
                String ours = String.format(Locale.ROOT, "%.9f", tableau.entry(n, m));
                rows.add(Row.of(Said.words("A(" + n + ", " + m + ")"), TABLEAU[n - 1][m - 1], ours, Paper.ROUNDING));
            }
        }
        rows.add(Row.of(
                Said.of("papers.ceres.derivative"),
                "140.73773557129658",
                Gradients.derivative(AUTOMATIC.toString(), "exp(x)/(sin(x) - x^2)", 1),
                Said.of("papers.ceres.proved", "140.7377355712966034")));
        return rows;
    }
}
