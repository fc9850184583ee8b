package tridiff.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.Partial;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.numerical.complex.ComplexStep;

/**
 * How accurate a method is known to be: not below the error that it made, nor below what it estimates itself, nor far below what rounding
 * may do in its program. One point is luck in the last digits, and a difference may be exact by symmetry.
 */
final class Evidence {

    /** Roundings add up to much less than their bound; beyond this share of it an error is luck. */
    private static final double LUCK = 100;

    /** Estimates are cautious; an error that is so many digits below them is luck all the same. */
    private static final double LUCKY_DIGITS = 3;

    /** Half of the digits: more is not asked of a difference. */
    static final double HALF = 8;

    /** Within so many ulp a result is as good as another; and so is one that is off by this share more. */
    static final double AS_GOOD = 8;

    private static final double AS_ACCURATE = 2;

    private final ComparisonReport report;
    private final Map<String, TruePartial> truths;

    Evidence(ComparisonReport report) {
        this.report = report;
        this.truths = report.reference().byVariable();
    }

    /** The methods that are as accurate as any, those with the fewest operations first. */
    List<MethodResult> ranked() {
        List<MethodResult> candidates = report.results().stream()
                .filter(r -> r.refusal() == null && Double.isFinite(r.worstUlps()))
                .filter(r -> !r.peer() && r.operations() != null && keepsHalf(r))
                .toList();
        double least = candidates.stream().mapToDouble(this::ulps).min().orElse(0);
        return candidates.stream()
                .filter(r -> ulps(r) <= Math.max(AS_ACCURATE * least, AS_GOOD))
                .sorted(Comparator.comparingLong(MethodResult::operations).thenComparing(Evidence::isDifference))
                .toList();
    }

    /** Half of its digits, or all that a subnormal number has. */
    private boolean keepsHalf(MethodResult r) {
        return digits(r) >= HALF || r.worstUlps() <= AS_GOOD && ulps(r) <= AS_GOOD;
    }

    static boolean isDifference(MethodResult r) {
        return r.id().isNumerical() && !r.id().withoutStep().equals(ComplexStep.ID);
    }

    /** In ulps, of its worst partial derivative. */
    double ulps(MethodResult r) {
        return r.partials().stream()
                .mapToDouble(p -> Math.max(p.ulps(), known(expected(p)) / unit(p)))
                .reduce(0, Math::max);
    }

    /** Relative, of its worst partial derivative. */
    double relative(MethodResult r) {
        return r.partials().stream()
                .mapToDouble(p -> Math.max(p.relativeError(), known(expected(p)) / size(p)))
                .reduce(0, Math::max);
    }

    /** Decimal digits that it keeps: those of its error, unless that is luck. */
    double digits(MethodResult r) {
        double kept = Figures.digits(r.worstRelativeError());
        double expected = Figures.digits(relative(r));
        return kept > expected + LUCKY_DIGITS ? expected : kept;
    }

    /** The absolute error to be expected. */
    private double expected(Partial p) {
        double byRounding = known(p.roundOffUlps()) / LUCK * unit(p);
        return p.estimatedError() == null ? byRounding : Math.max(known(p.estimatedError()), byRounding);
    }

    private static double known(double x) {
        return Double.isFinite(x) ? x : 0;
    }

    private double unit(Partial p) {
        return Math.ulp(size(p));
    }

    /** What errors are measured by: the derivative itself, or its scale where it is 0. */
    private double size(Partial p) {
        TruePartial truth = truths.get(p.variable());
        double value = Double.parseDouble(truth.value());
        return value == 0 && beyondDoubles(truth) == 0
                ? truth.conditioning().scale()
                : Math.max(Double.MIN_VALUE, Math.min(Math.abs(value), Double.MAX_VALUE));
    }

    /** 1 if a true value is larger than all doubles, -1 if it is not 0 and smaller than all, 0 if neither. */
    static int beyondDoubles(TruePartial truth) {
        double nearest = Double.parseDouble(truth.value());
        boolean zero = truth.value().chars().takeWhile(c -> c != 'e').noneMatch(c -> c >= '1' && c <= '9');
        return Double.isInfinite(nearest) ? 1 : nearest == 0 && !zero ? -1 : 0;
    }
}
