package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.compare.json.JsonReport;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.reference.Conditioning;
import tridiff.reference.Reference;

/** Every number of a comparison follows from others in its own JSON: computed again here, from the file alone, in decimals. */
class ReportCoherenceTest {

    private static final MathContext CONTEXT = new MathContext(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(sin(x))/(1+x^2)          | 0.7",
                "log(x1)+x1*x2-sin(x2)        | 2 5",
                "(1-cos(x))/x^2               | 0.00001",
                "x^2                          | 0",
                "prod(k,1,12,x-k)             | 6.5",
                "x^3                          | 1e200",
                "exp(-x^2)                    | 40",
                "exp(-x^2)                    | 27",
                "acos(cos(x))                 | 1",
                "abs(x)+y^2                   | 0 3",
                "gamma(x)*abs(x)              | 2.5",
                "sqrt(x)^2                    | 0",
                "tan(x)                       | 1.5707963267948966",
                "x*y*z                        | 1 2 3",
            })
    void every_number_can_be_computed_again(String text, String at) {
        Expr f = Parser.parse(text);
        double[] point =
                Arrays.stream(at.split(" ")).mapToDouble(Double::parseDouble).toArray();
        for (TimingMode care : List.of(TimingMode.NONE, TimingMode.QUICK)) {
            var written = new Comparer(Reference.Effort.DEFAULT, care)
                    .compare(new Comparer.Question(
                            text, f, f.variables(), point, f.variables(), Methods.usual(), List.of()));
            ComparisonReport report = JsonReport.read(JsonReport.of(written));
            assertEquals(written.verdict(), report.judged().verdict());
            for (int i = 0; i < point.length; i++) {
                assertEquals(
                        point[i],
                        Double.parseDouble(report.input().point().get(i).hex()));
            }
            assertEquals(
                    report.function().value(),
                    Double.parseDouble(report.function().hex()));
            for (MethodResult r : report.results()) {
                if (r.time() != null) {
                    double ratio =
                            r.time().medianNanos() / report.function().time().medianNanos();
                    assertEquals(ratio, r.ratio(), 1e-12 * ratio);
                }
                for (Partial p : r.partials()) {
                    check(r, p, truth(report, p));
                }
            }
        }
    }

    private static TruePartial truth(ComparisonReport report, Partial p) {
        return report.reference().partials().stream()
                .filter(t -> t.variable().equals(p.variable()))
                .findFirst()
                .orElseThrow();
    }

    private static void check(MethodResult r, Partial p, TruePartial truth) {
        String what = r.id() + " " + p + " " + truth;
        assertEquals(p.value(), Double.parseDouble(p.hex()), what);
        if (truth.value() == null || Double.isNaN(p.value())) {
            assertTrue(Double.isNaN(p.ulps()) && Double.isNaN(p.relativeError()), what);
            assertEquals(Conditioning.Assessment.UNKNOWN, p.assessment(), what);
            return;
        }
        var exact = new BigDecimal(truth.value());
        double nearest = exact.doubleValue();
        boolean outside = Double.isInfinite(nearest) || nearest == 0 && exact.signum() != 0;
        if (outside && p.value() == nearest) {
            assertEquals(0, p.ulps(), what);
        } else if (Double.isInfinite(p.value())) {
            assertTrue(Double.isNaN(p.ulps()), what);
        } else {
            BigDecimal off = new BigDecimal(p.value()).subtract(exact).abs();
            double size = nearest == 0 && exact.signum() == 0
                    ? truth.conditioning().scale()
                    : Math.min(Math.abs(nearest), Double.MAX_VALUE);
            double ulp = Math.ulp(size);
            assertEquals(off.doubleValue(), p.absoluteError(), 1e-12 * off.doubleValue() + 1e-39 * size, what);
            double ulps = off.divide(new BigDecimal(ulp), CONTEXT).doubleValue();
            assertEquals(ulps, p.ulps(), 1e-9 * ulps + 1e-20, what);
            BigDecimal measure = exact.signum() == 0 ? new BigDecimal(size) : exact.abs();
            double relative = off.divide(measure, CONTEXT).doubleValue();
            assertEquals(relative, p.relativeError(), 1e-9 * relative + 1e-38, what);
        }
        double digits = Double.isNaN(p.relativeError())
                ? Double.NaN
                : Math.max(0, Math.min(17, -Math.log10(p.relativeError())));
        assertEquals(digits, p.correctDigits(), 1e-9, what);
        assertEquals(truth.conditioning().assess(p.ulps(), p.roundOffUlps()), p.assessment(), what);
    }
}
