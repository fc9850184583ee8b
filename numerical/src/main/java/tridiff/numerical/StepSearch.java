package tridiff.numerical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import tridiff.numerical.Quotient.Sample;

/**
 * Looks for the step at which a quotient's estimated error is smallest.
 *
 * <p>Truncation T falls as h^p and round-off R as h^-m, so that the best step is near h (mR/pT)^(1/(m+p)). The estimates are only good
 * where h is small against the scale on which f varies; so the step is taken again and again from the newest ones, and in the end a
 * quotient must not contradict those of smaller steps.
 */
final class StepSearch {

    private static final int MOST_SAMPLES = 24;
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_SHRINKS = 400;
    private static final double STEEPEST = 1.0 / 64;
    private static final double OUTSIDE = 1.0 / 4;

    /** After so many steps outside the domain its end must be very near. */
    private static final int PATIENCE = 10;

    private static final double FAR_OUTSIDE = 1.0 / 64;

    /** Estimates that differ by more than so many times their errors contradict each other. */
    private static final double CONTRADICTION = 3;

    private final Quotient quotient;
    private final DoubleUnaryOperator f;
    private final double x;
    private final double noise;
    private final List<Sample> samples = new ArrayList<>();
    private int outside;

    StepSearch(Quotient quotient, DoubleUnaryOperator f, double x, double noise) {
        this.quotient = quotient;
        this.f = f;
        this.x = x;
        this.noise = noise;
    }

    /** How many steps were too long for the domain of f. */
    int stepsOutside() {
        return outside;
    }

    /** The best quotient that was found, its error raised to what others say of it; empty if there is none with finite values. */
    Optional<Sample> from(double start) {
        double least = 2 * Math.ulp(x);
        double upper = Double.POSITIVE_INFINITY;
        double lower = 0;
        int doublings = 0;
        double h = StepSize.representable(quotient.stencil(), x, start);
        while (h > lower && h < upper && samples.size() < MOST_SAMPLES) {
            Sample s = quotient.sample(f, x, h, noise);
            if (!s.isFinite()) {
                upper = h;
                h = smaller(h, outside < PATIENCE ? OUTSIDE : FAR_OUTSIDE);
                if (++outside > MOST_SHRINKS || h < least) {
                    break;
                }
            } else {
                samples.add(s);
                if (s.truncation() > 2 * s.roundOff()) {
                    upper = h;
                    h = smaller(h, Math.max(STEEPEST, Math.min(0.5, balance(s))));
                    if (h < least) {
                        break;
                    }
                } else {
                    boolean worse = lower > 0 && s.error() >= errorAt(lower);
                    lower = h;
                    h = StepSize.representable(quotient.stencil(), x, 2 * h);
                    if (worse || s.error() == 0 || ++doublings > MOST_DOUBLINGS) {
                        break;
                    }
                }
            }
        }
        return best();
    }

    private double smaller(double h, double factor) {
        return Math.min(h / 2, StepSize.representable(quotient.stencil(), x, h * factor));
    }

    private double balance(Sample s) {
        int m = quotient.stencil().derivative();
        int p = quotient.stencil().accuracy();
        return Math.pow(m * s.roundOff() / (p * s.truncation()), 1.0 / (m + p));
    }

    private double errorAt(double h) {
        return samples.stream()
                .filter(s -> s.h() == h)
                .mapToDouble(Sample::error)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<Sample> best() {
        samples.sort(Comparator.comparingDouble(Sample::h));
        Sample best = null;
        for (int k = 0; k < samples.size(); k++) {
            Sample s = samples.get(k);
            boolean refuted = samples.subList(0, k).stream()
                    .anyMatch(t -> Math.abs(s.value() - t.value()) > CONTRADICTION * (s.error() + t.error()));
            if (!refuted && (best == null || s.error() < best.error())) {
                best = k == 0 ? s : raised(s, samples.get(k - 1));
            }
        }
        return Optional.ofNullable(best);
    }

    /** With the part of the difference to its neighbour that the neighbour's own error does not explain. */
    private static Sample raised(Sample s, Sample neighbour) {
        double unexplained = Math.abs(s.value() - neighbour.value()) - neighbour.error();
        return unexplained <= s.error() ? s : new Sample(s.h(), s.value(), unexplained - s.roundOff(), s.roundOff());
    }
}
