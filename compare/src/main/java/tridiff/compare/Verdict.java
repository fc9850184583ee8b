package tridiff.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tridiff.compare.ComparisonReport.MethodResult;
import tridiff.compare.ComparisonReport.TruePartial;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/**
 * Which method to take for this function, and why; every number in it stands in the tables or above them, or follows from these.
 *
 * <p>Methods are ranked by {@link Evidence} and not by one error at one point: first those that are as accurate as any, of these the ones
 * with the fewest operations. What is prepared sooner is named where that takes long to pay.
 */
public final class Verdict {

    /** Beyond that a difference has not seen the derivative at all. */
    private static final double UNSEEN = 0.1;

    /** From here on a formula has swollen: its tree beside that of f. */
    private static final double SWOLLEN = 10;

    /** From here on rounding the inputs alone costs half of the digits. */
    private static final double ILL_CONDITIONED = 1e8;

    /** A preparation that has paid before so many gradients, or takes so little time, is not spoken of. */
    private static final double SOON = 1000;

    private static final double SHORT_NANOS = 10e6;

    /** A time that is not below this share of another is not called faster: intervals do not cover how a run differs from the next. */
    private static final double NOTEWORTHY = 0.9;

    private static final int MOST_NAMED = 4;

    private final ComparisonReport report;
    private final List<MethodResult> judged;
    private final Evidence evidence;
    private final List<Said> sentences = new ArrayList<>();

    private Verdict(ComparisonReport report) {
        this.report = report;
        this.evidence = new Evidence(report);
        this.judged = report.results().stream()
                .filter(r -> r.refusal() == null && Double.isFinite(r.worstUlps()))
                .toList();
    }

    static List<Said> of(ComparisonReport report) {
        if (!report.isDifferentiable()) {
            return List.of(nowhere(report));
        }
        if (!report.isSettled()) {
            return List.of(Said.of("compare.verdict.unsettled"));
        }
        var verdict = new Verdict(report);
        if (verdict.judged.isEmpty()) {
            verdict.nobody();
        } else {
            verdict.say();
        }
        return List.copyOf(verdict.sentences);
    }

    /** No derivative, or not by some of the variables. */
    private static Said nowhere(ComparisonReport report) {
        List<TruePartial> undefined = report.reference().partials().stream()
                .filter(p -> p.isUndefined())
                .toList();
        return undefined.size() == report.reference().partials().size()
                ? Said.of("compare.verdict.none")
                : Said.of(
                        "compare.verdict.none.some",
                        undefined.stream()
                                .limit(MOST_NAMED)
                                .map(p -> "df/d" + p.variable())
                                .collect(Collectors.joining(", ")));
    }

    private void say() {
        Optional<MethodResult> chosen = best();
        boolean beyond = beyond();
        chosen.ifPresentOrElse(this::recommend, this::half);
        chosen.ifPresent(this::ties);
        zeros();
        silence();
        if (!beyond) {
            conditioning();
            cancellation();
        }
        chosen.ifPresent(this::modes);
        chosen.ifPresent(this::time);
        chosen.ifPresent(this::preparation);
        swell();
        if (!beyond) {
            differences(chosen);
        }
        refusals();
    }

    private void half() {
        say("compare.verdict.half");
        if (!Double.isFinite(report.function().value())) {
            remedy();
        }
    }

    /** No method has a number: what is to blame, and what to write instead. */
    private void nobody() {
        Optional<Said> trouble = trouble();
        trouble.ifPresentOrElse(t -> say("compare.verdict.nobody.why", t), () -> say("compare.verdict.nobody"));
        remedy();
    }

    private void remedy() {
        Remedies.ofOverflow(report.input().understood())
                .ifPresent(r -> say("compare.verdict.remedy", r.written(), r.better()));
    }

    /** What an exact method says that it met. */
    private Optional<Said> trouble() {
        return report.results().stream()
                .filter(r -> !r.peer() && r.refusal() == null && !r.id().isNumerical())
                .filter(r -> !Double.isFinite(r.worstUlps()))
                .map(MethodResult::remark)
                .filter(remark -> !remark.isEmpty())
                .reduce((first, last) -> last);
    }

    /** Where the true derivative is outside the range of doubles. */
    private boolean beyond() {
        for (TruePartial p : report.reference().partials()) {
            int side = Evidence.beyondDoubles(p);
            if (side != 0) {
                say(side > 0 ? "compare.verdict.above" : "compare.verdict.below", p.variable());
                return true;
            }
        }
        return false;
    }

    /** By what an error is measured where the derivative is 0. */
    private void zeros() {
        report.reference().partials().stream()
                .filter(p -> p.value().equals("0"))
                .limit(1)
                .forEach(p -> say(
                        "compare.verdict.zero",
                        p.variable(),
                        Figures.shortest(p.conditioning().scale())));
    }

    /** Where only differences have a number: why the others have none. */
    private void silence() {
        boolean asked = report.results().stream().anyMatch(r -> !r.peer() && !r.id().isNumerical());
        if (asked && exact().findAny().isEmpty()) {
            say("compare.verdict.silent", trouble().orElse(Said.of("compare.verdict.silent.refused")));
            remedy();
        }
    }

    private Stream<MethodResult> exact() {
        return judged.stream().filter(r -> !r.peer() && !r.id().isNumerical());
    }

    /** None if none keeps half of the digits. */
    private Optional<MethodResult> best() {
        return evidence.ranked().stream().findFirst();
    }

    private void recommend(MethodResult r) {
        int n = report.input().wrt().size();
        Said all = n == 1
                ? Said.of("compare.verdict.one")
                : n == 2 ? Said.of("compare.verdict.two") : Said.of("compare.verdict.all", n);
        Said price = r.operations() == 0
                ? Said.of("compare.verdict.free")
                : Said.of(
                        "compare.verdict.price",
                        operations(r.operations()),
                        report.function().operations());
        if (evidence.ulps(r) > Evidence.AS_GOOD && Evidence.isDifference(r)) {
            say("compare.verdict.take.difference", r.id(), all, digits(r), price);
        } else {
            say("compare.verdict.take", r.id(), all, Figures.ulps(r.worstUlps()), price);
        }
    }

    private String digits(MethodResult r) {
        return Figures.wholeDigits(evidence.digits(r));
    }

    /** What is as good and takes as many operations. */
    private void ties(MethodResult chosen) {
        List<MethodId> same = evidence.ranked().stream()
                .filter(r -> !r.id().equals(chosen.id()) && r.operations().equals(chosen.operations()))
                .map(MethodResult::id)
                .toList();
        if (!same.isEmpty()) {
            say("compare.verdict.ties", listed(same));
        }
    }

    /** What is prepared much sooner, and from how many gradients on that no longer matters. */
    private void preparation(MethodResult chosen) {
        if (chosen.time() == null) {
            return;
        }
        evidence.ranked().stream()
                .filter(r -> r.time() != null && r.preparationNanos() < chosen.preparationNanos() - SHORT_NANOS)
                .filter(r -> r.time().medianNanos() > chosen.time().medianNanos())
                .min(Comparator.comparingDouble(MethodResult::preparationNanos))
                .ifPresent(r -> {
                    double pays = (chosen.preparationNanos() - r.preparationNanos())
                            / (r.time().medianNanos() - chosen.time().medianNanos());
                    if (pays > SOON) {
                        say(
                                "compare.verdict.pays",
                                chosen.id(),
                                Figures.nanos(chosen.preparationNanos()),
                                r.id(),
                                Figures.nanos(r.preparationNanos()),
                                Figures.rounded(pays));
                    }
                });
    }

    private void say(String key, Object... arguments) {
        sentences.add(Said.of(key, arguments));
    }

    private static Said operations(long n) {
        return n == 1 ? Said.of("compare.verdict.operation") : Said.of("compare.verdict.operations", n);
    }

    /** What no method can avoid. */
    private void conditioning() {
        report.reference().partials().stream()
                .filter(p -> p.conditioning().condition() > ILL_CONDITIONED)
                .findFirst()
                .ifPresent(p -> say(
                        "compare.verdict.ill",
                        p.variable(),
                        Figures.factor(p.conditioning().condition())));
    }

    /** Where even the exact methods lose digits, the formula of f is to blame. */
    private void cancellation() {
        double least = exact().mapToDouble(MethodResult::worstUlps).min().orElse(0);
        report.reference().partials().stream()
                .filter(p -> p.conditioning().cancellation() > 100 && least > 100)
                .filter(p ->
                        !(least <= 2 * (1 + p.conditioning().condition()))) // else it is the rounding of the inputs
                .findFirst()
                .ifPresent(p -> {
                    double factor = p.conditioning().cancellation();
                    if (Double.isInfinite(factor)) {
                        say("compare.verdict.cancels.all", p.variable());
                    } else {
                        say("compare.verdict.cancels", Figures.factor(factor), p.variable());
                    }
                    Remedies.ofCancellation(report.input().understood())
                            .ifPresent(r -> say("compare.verdict.remedy", r.written(), r.better()));
                });
    }

    /** Forward mode pays for each variable, reverse mode does not. */
    private void modes(MethodResult chosen) {
        Optional<MethodResult> forward = named(MethodId.autodiff("forward"));
        Optional<MethodResult> reverse = named(MethodId.autodiff("reverse"));
        if (report.input().wrt().size() < 2 || forward.isEmpty() || reverse.isEmpty()) {
            return;
        }
        long forwards = forward.get().operations();
        long back = reverse.get().operations();
        if (forwards > 2 * back) {
            int n = report.input().wrt().size();
            if (chosen.id().equals(reverse.get().id())) {
                say("compare.verdict.forward", operations(forwards), n);
            } else {
                say("compare.verdict.forward.beside", operations(forwards), back, n);
            }
        }
    }

    private Optional<MethodResult> named(MethodId id) {
        return judged.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** No winner is named among times whose intervals overlap. */
    private void time(MethodResult chosen) {
        if (chosen.time() == null) {
            return;
        }
        List<MethodResult> rivals = evidence.ranked().stream()
                .filter(r -> !r.id().equals(chosen.id()) && r.time() != null && !Evidence.isDifference(r))
                .toList();
        List<MethodId> same = rivals.stream()
                .filter(r -> r.time().overlaps(chosen.time()))
                .map(MethodResult::id)
                .toList();
        if (!same.isEmpty()) {
            say("compare.verdict.same", listed(same));
        }
        rivals.stream()
                .filter(r -> r.time().highNanos() < chosen.time().lowNanos()
                        && r.time().medianNanos() < NOTEWORTHY * chosen.time().medianNanos())
                .min(Comparator.comparingDouble(r -> r.time().medianNanos()))
                .ifPresent(r -> say(
                        "compare.verdict.faster",
                        r.id(),
                        Figures.nanos(r.time().medianNanos()),
                        Figures.nanos(chosen.time().medianNanos())));
    }

    private static Said listed(List<MethodId> ids) {
        String names = ids.stream().limit(MOST_NAMED).map(MethodId::toString).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? Said.of("compare.verdict.others", names) : Said.words(names);
    }

    private void swell() {
        named(MethodId.symbolic("raw")).filter(this::isSwollen).ifPresent(raw -> {
            Optional<MethodResult> simplified =
                    named(MethodId.symbolic("simplified")).filter(r -> r.sizes() != null);
            String own = Figures.count(report.function().sizes().tree());
            if (simplified.isEmpty()) {
                say(
                        "compare.verdict.swell",
                        Figures.count(raw.sizes().tree()),
                        own,
                        raw.sizes().dag());
            } else if (isSwollen(simplified.get())) {
                say(
                        "compare.verdict.swell.simplified",
                        Figures.count(raw.sizes().tree()),
                        Figures.count(simplified.get().sizes().tree()),
                        own,
                        simplified.get().sizes().dag());
            }
        });
    }

    private boolean isSwollen(MethodResult r) {
        return r.sizes() != null
                && r.sizes().tree().doubleValue()
                        > SWOLLEN * report.function().sizes().tree().doubleValue();
    }

    private void differences(Optional<MethodResult> chosen) {
        if (chosen.filter(Evidence::isDifference).isPresent()) {
            return; // it is spoken of already
        }
        Optional<MethodResult> found =
                judged.stream().filter(Evidence::isDifference).min(Comparator.comparingDouble(evidence::relative));
        if (found.isEmpty()) {
            return;
        }
        MethodResult best = found.get();
        if (best.worstRelativeError() > UNSEEN) {
            ComparisonReport.Partial first = best.partials().get(0);
            say("compare.verdict.unseen", best.id(), first.value(), first.variable());
        } else if (evidence.ulps(best) <= Evidence.AS_GOOD) {
            say("compare.verdict.difference.good", best.id(), Figures.ulps(best.worstUlps()), best.evaluations());
        } else {
            say("compare.verdict.difference", best.id(), digits(best), best.evaluations());
            enough(best);
        }
    }

    /** The difference with the fewest runs of f that keeps half of the digits. */
    private void enough(MethodResult best) {
        judged.stream()
                .filter(r -> Evidence.isDifference(r) && evidence.digits(r) >= Evidence.HALF)
                .min(Comparator.comparingInt(MethodResult::evaluations))
                .filter(r -> r.evaluations() < best.evaluations())
                .ifPresent(r -> say("compare.verdict.enough", r.id(), digits(r), r.evaluations()));
    }

    private void refusals() {
        List<MethodId> refused = report.results().stream()
                .filter(r -> r.refusal() != null)
                .map(MethodResult::id)
                .toList();
        if (!refused.isEmpty()) {
            say("compare.verdict.refused", listed(refused));
        }
    }
}
