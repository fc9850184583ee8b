package tridiff.numerical;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tridiff.expr.said.Said;

/**
 * A second look at an estimate: by the same scheme with other steps, and by quotients of all shorter ones.
 *
 * <p>A scheme judges itself by values at its own points. Where they happen to lie on a line, where f oscillates between them or has a
 * pole, they agree with each other and with nothing else. Steps in another ratio meet other points. Shorter steps resolve what is
 * small, down to the one below which round-off rules: if that one tells of another slope, it is right, and the estimate is raised by
 * the difference.
 */
final class Scrutiny {

    /** Not simple fractions of each other, nor of a period that the scheme's own points may have met. */
    private static final List<Double> OTHER_STEPS = List.of(13.0 / 16, 11.0 / 16);

    private static final double SHORTER = 1.0 / 4;
    private static final int MOST_STEPS = 400;

    /** Two values, each with an error of a rounding or two. */
    private static final double ROUNDINGS = 2;

    /** A difference so many times what explains it is none. */
    private static final double CONTRADICTION = 3;

    /** From where on and how far to look for jumps, in units of the scale of x. */
    private static final double NEAREST = 0x1p-26;

    private static final double MOST_DISTANCE = 1.0 / 8;

    /** The spacing at which noise among the points of a step is looked for, as a share of the step. */
    private static final double AMONG = Math.sqrt(2) / 64;

    private static final Said UNSETTLED = Said.of("numerical.remark.unsettled");
    private static final Said JUMPS = Said.of("numerical.remark.jumps");

    private final DoubleUnaryOperator f;
    private final double x;
    private final double noise;

    private Scrutiny(DoubleUnaryOperator f, double x, double h) {
        this.f = f;
        this.x = x;
        this.noise = Math.max(known(Noise.of(f, x)), known(Noise.of(f, x, h * AMONG)));
    }

    private static double known(double noise) {
        return Double.isNaN(noise) ? 0 : noise;
    }

    /** The estimate of a scheme, with a larger error and a warning where other steps contradict it. */
    static Estimate examined(Scheme scheme, DoubleUnaryOperator f, double x) {
        Estimate e = scheme.estimate(f, x);
        if (!e.isFinite()) {
            return e;
        }
        double spread = 0;
        for (double ratio : OTHER_STEPS) {
            Estimate other = scheme.estimate(t -> f.applyAsDouble(x + (t - x) * ratio), x);
            double unexplained = (Math.abs(e.value() * ratio - other.value()) - other.error()) / ratio;
            spread = unexplained > spread ? unexplained : spread;
        }
        Estimate spreading = new Estimate(e.value(), Math.max(e.error(), spread), e.step(), e.remark());
        var scrutiny = new Scrutiny(f, x, e.step());
        return scrutiny.withNoise(scrutiny.besideJumps(scrutiny.byShorterSteps(spreading)));
    }

    /**
     * The estimate, raised by the difference to the shortest steps that contradict it: one step by more than the noise of f explains,
     * or two in a row by more than rounding does, since what looks like noise may be a rapid oscillation.
     */
    private Estimate byShorterSteps(Estimate e) {
        double before = Double.NaN;
        double h = e.step();
        double raised = 0;
        boolean suspected = false;
        for (int i = 0; i < MOST_STEPS && h >= Math.ulp(x) && h > 0; i++) {
            double step = StepSize.representable(1, x, h);
            double left = f.applyAsDouble(x - step);
            double right = f.applyAsDouble(x + step);
            double at = f.applyAsDouble(x);
            double slope = left == at && right == at ? Double.NaN : quotient(left, at, right, step);
            double rounding = Math.ulp(1.0) * Math.max(Math.abs(at), Math.max(finite(left), finite(right)));
            double distance = Math.abs(slope - e.value());
            double moved = e.error() + Math.abs(slope - before);
            boolean suspect = distance > CONTRADICTION * (moved + ROUNDINGS * rounding / step);
            if (distance > CONTRADICTION * (moved + ROUNDINGS * Math.max(noise, rounding) / step)
                    || suspect && suspected) {
                raised = distance + moved;
            }
            suspected = suspect;
            before = slope;
            h *= SHORTER;
        }
        return raised == 0 ? e : e.doubted(raised, UNSETTLED);
    }

    /** The estimate, raised where f jumps so near that the slope between the jumps tells nothing of the function. */
    private Estimate besideJumps(Estimate e) {
        double at = f.applyAsDouble(x);
        double nearest = Math.min(e.step(), NEAREST * StepSize.scale(x));
        double steepest = 0;
        double spread = 0; // over the longer of the step and the way to the jump
        for (int side = -1; side <= 1; side += 2) {
            double inside = x;
            double outside = x;
            for (double h = nearest; h <= MOST_DISTANCE * StepSize.scale(x) && outside == inside; h /= SHORTER) {
                double value = f.applyAsDouble(x + side * h);
                double bent = Math.abs(value - at - side * h * e.value());
                if (bent > Noise.JUMP * Math.abs(at)) {
                    outside = x + side * h;
                } else if (Double.isFinite(bent)) {
                    inside = x + side * h;
                    outside = inside;
                }
            }
            double jump = Noise.jump(f, inside, outside);
            steepest = Math.max(steepest, jump / Math.abs(outside - x));
            spread = Math.max(spread, jump / Math.max(e.step(), Math.abs(outside - x)));
        }
        return steepest > e.error() ? e.doubted(spread, JUMPS) : e;
    }

    /** With a warning where the values scatter by more than their own rounding. */
    private Estimate withNoise(Estimate e) {
        return noise > Noise.VISIBLE * Math.abs(f.applyAsDouble(x)) ? e.doubted(0, Noise.REMARK) : e;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? Math.abs(value) : 0;
    }

    /** By both sides, or the one inside the domain; NaN if none is. */
    private static double quotient(double left, double at, double right, double h) {
        boolean both = Double.isFinite(left) && Double.isFinite(right);
        return both ? (right - left) / h / 2 : Double.isFinite(right) ? (right - at) / h : (at - left) / h;
    }
}
