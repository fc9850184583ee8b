package tridiff.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tridiff.compare.ComparisonReport.MethodResult;

/** Which method to take for this function, and why; every number in it stands in the table. */
final class Verdict {

    private static final String NO_METHOD = "No method keeps even half of the 16 digits here.";

    private Verdict() {}

    static List<String> of(ComparisonReport report) {
        if (!report.isDifferentiable()) {
            return List.of("There is no derivative here: whatever a method returns is not one.");
        }
        if (!report.isSettled()) {
            return List.of("The derivative is not settled here: there is nothing to judge by.");
        }
        List<MethodResult> judged = report.results().stream()
                .filter(r -> r.refusal() == null && Double.isFinite(r.worstUlps()))
                .toList();
        if (judged.isEmpty()) {
            return List.of("No method gets this derivative right: its true value stands above.");
        }
        var sentences = new ArrayList<String>();
        double best = judged.stream().mapToDouble(MethodResult::worstUlps).min().orElseThrow();
        cheapest(judged, best)
                .ifPresent(r -> sentences.add(r.worstRelativeError() > 1e-8 ? NO_METHOD : recommendation(report, r)));
        judged.stream()
                .filter(r -> r.family().equals("numerical") && !r.id().startsWith("numerical.complex"))
                .min(Comparator.comparingDouble(MethodResult::worstRelativeError))
                .filter(r -> r.worstRelativeError() > 1e-15)
                .ifPresent(r -> sentences.add(numerical(r)));
        cancellation(report, judged).ifPresent(sentences::add);
        return sentences;
    }

    /** Where even the exact methods lose digits, the formula of f is to blame. */
    private static Optional<String> cancellation(ComparisonReport report, List<MethodResult> judged) {
        double exact = judged.stream()
                .filter(r -> !r.peer() && !r.family().equals("numerical"))
                .mapToDouble(MethodResult::worstUlps)
                .min()
                .orElse(0);
        return report.reference().partials().stream()
                .filter(p -> p.conditioning().cancellation() > 100 && exact > 100)
                .findFirst()
                .map(p -> "Even exact methods lose digits: terms "
                        + Figures.factor(p.conditioning().cancellation()) + " times df/d" + p.variable()
                        + " cancel in it. Another formula for f may not lose them.");
    }

    /** Of the methods about as accurate as the best, the one with the fewest operations. */
    private static Optional<MethodResult> cheapest(List<MethodResult> judged, double best) {
        return judged.stream()
                .filter(r -> !r.peer() && r.operations() != null && r.worstUlps() <= Math.max(8 * best, 8))
                .min(Comparator.comparingLong(MethodResult::operations));
    }

    private static String recommendation(ComparisonReport report, MethodResult r) {
        int n = report.input().wrt().size();
        String all =
                n == 1 ? "the derivative" : n == 2 ? "both partial derivatives" : "all " + n + " partial derivatives";
        String operations = r.operations() == 1 ? "1 operation" : r.operations() + " operations";
        return r.id() + ": " + all + " within " + Figures.ulps(r.worstUlps()) + " ulp in " + operations + "; f takes "
                + report.function().operations() + ".";
    }

    private static String numerical(MethodResult r) {
        int digits = (int) Figures.digits(r.worstRelativeError());
        return "The best difference, " + r.id() + ", keeps " + digits + " of 16 digits and runs f " + r.evaluations()
                + " times.";
    }
}
