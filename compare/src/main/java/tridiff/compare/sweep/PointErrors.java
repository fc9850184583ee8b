package tridiff.compare.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tridiff.compare.Comparer;
import tridiff.compare.PreparedMethod;
import tridiff.expr.Expr;
import tridiff.expr.text.Printer;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;

/**
 * The error of each method at each of many points of one variable, one by one.
 *
 * @param by the variable that runs
 * @param points its values, rising
 * @param methods what they did there
 */
public record PointErrors(
        String function, String by, boolean logarithmic, List<Double> points, List<OfMethod> methods) {

    private static final int MOST_TEXT = 2000;

    /** Errors in ulps, one for each point; NaN where there is no derivative or no number. */
    public record OfMethod(MethodId id, List<Double> ulps) {}

    /** Measures as a {@link PointSweep} does. */
    public static PointErrors of(Comparer.Question q, Expr.Var by, PointSweep.Range range) {
        var list = WengertList.of(q.f(), q.variables());
        int input = q.variables().indexOf(by);
        double[] xs = range.draw();
        List<PreparedMethod> contenders = PointSweep.prepare(q, by);
        List<PointSweep.Sample> samples = Arrays.stream(xs)
                .mapToObj(x -> PointSweep.sample(list, q, input, x, contenders))
                .toList();
        var methods = new ArrayList<OfMethod>();
        for (int i = 0; i < contenders.size(); i++) {
            int method = i;
            methods.add(new OfMethod(
                    q.methods().get(i),
                    samples.stream().map(s -> s.ulps(method)).toList()));
        }
        return new PointErrors(
                Printer.PLAIN.printUpTo(MOST_TEXT, q.f()),
                by.name(),
                range.logarithmic(),
                Arrays.stream(xs).boxed().toList(),
                methods);
    }
}
