package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;
import tridiff.expr.said.Said;

/**
 * The first derivative by extrapolation of quotients with smaller and smaller steps, each half of the one before.
 *
 * <p>{@link #richardson} takes a fixed number of central quotients and returns the last entry of the {@link Tableau}: L. F.
 * Richardson, "The approximate arithmetical solution by finite differences …", Phil. Trans. A 210, 1911. {@link #ridders} goes on
 * until the tableau gets worse and returns its best entry: C. J. F. Ridders, "Accurate computation of F'(x) and F'(x) F''(x)",
 * Advances in Engineering Software 4(2), 1982. Where the first steps leave the domain they are left out; where only one side of the
 * point is inside, one-sided quotients are extrapolated.
 */
public final class Extrapolation implements Scheme {

    private static final double RATIO = 2;
    private static final int RICHARDSON = 5;
    private static final int RIDDERS = 12;

    /** Ridders' method stops where the error of the newest entries is so many times the smallest one. */
    private static final double WORSE = 2;

    /** It is not asked to stop before, since the first, longest steps may agree by chance. */
    private static final int AT_LEAST = 5;

    private static final int MOST_SHRINKS = 1000;

    private final StepSize first;
    private final int levels;
    private final boolean searching;

    private Extrapolation(StepSize first, int levels, boolean searching) {
        this.first = first;
        this.levels = levels;
        this.searching = searching;
    }

    /** Five central quotients, the last entry of the tableau. */
    public static Extrapolation richardson() {
        return new Extrapolation(x -> 0.25 * StepSize.scale(x), RICHARDSON, false);
    }

    /** Up to twelve central quotients, the best entry of the tableau. */
    public static Extrapolation ridders() {
        return new Extrapolation(x -> 0.25 * StepSize.scale(x), RIDDERS, true);
    }

    @Override
    public Estimate estimate(DoubleUnaryOperator f, double x) {
        double at = f.applyAsDouble(x);
        if (!Double.isFinite(at)) {
            return Estimate.none(Said.of("numerical.remark.point"));
        }
        boolean left = Domain.reaches(f, x, -1);
        boolean right = Domain.reaches(f, x, 1);
        int side = left && right ? 0 : right ? 1 : left ? -1 : 2;
        double h = first.of(x);
        for (int i = 0; side < 2 && i < MOST_SHRINKS && x + h != x; i++) {
            if (Double.isFinite(quotient(f, x, at, h, side))) {
                Estimate found = extrapolate(f, x, at, h, side);
                return found.with(
                        side != 0
                                ? Said.of(side > 0 ? "numerical.remark.forward" : "numerical.remark.backward")
                                : i > 0 ? Said.of("numerical.remark.shorter") : Said.NOTHING);
            }
            h /= RATIO;
        }
        return Estimate.none(Said.of("numerical.remark.around"));
    }

    private static double quotient(DoubleUnaryOperator f, double x, double at, double h, int side) {
        return side == 0
                ? (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h)
                : (f.applyAsDouble(x + side * h) - at) / (side * h);
    }

    private Estimate extrapolate(DoubleUnaryOperator f, double x, double at, double longest, int side) {
        var tableau = new Tableau(RATIO, side == 0 ? 2 : 1);
        double h = longest;
        double smallest = Double.POSITIVE_INFINITY;
        for (int m = 0; m < levels; m++) {
            double error = tableau.add(quotient(f, x, at, h, side));
            if (searching && m >= AT_LEAST && error > WORSE * smallest) {
                break;
            }
            smallest = Math.min(smallest, error);
            h /= RATIO;
        }
        int n = tableau.size();
        var entry = searching
                ? tableau.best()
                : new Tableau.Entry(
                        tableau.entry(n, 1), Math.abs(tableau.entry(n, 1) - tableau.entry(n - 1, 2)), n - 1);
        double shortest = longest * Math.pow(RATIO, -entry.last());
        double roundOff = Math.ulp(1.0) * Math.abs(at) / shortest;
        return new Estimate(entry.value(), entry.error() + roundOff, longest, Said.NOTHING);
    }
}
