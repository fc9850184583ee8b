package tridiff.examples;

import java.util.List;
import java.util.Locale;
import tridiff.compare.sweep.StepSweep;
import tridiff.expr.Expr;

/**
 * A smaller step is not a better step.
 *
 * <p>What a difference quotient leaves out of the Taylor series shrinks with h. What it loses to rounding grows as 1/h, because two
 * nearly equal numbers are subtracted and the rest is divided by h. The best step lies where the two meet.
 */
public final class SmallerSteps {

    private SmallerSteps() {}

    /** The fourth logistic iterate at 0.2, where its derivative is 9.0660864; one step a decade. */
    static StepSweep sweep() {
        Expr.Var x = Expr.variable("x");
        return StepSweep.of(Logistic.iterate(x, 4), List.of(x), new double[] {0.2}, x, 1e-17, 1e-1, 1);
    }

    static String page() {
        StepSweep sweep = sweep();
        var page = new StringBuilder(
                """
                A smaller step is not a better step

                relative error of the derivative of l(4) at x = 0.2
                      h    forward    central    central, 4 points
                """);
        for (int i = sweep.steps().size() - 1; i >= 0; i--) {
            page.append(String.format(Locale.ROOT, "%7.0e", sweep.steps().get(i)));
            for (StepSweep.ErrorCurve scheme : sweep.schemes()) {
                page.append(
                        String.format(Locale.ROOT, "    %7.1e", scheme.errors().get(i)));
            }
            page.append('\n');
        }
        double worst = sweep.stepless().stream()
                .mapToDouble(StepSweep.Stepless::error)
                .max()
                .orElseThrow();
        page.append(String.format(
                Locale.ROOT, "symbolic and automatic, without a step: below %.0e\n", powerOfTenAbove(worst)));
        return page.append(
                        """

                Take away: from the right, each column falls at its own pace: by 10, by 100, by 10,000 a row.
                Then rounding takes over, and from there on all three grow alike, by about 10 a row, down to
                an error of 100 %. A higher order moves the turning point to the right and down; it does not
                remove it. Symbolic and automatic differentiation have no h, and no turning point.
                """)
                .toString();
    }

    private static double powerOfTenAbove(double x) {
        double power = 1;
        while (power / 10 > x) {
            power /= 10;
        }
        return power;
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
