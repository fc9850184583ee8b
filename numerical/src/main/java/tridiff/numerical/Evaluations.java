package tridiff.numerical;

import java.util.Locale;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;

/** The work of a derivative by differences, told before it begins. */
final class Evaluations {

    /** Some ten seconds. */
    private static final double MOST_OPERATIONS = 2e9;

    /** Of a scheme that chooses its steps, for each derivative, where f is smooth. */
    private static final int USUAL = 100;

    private Evaluations() {}

    /**
     * Refuses what would take too long.
     *
     * @param expected evaluations of f, where they are known; else 0
     * @param derivatives how many there are
     * @param operations of f
     * @throws Refusal if that is more than two thousand million operations
     */
    static void require(int expected, int derivatives, long operations) {
        double evaluations = expected > 0 ? expected : (double) USUAL * derivatives;
        if (evaluations * operations > MOST_OPERATIONS) {
            throw new Refusal(Said.of(
                    "numerical.refusal.evaluations",
                    String.format(Locale.ROOT, "%.0f", evaluations),
                    String.format(Locale.ROOT, "%.0e", evaluations * operations)));
        }
    }
}
