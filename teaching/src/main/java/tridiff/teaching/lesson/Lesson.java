package tridiff.teaching.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tridiff.compare.Comparer;
import tridiff.compare.ComparisonReport;
import tridiff.compare.Figures;
import tridiff.compare.Methods;
import tridiff.compare.sweep.CostSweep;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.compare.sweep.SizeReport;
import tridiff.compare.sweep.SizeSweep;
import tridiff.compare.sweep.StepSweep;
import tridiff.compare.sweep.StepSweepText;
import tridiff.compare.table.Cell;
import tridiff.compare.table.Column;
import tridiff.compare.table.Table;
import tridiff.compare.time.TimingMode;
import tridiff.compare.trace.Trace;
import tridiff.compare.trace.TraceTables;
import tridiff.expr.Expr;
import tridiff.expr.said.Language;
import tridiff.reference.Reference;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;

/**
 * What a lesson shows: a run on a function that the reader may replace.
 *
 * @param expression the function if there is no other
 * @param at where it is taken; empty if the lesson is about no point
 * @param run what is printed
 */
public record Lesson(String expression, String at, BiFunction<Comparer.Question, Language, String> run) {

    private static final List<Column> COLUMNS = List.of(
            Column.left("compare.table.method"),
            Column.left("compare.table.by"),
            Column.right("compare.table.value"),
            Column.right("compare.table.digits"),
            Column.right("compare.table.ulps"),
            Column.right("compare.table.evaluations"),
            Column.right("compare.table.operations"));

    private static final int DEPTH = 6;
    private static final int POINTS = 300;
    private static final String TEMPLATE = "4*f*(1-f)";
    private static final String PRODUCT = "x1*x2*x3*x4*x5*x6*x7*x8";

    // spotless:off - this is a table
    public static final List<Lesson> ALL = List.of(
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
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.NONE).compare(q);
    }

    private static String comparison(ComparisonReport report, Language say) {
        var rows = new ArrayList<List<Cell>>();
        for (ComparisonReport.MethodResult r : report.results()) {
            for (ComparisonReport.Partial p : r.partials()) {
                rows.add(List.of(
                        Cell.name(r.id()),
                        Cell.name(p.variable()),
                        Cell.number(p.value()),
                        Cell.number(Double.isNaN(p.correctDigits()) ? "-" : (int) p.correctDigits()),
                        Cell.number(Figures.ulps(p.ulps())),
                        Cell.number(r.evaluations() == 0 ? "-" : r.evaluations()),
                        Cell.number(r.operations() == null ? "-" : r.operations())));
            }
        }
        var text = new StringBuilder();
        for (ComparisonReport.TruePartial p : report.reference().partials()) {
            text.append("df/d" + p.variable()
                    + (p.value() == null ? ": " + p.reason().in(say) : " = " + p.value()) + "\n");
        }
        return text + "\n" + new Table(COLUMNS, rows).in(Table.Format.TEXT, say);
    }

    private static String verdict(Comparer.Question q, Language say) {
        ComparisonReport report = compared(q);
        List<String> verdict = report.verdict().stream().map(s -> s.in(say)).toList();
        return comparison(report, say) + "\n" + String.join("\n", verdict) + "\n";
    }

    private static String steps(Comparer.Question q, Language say) {
        return StepSweepText.of(
                StepSweep.of(q.f(), q.variables(), q.point(), q.wanted().get(0), 1e-17, 0.1, 1), say);
    }

    /** Iterates of a formula in f, or the higher derivatives of another. */
    private static SizeSweep sizes(Comparer.Question q, SizeSweep.Accuracy accuracy) {
        boolean template = q.variables().stream().anyMatch(v -> v.name().equals(FunctionFamily.BEFORE));
        FunctionFamily family = template
                ? FunctionFamily.ofTemplate(q.text(), q.f(), DEPTH)
                : FunctionFamily.ofOrders(q.text(), q.f(), DEPTH - 1);
        return SizeSweep.of(family, family.first(), family.last(), accuracy, done -> {});
    }

    private static String traces(Comparer.Question q, Language say) {
        Trace trace = Trace.of(
                WengertList.of(q.f(), q.variables()),
                q.point(),
                IntStream.range(0, q.variables().size()).boxed().toList());
        return TraceTables.forward(trace, false).in(Table.Format.TEXT, say) + "\n"
                + TraceTables.reverse(trace, false).in(Table.Format.TEXT, say);
    }

    private static String costs(Comparer.Question q, Language say) {
        boolean isProduct = q.text().equals(PRODUCT);
        FunctionFamily family = isProduct
                ? FunctionFamily.named("product", FunctionFamily.By.VARS).orElseThrow()
                : FunctionFamily.ofOne(q.text(), q.f());
        List<Integer> numbers = isProduct ? List.of(3, 5, 10, 20, 50, 100, 200) : List.of(family.first());
        var sweep = CostSweep.of(family, numbers, CostSweep.USUAL, TimingMode.NONE, done -> {});
        return sweep.tables().get(0).in(Table.Format.TEXT, say);
    }

    /** The question of this lesson on a function. */
    public static Comparer.Question question(String text, Expr f, List<Expr.Var> variables, double[] point) {
        var methods = Methods.usual().stream()
                .filter(id -> !id.equals(MethodId.symbolic("dag")))
                .toList();
        return new Comparer.Question(
                text, f, variables, Arrays.copyOf(point, variables.size()), variables, methods, List.of());
    }
}
