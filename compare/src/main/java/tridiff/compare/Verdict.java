package tridiff.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tridiff.compare.ComparisonReport.MethodResult;

/** Which method to take for this function, and why; every number in it stands in the table. */
final class Verdict {

    private Verdict() {}

    static List<String> of(ComparisonReport report) {
        var sentences = new ArrayList<String>();
        List<MethodResult> judged = report.results().stream()
                .filter(r -> r.refusal() == null && !Double.isNaN(r.worstUlps()))
                .toList();
        if (!report.isDifferentiable()) {
            sentences.add("There is no derivative here: whatever a method returns is not one.");
            return sentences;
        }
        double best = judged.stream().mapToDouble(MethodResult::worstUlps).min().orElse(Double.NaN);
        cheapest(judged, best).ifPresent(r -> sentences.add(recommendation(report, r)));
        judged.stream()
                .filter(r -> r.family().equals("numerical"))
                .min(Comparator.comparingDouble(MethodResult::worstRelativeError))
                .filter(r -> r.worstRelativeError() > 1e-13)
                .ifPresent(r -> sentences.add(numerical(r)));
        return sentences;
    }

    /** Of the methods about as accurate as the best, the one with the fewest operations. */
    private static Optional<MethodResult> cheapest(List<MethodResult> judged, double best) {
        return judged.stream()
                .filter(r -> !r.peer() && r.operations() != null && r.worstUlps() <= Math.max(8 * best, 8))
                .min(Comparator.comparingLong(MethodResult::operations));
    }

    private static String recommendation(ComparisonReport report, MethodResult r) {
        int n = report.input().wrt().size();
        String all = n == 1 ? "the derivative" : "all " + n + " partial derivatives";
        return r.id() + ": " + all + " with at most " + Figures.ulps(r.worstUlps()) + " ulp in " + r.operations()
                + " operations, "
                + Figures.ratio(
                        (double) r.operations() / Math.max(1, report.function().operations()))
                + " times those of f.";
    }

    private static String numerical(MethodResult r) {
        long digits = Math.max(0, Math.round(Math.floor(-Math.log10(r.worstRelativeError()))));
        return "The best difference, " + r.id() + ", keeps " + digits + " of 16 digits and runs f " + r.evaluations()
                + " times.";
    }
}
