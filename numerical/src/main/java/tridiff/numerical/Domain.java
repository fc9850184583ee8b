package tridiff.numerical;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import tridiff.expr.said.Said;
import tridiff.numerical.Quotient.Sample;

/**
 * A stencil with its one-sided relatives of the same accuracy, for points near the end of the domain of f.
 *
 * <p>f tells where its domain ends by values that are not finite. Inside the domain a smaller step is as good as any; at its end only
 * one side is left.
 */
final class Domain {

    /** Relative errors above this make one-sided formulas worth a try. */
    private static final double POOR = 1e-6;

    private final Quotient symmetric;
    private final Quotient forward;
    private final Quotient backward;

    Domain(Quotient quotient) {
        Stencil s = quotient.stencil();
        this.symmetric = quotient;
        this.forward = new Quotient(Stencil.forward(s.derivative(), s.accuracy()));
        this.backward = new Quotient(Stencil.backward(s.derivative(), s.accuracy()));
    }

    /** The estimate with the smallest error that stays where f has values; not finite if there is none. */
    Estimate search(DoubleUnaryOperator f, double x, double start, double noise) {
        if (!Double.isFinite(f.applyAsDouble(x))) {
            return Estimate.none(Said.of("numerical.remark.point"));
        }
        boolean left = reaches(f, x, -1);
        boolean right = reaches(f, x, 1);
        Optional<Estimate> both = left && right ? run(symmetric, f, x, start, noise) : Optional.empty();
        if (both.isPresent()
                && !(both.get().relativeError() > POOR && !both.get().remark().isEmpty())) {
            return both.get();
        }
        Optional<Estimate> ahead = right ? run(forward, f, x, start, noise) : Optional.empty();
        Optional<Estimate> behind = left ? run(backward, f, x, start, noise) : Optional.empty();
        return List.of(both, ahead, behind).stream()
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Estimate::relativeError))
                .orElse(Estimate.none(Said.of("numerical.remark.around")));
    }

    /** Whether f has values just beside x: at the next double, or where that is too near for its formula at one a little further. */
    static boolean reaches(DoubleUnaryOperator f, double x, int side) {
        double[] distances = {Math.ulp(x), 0x1p-300, Math.ulp(1.0) * StepSize.scale(x)};
        for (double d : distances) {
            double beside = x + side * d;
            if (beside != x && Double.isFinite(f.applyAsDouble(beside))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Estimate> run(Quotient quotient, DoubleUnaryOperator f, double x, double start, double noise) {
        var search = new StepSearch(quotient, f, x, noise);
        Optional<Sample> found = search.from(start);
        Said remark = quotient == symmetric
                ? search.stepsOutside() > 0 ? Said.of("numerical.remark.shorter") : Said.NOTHING
                : side(quotient);
        return found.map(s -> new Estimate(s.value(), s.error(), s.h(), remark));
    }

    /** The formulas on one side, at this step and no other; not finite if both leave the domain. */
    Estimate oneSided(DoubleUnaryOperator f, double x, double h) {
        for (Quotient quotient : List.of(forward, backward)) {
            double value = quotient.value(f, x, h);
            if (Double.isFinite(value)) {
                double error = quotient.sample(f, x, h, 0).error();
                return new Estimate(value, error, h, side(quotient));
            }
        }
        return Estimate.none(Said.of("numerical.remark.leave", String.format(Locale.ROOT, "h = %.2g", h)));
    }

    private Said side(Quotient quotient) {
        return Said.of(quotient == forward ? "numerical.remark.forward" : "numerical.remark.backward");
    }
}
