package tridiff.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tridiff.compare.Care;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.CostSweep;
import tridiff.compare.Family;
import tridiff.compare.Figures;
import tridiff.compare.Grid;
import tridiff.compare.Methods;
import tridiff.compare.Reference;
import tridiff.compare.SizeReport;
import tridiff.compare.SizeSweep;
import tridiff.compare.StepSweep;
import tridiff.compare.StepSweepText;
import tridiff.compare.Trace;
import tridiff.compare.TraceTables;
import tridiff.compare.language.Messages;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;

/**
 * What a lesson shows: a run on a function that the reader may replace.
 *
 * @param expression the function if there is no other
 * @param at where it is taken; empty if the lesson is about no point
 * @param run what is printed
 */
record Lesson(String expression, String at, BiFunction<Comparer.Question, Messages, String> run) {

    private static final int DEPTH = 6;
    private static final int POINTS = 300;
    private static final String TEMPLATE = "4*f*(1-f)";
    private static final String PRODUCT = "x1*x2*x3*x4*x5*x6*x7*x8";

    // spotless:off - this is a table
    static final List<Lesson> ALL = List.of(
            new Lesson("exp(sin(x))/(1+x^2)",             "x=0.7",     (q, say) -> comparison(compared(q), say)),
            new Lesson("exp(sin(x))/(1+x^2)",             "x=0.7",     Lesson::steps),
            new Lesson(TEMPLATE,                          "",          (q, say) -> SizeReport.text(sizes(q, SizeSweep.Accuracy.NONE), say)),
            new Lesson(TEMPLATE,                          "",          (q, say) -> SizeReport.text(sizes(q, new SizeSweep.Accuracy(POINTS, 1)), say)),
            new Lesson("log(x1) + x1*x2 - sin(x2)",       "x1=2,x2=5", Lesson::traces),
            new Lesson(PRODUCT,                           "",          Lesson::costs),
            new Lesson("iterate(10, s, x, (s + x/s)/2)",  "x=2",       (q, say) -> comparison(compared(q), say)),
            new Lesson("abs(x)",                          "x=0",       (q, say) -> comparison(compared(q), say)),
            new Lesson("(1-cos(x))/x^2",                  "x=1e-4",    (q, say) -> comparison(compared(q), say)),
            new Lesson("exp(sin(x))/(1+x^2)",             "x=0.7",     Lesson::verdict));
    // spotless:on

    private static ComparisonReport compared(Comparer.Question q) {
        return new Comparer(Reference.Effort.DEFAULT, Care.NONE).compare(q);
    }

    private static String comparison(ComparisonReport report, Messages say) {
        var rows = new ArrayList<List<String>>();
        for (ComparisonReport.MethodResult r : report.results()) {
            for (ComparisonReport.Partial p : r.partials()) {
                rows.add(List.of(
                        r.id(),
                        p.variable(),
                        Double.toString(p.value()),
                        Double.isNaN(p.correctDigits()) ? "-" : Integer.toString((int) p.correctDigits()),
                        Figures.ulps(p.ulps()),
                        r.evaluations() == 0 ? "-" : r.evaluations().toString(),
                        r.operations() == null ? "-" : r.operations().toString()));
            }
        }
        var text = new StringBuilder();
        for (ComparisonReport.TruePartial p : report.reference().partials()) {
            text.append("df/d" + p.variable()
                    + (p.value() == null ? ": " + say.translated(p.reason()) : " = " + p.value()) + "\n");
        }
        var headings = List.of("METHOD", "BY", ">VALUE", ">DIGITS", ">ULPS", ">EVALS", ">OPS");
        return text + "\n" + say.translated(new Grid("", headings, rows)).in(Grid.Format.TEXT);
    }

    private static String verdict(Comparer.Question q, Messages say) {
        ComparisonReport report = compared(q);
        List<String> verdict = report.verdict().stream().map(say::translated).toList();
        return comparison(report, say) + "\n" + String.join("\n", verdict) + "\n";
    }

    private static String steps(Comparer.Question q, Messages say) {
        return StepSweepText.of(
                StepSweep.of(q.f(), q.variables(), q.point(), q.wanted().get(0), 1e-17, 0.1, 1), say);
    }

    /** Iterates of a formula in f, or the higher derivatives of another. */
    private static SizeSweep sizes(Comparer.Question q, SizeSweep.Accuracy accuracy) {
        boolean template = q.variables().stream().anyMatch(v -> v.name().equals(Family.BEFORE));
        Family family =
                template ? Family.ofTemplate(q.text(), q.f(), DEPTH) : Family.ofOrders(q.text(), q.f(), DEPTH - 1);
        return SizeSweep.of(family, family.first(), family.last(), accuracy, done -> {});
    }

    private static String traces(Comparer.Question q, Messages say) {
        Trace trace = Trace.of(
                WengertList.of(q.f(), q.variables()),
                q.point(),
                IntStream.range(0, q.variables().size()).boxed().toList());
        return say.translated(TraceTables.forward(trace, false)).in(Grid.Format.TEXT) + "\n"
                + say.translated(TraceTables.reverse(trace, false)).in(Grid.Format.TEXT);
    }

    private static String costs(Comparer.Question q, Messages say) {
        boolean isProduct = q.text().equals(PRODUCT);
        Family family =
                isProduct ? Family.named("product", Family.By.VARS).orElseThrow() : Family.ofOne(q.text(), q.f());
        List<Integer> numbers = isProduct ? List.of(3, 5, 10, 20, 50, 100, 200) : List.of(family.first());
        var sweep = CostSweep.of(family, numbers, CostSweep.USUAL, Care.NONE, done -> {});
        return say.translated(sweep.tables().get(0)).in(Grid.Format.TEXT);
    }

    /** The question of this lesson on a function. */
    static Comparer.Question question(String text, Expr f, List<Expr.Var> variables, double[] point) {
        var methods = Methods.usual().stream()
                .filter(id -> !id.equals("symbolic.dag"))
                .toList();
        return new Comparer.Question(
                text, f, variables, Arrays.copyOf(point, variables.size()), variables, methods, List.of());
    }

    /** The texts of all lessons in a language. */
    static String text(Locale language, String key, Object... arguments) {
        var bundle = java.util.ResourceBundle.getBundle(
                "tridiff.cli.Lessons",
                language.equals(Locale.ENGLISH) ? Locale.ROOT : language,
                java.util.ResourceBundle.Control.getNoFallbackControl(
                        java.util.ResourceBundle.Control.FORMAT_PROPERTIES));
        String text = bundle.getString(key);
        return arguments.length == 0 ? text : new java.text.MessageFormat(text, language).format(arguments);
    }
}
