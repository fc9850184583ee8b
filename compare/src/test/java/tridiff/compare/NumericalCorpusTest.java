package tridiff.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.reference.Reference;
import tridiff.reference.enclosure.Enclosure;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** The best numerical methods on all certified functions: formulas of physics and of regression, up to ten variables each. */
class NumericalCorpusTest {

    /** One partial derivative: relative error, and the estimate relative to the truth. */
    private record Outcome(String where, double error, double estimate) {}

    private static Stream<Corpus.Case> certified() {
        return Stream.concat(Corpus.feynmanCertified(), Corpus.nistCertified());
    }

    private static List<Outcome> outcomes(String id) {
        var outcomes = new ArrayList<Outcome>();
        certified().forEach(c -> {
            Expr f = c.expr();
            List<Expr.Var> variables = c.variables(f);
            Prepared gradient;
            try {
                gradient = Methods.of(id).gradient(Problem.of(f, variables, variables));
            } catch (Refusal refusal) {
                return;
            }
            double[] values = new double[variables.size()];
            gradient.at(c.point().clone(), values);
            double[] estimates = gradient.errorEstimates(c.point().clone()).orElseThrow();
            Reference truth = c.reference(20);
            for (int i = 0; i < values.length; i++) {
                Enclosure exact = truth.gradient().get(i);
                if (!exact.isZero()) {
                    double size = Math.abs(exact.midpoint(20).doubleValue());
                    outcomes.add(new Outcome(
                            c.text() + " by " + c.names().get(i),
                            Double.isFinite(values[i]) ? exact.relativeError(values[i]) : 1,
                            estimates[i] / size));
                }
            }
        });
        assertTrue(outcomes.size() > 300, outcomes.size() + " partial derivatives");
        return outcomes;
    }

    private static double quantile(List<Outcome> outcomes, double share) {
        return outcomes.stream().mapToDouble(Outcome::error).sorted().toArray()[(int) (share * (outcomes.size() - 1))];
    }

    @Test
    void adaptive_differences_keep_twelve_digits_and_know_when_not() {
        List<Outcome> outcomes = outcomes("numerical.adaptive");
        assertTrue(quantile(outcomes, 0.5) < 1e-12, "median " + quantile(outcomes, 0.5));
        assertTrue(quantile(outcomes, 0.95) < 1e-9, "95 % " + quantile(outcomes, 0.95));
        List<Outcome> overconfident =
                outcomes.stream().filter(o -> o.error > 10 * o.estimate).toList();
        assertTrue(overconfident.size() <= outcomes.size() / 100, overconfident.toString());
    }

    @Test
    void the_complex_step_is_right_to_the_last_digits() {
        List<Outcome> outcomes = outcomes("numerical.complex-step");
        assertTrue(quantile(outcomes, 0.5) < 2.3e-16, "median " + quantile(outcomes, 0.5));
        assertTrue(quantile(outcomes, 0.99) < 1e-13, "99 % " + quantile(outcomes, 0.99));
    }
}
