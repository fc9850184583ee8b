package tridiff.compare.estimates;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.Methods;
import tridiff.compare.estimates.EstimateCases.Case;
import tridiff.expr.Refusal;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.Problem;

/** The errors that schemes estimate of themselves, beside the proved ones: rarely ten times too small, and not without a warning. */
class EstimateTest {

    private static final int TOO_SMALL = 10;

    private static List<Case> smooth;
    private static List<Case> nearEnds;
    private static List<Case> noisy;

    /** What a scheme says of a case, and what is true. */
    private record Outcome(Case of, double value, double error, double estimate, String remark) {

        /** An error of an ulp is not counted. */
        boolean isTooSmall() {
            double ulp = Math.ulp(of.truth().nearest().orElse(1));
            return Double.isFinite(value) && error > ulp && !(error <= TOO_SMALL * estimate);
        }

        boolean hasWarning() {
            return remark.contains(";");
        }

        @Override
        public String toString() {
            return of + ": " + value + " for " + of.truth() + ", estimate " + estimate + ", " + remark;
        }
    }

    @BeforeAll
    static void draw() {
        smooth = EstimateCases.smooth(1_000);
        nearEnds = EstimateCases.nearEnds(400);
        noisy = EstimateCases.noisy(400);
    }

    private static Stream<String> schemes() {
        return Stream.of(
                        "forward",
                        "backward",
                        "central2",
                        "central4",
                        "central6",
                        "central8",
                        "savitzky-golay",
                        "richardson",
                        "ridders",
                        "adaptive",
                        "complex-step")
                .map(scheme -> "numerical." + scheme);
    }

    private static List<Outcome> outcomes(String scheme, List<Case> cases) {
        var outcomes = new ArrayList<Outcome>();
        double[] value = new double[1];
        Method method = Methods.of(scheme);
        for (Case c : cases) {
            try {
                var gradient = method.gradient(Problem.of(c.f(), List.of(EstimateCases.X), List.of(EstimateCases.X)));
                double[] x = {c.x()};
                gradient.at(x, value);
                double estimate = gradient.errorEstimates(x).orElseThrow()[0];
                double error = Double.isFinite(value[0]) ? c.truth().absoluteError(value[0]) : 0;
                outcomes.add(new Outcome(
                        c, value[0], error, estimate, gradient.remark().toString()));
            } catch (Refusal refusal) {
                // the complex step has no gamma; the others refuse nothing
            }
        }
        return outcomes;
    }

    /** Of smooth cases at most one in a hundred, and the estimates are of use: the median is below 100 times the error. */
    @ParameterizedTest
    @MethodSource("schemes")
    void estimates_of_smooth_functions_hold_and_are_not_much_too_large(String scheme) {
        List<Outcome> outcomes = outcomes(scheme, smooth);
        assertFew(outcomes, 0.01);
        double[] ratios = outcomes.stream()
                .filter(o -> o.error > 0 && Double.isFinite(o.value))
                .mapToDouble(o -> o.estimate / o.error)
                .sorted()
                .toArray();
        assertTrue(ratios[ratios.length / 2] < 100, "median " + ratios[ratios.length / 2]);
        long warned = outcomes.stream().filter(Outcome::hasWarning).count();
        assertTrue(warned <= outcomes.size() / 50, warned + " warnings without a need");
    }

    /** One in twenty, and each with a warning. */
    @ParameterizedTest
    @MethodSource("schemes")
    void near_ends_and_in_noise_estimates_hold_or_warn(String scheme) {
        assertAll(
                () -> assertFewAndWarned(outcomes(scheme, nearEnds)),
                () -> assertFewAndWarned(outcomes(scheme, noisy)));
    }

    private static void assertFewAndWarned(List<Outcome> outcomes) {
        assertFew(outcomes, 0.05);
        List<Outcome> silent =
                outcomes.stream().filter(o -> o.isTooSmall() && !o.hasWarning()).toList();
        assertTrue(silent.isEmpty(), silent.size() + " without a warning: " + some(silent));
    }

    private static void assertFew(List<Outcome> outcomes, double share) {
        List<Outcome> tooSmall = outcomes.stream().filter(Outcome::isTooSmall).toList();
        assertTrue(
                tooSmall.size() <= share * outcomes.size(),
                tooSmall.size() + " of " + outcomes.size() + " are too small: " + some(tooSmall));
    }

    private static String some(List<Outcome> outcomes) {
        return outcomes.stream().limit(5).map(o -> "\n  " + o).collect(Collectors.joining());
    }
}
