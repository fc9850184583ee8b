package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.time.TimingMode;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;
import tridiff.reference.Reference;
import tridiff.reference.RoundOff;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** All methods on published functions, judged by the reference. */
public class AccuracyTest {

    private static final List<MethodId> EXACT =
            MethodId.listOf("symbolic.raw", "symbolic.simplified", "autodiff.forward", "autodiff.reverse");

    private static Stream<Corpus.Case> certified() {
        return Stream.concat(Corpus.feynmanCertified(), Corpus.nistCertified());
    }

    /** Rounding carried to the result by the adjoints is all that separates these methods from the truth. */
    @ParameterizedTest
    @MethodSource("certified")
    void automatic_and_symbolic_derivatives_are_right_within_their_rounding(Corpus.Case c) {
        Reference truth = c.reference(40);
        Expr f = c.expr();
        List<Expr.Var> variables = c.variables(f);
        for (MethodId id : EXACT) {
            Prepared gradient = Methods.of(id).gradient(Problem.of(f, variables, variables));
            double[] values = new double[variables.size()];
            gradient.at(c.point().clone(), values);
            var roundOff = new RoundOff(gradient.program().orElseThrow(), c.point());
            for (int i = 0; i < values.length; i++) {
                double error = truth.gradient().get(i).absoluteError(values[i]);
                double bound = roundOff.bound(i);
                assertTrue(error <= bound, id + ", df/d" + c.names().get(i) + ": error " + error + ", bound " + bound);
            }
        }
    }

    /** A bound far above every error would prove nothing. */
    @Test
    void the_bound_on_rounding_is_not_vacuous() {
        var ratios = new ArrayList<Double>();
        Corpus.feynmanCertified().forEach(c -> {
            Reference truth = c.reference(40);
            Expr f = c.expr();
            List<Expr.Var> variables = c.variables(f);
            Prepared gradient = Methods.of("autodiff.reverse").gradient(Problem.of(f, variables, variables));
            double[] values = new double[variables.size()];
            gradient.at(c.point().clone(), values);
            var roundOff = new RoundOff(gradient.program().orElseThrow(), c.point());
            for (int i = 0; i < values.length; i++) {
                double error = truth.gradient().get(i).absoluteError(values[i]);
                if (error > 0) {
                    ratios.add(roundOff.bound(i) / error);
                }
            }
        });
        ratios.sort(null);
        assertTrue(ratios.size() > 200);
        assertTrue(ratios.get(ratios.size() / 2) < 100, "median " + ratios.get(ratios.size() / 2));
    }

    /** Value 11.652071455223083778 and gradient (5.5, 1.7163378145367737355) of Baydin's example. */
    @Test
    void the_example_of_baydin_is_right_within_2_ulp_and_differences_err_as_theory_predicts() {
        ComparisonReport report = compare("log(x1) + x1*x2 - sin(x2)", 2, 5);
        assertTrue(report.reference().value().startsWith("11.6520714552230837783"));
        assertEquals("5.5", report.reference().partials().get(0).value());
        assertTrue(report.reference().partials().get(1).value().startsWith("1.7163378145367737355"));
        report.results().stream()
                .filter(r -> EXACT.contains(r.id()))
                .forEach(r -> assertTrue(r.worstUlps() <= 2, r.id().toString()));
        // forward, x2: h/2·|f''| = h/2·|sin 5| with h = 5·2·√ε; round-off at most 2·ε|f|/h
        double h = 5 * 2 * Math.sqrt(Math.ulp(1.0));
        assertEquals(
                h / 2 * 0.9589242746631385,
                partial(report, "numerical.forward", 1).absoluteError(),
                2 * Math.ulp(12.0) / h);
        double central = 5 * Math.cbrt(3 * Math.ulp(1.0));
        assertEquals(
                central * central / 6 * 0.28366218546322625,
                partial(report, "numerical.central2", 1).absoluteError(),
                Math.ulp(12.0) / central);
        assertTrue(partial(report, "numerical.central4", 1).absoluteError() < 1e-10);
    }

    public static ComparisonReport compare(String text, double... point) {
        Expr f = Parser.parse(text);
        List<MethodId> own =
                Methods.ids().stream().filter(id -> !Methods.isPeer(id)).toList();
        return new Comparer(Reference.Effort.DEFAULT, TimingMode.NONE)
                .compare(new Comparer.Question(text, f, f.variables(), point, f.variables(), own, List.of()));
    }

    private static Partial partial(ComparisonReport report, String id, int i) {
        return report.results().stream()
                .filter(r -> r.id().equals(MethodId.parse(id)))
                .findFirst()
                .orElseThrow()
                .partials()
                .get(i);
    }

    private static Stream<Corpus.Case> covered() {
        return Corpus.referenceValues().filter(c -> !c.text().contains("recursion"));
    }

    /** The reported error is recomputed from the published digits, without any enclosure. */
    @ParameterizedTest
    @MethodSource("covered")
    void reported_errors_are_the_true_errors(Corpus.Case c) {
        BigDecimal truth = Corpus.decimal(c.gradient().get(0));
        for (MethodResult r : compare(c.text(), c.point()).results()) {
            Partial p = r.partials().get(0);
            if (!Double.isFinite(p.value())) {
                assertTrue(Double.isNaN(p.absoluteError()));
                continue;
            }
            BigDecimal error = new BigDecimal(p.value()).subtract(truth).abs();
            double published = truth.abs().doubleValue() * 1e-30; // the file has 32 digits
            assertEquals(
                    error.doubleValue(), p.absoluteError(), 1e-9 * error.doubleValue() + published, r.id().toString());
            if (truth.signum() != 0) {
                double relative =
                        error.divide(truth.abs(), MathContext.DECIMAL64).doubleValue();
                assertEquals(relative, p.relativeError(), 1e-9 * relative + 1e-30, r.id().toString());
                double ulps = error.divide(new BigDecimal(Math.ulp(truth.doubleValue())), MathContext.DECIMAL64)
                        .doubleValue();
                assertEquals(ulps, p.ulps(), 1e-9 * ulps + 1e-12, r.id().toString());
            }
        }
    }

    private static Stream<Corpus.Row> formulas() {
        return Corpus.feynmanFormulas();
    }

    /** At a seeded random point inside the published ranges. */
    @ParameterizedTest
    @MethodSource("formulas")
    void every_formula_of_feynman_is_compared(Corpus.Row formula) {
        String[] row = formula.cells();
        Expr f = Parser.parse(row[1]);
        var random = new Random(row[0].hashCode());
        double[] point = f.variables().stream()
                .mapToDouble(v -> inRange(row[2], v.name(), random))
                .toArray();
        try {
            ComparisonReport report = compare(row[1], point);
            assertTrue(report.isSettled());
            report.results().stream()
                    .filter(r -> EXACT.contains(r.id()) && report.isDifferentiable())
                    .forEach(r -> assertTrue(r.worstRelativeError() < 1e-10, row[0] + " " + r));
        } catch (Comparer.NoValue e) {
            assertTrue(
                    e.isUndefined() && List.of("asin", "acos", "sqrt").stream().anyMatch(row[1]::contains), row[0] + e);
        }
    }

    private static double inRange(String ranges, String name, Random random) {
        String range = Arrays.stream(ranges.split(";"))
                .map(String::strip)
                .filter(r -> r.startsWith(name + " in "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no range in " + ranges));
        String[] ends =
                range.substring(range.indexOf('[') + 1, range.indexOf(']')).split(",");
        double from = Double.parseDouble(ends[0].strip());
        return from + random.nextDouble() * (Double.parseDouble(ends[1].strip()) - from);
    }
}
