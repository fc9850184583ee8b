package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;
import tridiff.expr.said.Said;

/** Looks whether the slopes to the left and right of a point go on differing as the step shrinks: then there is no derivative. */
final class Kink {

    private static final double SHORTER = 1.0 / 16;

    /** A smooth function's slopes come together by the factor 16. */
    private static final double STILL = 0.5;

    /** The least difference of slopes that cannot be round-off, in units of the estimated error at the longer step. */
    private static final double CERTAIN = 2 / SHORTER;

    private Kink() {}

    /** The estimate, with half the difference of the slopes as its error where they differ at every step. */
    static Estimate examined(Estimate estimate, DoubleUnaryOperator f, double x) {
        double h = estimate.step();
        double wide = gap(f, x, h);
        double narrow = gap(f, x, h * SHORTER);
        boolean kink = narrow > STILL * wide
                && narrow > CERTAIN * estimate.error()
                && gap(f, x, h * SHORTER * SHORTER) > STILL * narrow;
        return kink
                ? new Estimate(
                        estimate.value(), Math.max(estimate.error(), narrow / 2), h, Said.of("numerical.remark.kink"))
                : estimate;
    }

    /** The difference of the slopes to the right and to the left; NaN outside the domain. */
    private static double gap(DoubleUnaryOperator f, double x, double h) {
        double at = f.applyAsDouble(x);
        return Math.abs((f.applyAsDouble(x + h) - at) - (at - f.applyAsDouble(x - h))) / h;
    }
}
