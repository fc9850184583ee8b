package tridiff.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tridiff.compare.ComparisonReport.MethodResult;

/** Which method to take for this function, and why; every number in it stands in the tables or above them. */
final class Verdict {

    /** Half of the digits: more is not asked of a difference. */
    private static final double ENOUGH = 1e-8;

    /** Beyond that a difference has not seen the derivative at all. */
    private static final double UNSEEN = 0.1;

    /** From here on a formula has swollen: its tree beside that of f. */
    private static final double SWOLLEN = 10;

    /** From here on rounding the inputs alone costs half of the digits. */
    private static final double ILL_CONDITIONED = 1e8;

    /** Within so many ulp a result is as good as another. */
    private static final double AS_GOOD = 8;

    private static final int MOST_NAMED = 4;

    private final ComparisonReport report;
    private final List<MethodResult> judged;
    private final List<String> sentences = new ArrayList<>();

    private Verdict(ComparisonReport report) {
        this.report = report;
        this.judged = report.results().stream()
                .filter(r -> r.refusal() == null && Double.isFinite(r.worstUlps()))
                .toList();
    }

    static List<String> of(ComparisonReport report) {
        if (!report.isDifferentiable()) {
            return List.of("There is no derivative here: whatever a method returns is not one.");
        }
        if (!report.isSettled()) {
            return List.of("The derivative is not settled here: there is nothing to judge by.");
        }
        var verdict = new Verdict(report);
        if (verdict.judged.isEmpty()) {
            return List.of("No method gets this derivative right: its true value stands above.");
        }
        verdict.say();
        return List.copyOf(verdict.sentences);
    }

    private void say() {
        Optional<MethodResult> chosen = cheapest();
        chosen.ifPresent(this::recommend);
        conditioning();
        cancellation();
        chosen.ifPresent(this::modes);
        chosen.ifPresent(this::time);
        swell();
        differences();
        refusals();
    }

    private static boolean isDifference(MethodResult r) {
        return r.family().equals("numerical") && !r.id().startsWith("numerical.complex");
    }

    private Stream<MethodResult> exact() {
        return judged.stream().filter(r -> !r.peer() && !r.family().equals("numerical"));
    }

    /** Of the methods about as accurate as the best, the one with the fewest operations. */
    private Optional<MethodResult> cheapest() {
        double best = judged.stream().mapToDouble(MethodResult::worstUlps).min().orElseThrow();
        return judged.stream()
                .filter(r -> !r.peer() && r.operations() != null && r.worstUlps() <= Math.max(AS_GOOD * best, AS_GOOD))
                .min(Comparator.comparingLong(MethodResult::operations));
    }

    private void recommend(MethodResult r) {
        if (r.worstRelativeError() > ENOUGH) {
            sentences.add("No method keeps even half of the 16 digits here.");
            return;
        }
        int n = report.input().wrt().size();
        String all =
                n == 1 ? "the derivative" : n == 2 ? "both partial derivatives" : "all " + n + " partial derivatives";
        String price = r.operations() == 0
                ? "without any operation, since it is constant"
                : "in " + operations(r.operations()) + "; f takes "
                        + report.function().operations();
        sentences.add(r.id() + ": " + all + " within " + Figures.ulps(r.worstUlps()) + " ulp " + price + ".");
    }

    private static String operations(long n) {
        return n == 1 ? "1 operation" : n + " operations";
    }

    /** What no method can avoid. */
    private void conditioning() {
        report.reference().partials().stream()
                .filter(p -> p.conditioning().condition() > ILL_CONDITIONED)
                .findFirst()
                .ifPresent(p -> sentences.add("Ill-conditioned: rounding the inputs alone moves df/d" + p.variable()
                        + " by up to its condition, "
                        + Figures.factor(p.conditioning().condition()) + " ulp. No method can avoid that."));
    }

    /** Where even the exact methods lose digits, the formula of f is to blame. */
    private void cancellation() {
        double least = exact().mapToDouble(MethodResult::worstUlps).min().orElse(0);
        report.reference().partials().stream()
                .filter(p -> p.conditioning().cancellation() > 100 && least > 100)
                .findFirst()
                .ifPresent(p -> sentences.add("Even exact methods lose digits: terms "
                        + Figures.factor(p.conditioning().cancellation()) + " times df/d" + p.variable()
                        + " cancel in it. Another formula for f may not lose them."));
    }

    /** Forward mode pays for each variable, reverse mode does not. */
    private void modes(MethodResult chosen) {
        Optional<MethodResult> forward = named("autodiff.forward");
        Optional<MethodResult> reverse = named("autodiff.reverse");
        if (report.input().wrt().size() < 2 || forward.isEmpty() || reverse.isEmpty()) {
            return;
        }
        long forwards = forward.get().operations();
        long back = reverse.get().operations();
        if (forwards > 2 * back) {
            String other = chosen.id().equals(reverse.get().id()) ? "" : " (reverse mode " + back + ")";
            sentences.add("Forward mode takes " + operations(forwards) + other + ", since it pays for each of the "
                    + report.input().wrt().size() + " variables.");
        }
    }

    private Optional<MethodResult> named(String id) {
        return judged.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** No winner is named among times whose intervals overlap. */
    private void time(MethodResult chosen) {
        if (chosen.time() == null) {
            return;
        }
        List<MethodResult> rivals = exact().filter(r ->
                        !r.id().equals(chosen.id()) && r.worstUlps() <= Math.max(AS_GOOD * chosen.worstUlps(), AS_GOOD))
                .toList();
        List<String> same = rivals.stream()
                .filter(r -> r.time().overlaps(chosen.time()))
                .map(MethodResult::id)
                .toList();
        if (!same.isEmpty()) {
            sentences.add("In time there is no difference between it and " + listed(same)
                    + ": their 95 % intervals overlap.");
        }
        rivals.stream()
                .filter(r -> r.time().highNanos() < chosen.time().lowNanos())
                .min(Comparator.comparingDouble(r -> r.time().medianNanos()))
                .ifPresent(r -> sentences.add("Measured, " + r.id() + " is faster: "
                        + Figures.nanos(r.time().medianNanos()) + " against "
                        + Figures.nanos(chosen.time().medianNanos()) + "."));
    }

    private static String listed(List<String> ids) {
        String names = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? names + " and others" : names;
    }

    private void swell() {
        named("symbolic.raw")
                .filter(r -> r.sizes() != null
                        && r.sizes().tree().doubleValue()
                                > SWOLLEN * report.function().sizes().tree().doubleValue())
                .ifPresent(r -> sentences.add("Do not write it out: symbolic.raw has a tree of "
                        + Figures.count(r.sizes().tree())
                        + " nodes, f one of "
                        + Figures.count(report.function().sizes().tree()) + "; with shared parts "
                        + r.sizes().dag() + "."));
    }

    private void differences() {
        Optional<MethodResult> found = judged.stream()
                .filter(Verdict::isDifference)
                .min(Comparator.comparingDouble(MethodResult::worstRelativeError));
        if (found.isEmpty()) {
            return;
        }
        MethodResult best = found.get();
        if (best.worstRelativeError() > UNSEEN) {
            sentences.add("No difference sees this derivative: the best one, " + best.id() + ", returns "
                    + best.partials().get(0).value() + " for df/d"
                    + best.partials().get(0).variable()
                    + ". f has steps, noise or a kink within the points that it takes.");
        } else if (best.worstUlps() <= 1) {
            sentences.add("A difference is as good here: " + best.id() + " is within " + Figures.ulps(best.worstUlps())
                    + " ulp and runs f " + best.evaluations() + " times.");
        } else {
            sentences.add("The best difference, " + best.id() + ", keeps " + digits(best) + " of 16 digits and runs f "
                    + best.evaluations() + " times.");
            enough(best);
        }
    }

    private static String digits(MethodResult r) {
        return Figures.wholeDigits(Figures.digits(r.worstRelativeError()));
    }

    /** The difference with the fewest runs of f that keeps half of the digits. */
    private void enough(MethodResult best) {
        judged.stream()
                .filter(r -> isDifference(r) && r.worstRelativeError() <= ENOUGH)
                .min(Comparator.comparingInt(MethodResult::evaluations))
                .filter(r -> r.evaluations() < best.evaluations())
                .ifPresent(r -> sentences.add("Where f can only be called and half of the digits are enough, " + r.id()
                        + " keeps " + digits(r) + " with " + r.evaluations() + " runs."));
    }

    private void refusals() {
        List<String> refused = report.results().stream()
                .filter(r -> r.refusal() != null)
                .map(MethodResult::id)
                .toList();
        if (!refused.isEmpty()) {
            sentences.add("Refused by " + listed(refused) + ", for the reasons in the table.");
        }
    }
}
