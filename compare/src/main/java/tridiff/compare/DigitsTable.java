package tridiff.compare;

import java.util.ArrayList;
import java.util.List;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.said.Said;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.wengert.method.MethodId;

/**
 * How many digits each method gets right on each of a number of functions.
 *
 * @param methods the columns
 * @param rows the functions, by group
 */
public record DigitsTable(List<MethodId> methods, List<Row> rows) {

    /**
     * One function at one point.
     *
     * @param digits one for each method, from 0 to 17; NaN where it has no number; null where it refuses
     */
    public record Row(Said group, String function, String variable, double at, List<Double> digits) {}

    private record Case(String group, String function, double at) {

        Said kind() {
            return Said.of("compare.digits." + group);
        }
    }

    // spotless:off - this is a table
    private static final List<Case> CASES = List.of(
            new Case("polynomial",  "x^5 - 3*x^2 + 1",                  1.3),
            new Case("polynomial",  "64*x*(1-x)*(1-2*x)^2*(1-8*x+8*x^2)^2", 0.2),
            new Case("polynomial",  "(x-1)^9",                          1.001),
            new Case("exp"        , "exp(sin(x))/(1+x^2)",              0.7),
            new Case("exp"        , "x^x",                              2.5),
            new Case("exp"        , "log(1+exp(x))",                    30),
            new Case("circular",    "sin(x)*cos(3*x)",                  1),
            new Case("circular",    "exp(x)/(cos(x)^3+sin(x)^3)",       1.5),
            new Case("circular",    "sin(1/x)",                         0.01),
            new Case("hyperbolic",  "tanh(x)",                          20),
            new Case("hyperbolic",  "atanh(x)",                         0.999999),
            new Case("special",     "erf(x)",                           2),
            new Case("special",     "lgamma(x)",                        3.7),
            new Case("cancelling",  "(1-cos(x))/x^2",                   1e-4),
            new Case("cancelling",  "sqrt(x+1)-sqrt(x)",                1e8),
            new Case("cancelling",  "(exp(x)-1-x)/x^2",                 1e-3),
            new Case("edges",       "sqrt(x)",                          1e-12),
            new Case("edges",       "asin(x)",                          0.9999999));
    // spotless:on

    /** The functions that show what each method is good at, at points that show it. */
    public static DigitsTable standard(List<MethodId> methods) {
        var comparer = new Comparer(new Reference.Effort(25, Reference.MOST_DIGITS, 5), TimingMode.NONE);
        var rows = new ArrayList<Row>();
        for (Case c : CASES) {
            Expr f = Parser.parse(c.function);
            var q = new Comparer.Question(
                    c.function, f, f.variables(), new double[] {c.at}, f.variables(), methods, List.of());
            List<Double> digits = comparer.compare(q).results().stream()
                    .map(r -> r.refusal() != null
                            ? null
                            : (Double) r.partials().get(0).correctDigits())
                    .toList();
            rows.add(new Row(c.kind(), c.function, f.variables().get(0).name(), c.at, new ArrayList<>(digits)));
        }
        return new DigitsTable(methods, rows);
    }
}
