package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tridiff.compare.ComparisonReport.MethodResult;

/** Points where other tools answer with wrong numbers. */
class EdgePointTest {

    private static Stream<Corpus.Case> points() {
        return Corpus.edgePoints();
    }

    @ParameterizedTest
    @MethodSource("points")
    void exact_methods_return_the_true_derivative_or_no_finite_number(Corpus.Case c) {
        if (c.value().equals("undef")) {
            assertTrue(assertThrows(Comparer.NoValue.class, () -> AccuracyTest.compare(c.text(), c.point()))
                    .isUndefined());
            return;
        }
        ComparisonReport report = AccuracyTest.compare(c.text(), ordered(c));
        for (MethodResult r : report.results()) {
            if (!r.id().isNumerical()) {
                r.partials()
                        .forEach(p -> assertTruthful(
                                c.gradient().get(c.names().indexOf(p.variable())), p.value(), r.id().toString()));
            }
        }
        report.reference()
                .partials()
                .forEach(p -> assertConsistent(c.gradient().get(c.names().indexOf(p.variable())), p));
    }

    /** The point in the order of the expression's own variables. */
    private static double[] ordered(Corpus.Case c) {
        return c.expr().variables().stream()
                .mapToDouble(v -> c.point()[c.names().indexOf(v.name())])
                .toArray();
    }

    private static void assertTruthful(String truth, double value, String id) {
        if (!Double.isFinite(value)) {
            return;
        }
        assertTrue(!truth.equals("undef") && !truth.equals("inf"), id + " returned " + value + " for " + truth);
        double expected = Double.parseDouble(truth.replace("one:", ""));
        assertEquals(expected, value, 4e-15 * Math.abs(expected) + Double.MIN_NORMAL, id);
    }

    private static void assertConsistent(String truth, ComparisonReport.TruePartial p) {
        if (p.value() == null || truth.equals("inf")) {
            return;
        }
        assertTrue(!truth.equals("undef"), () -> "the reference found " + p.value());
        double expected = Double.parseDouble(truth.replace("one:", ""));
        assertEquals(expected, Double.parseDouble(p.value()), 4e-15 * Math.abs(expected) + Double.MIN_NORMAL);
    }
}
