package tridiff.compare.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import tridiff.compare.Methods;
import tridiff.compare.corpus.Outcome.Judgement;
import tridiff.compare.corpus.Outcome.Status;
import tridiff.expr.said.IllegalInput;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;

/**
 * A condition under which a run has failed, such as {@code ulps(autodiff.reverse) > 8}.
 *
 * <p>Left of the sign stands a measure of methods, the largest of those that the pattern matches: {@code ulps} (the largest error),
 * {@code median}, or a count: {@code right}, {@code inaccurate}, {@code undefined}, {@code refused}, {@code wrong}; or a count of
 * entries without parentheses: {@code bad}, {@code contradicted}, {@code unsettled}. The sign is one of &lt; &lt;= &gt; &gt;=. Right of
 * it stands a number.
 *
 * @param ids empty for counts of entries
 */
public record FailCondition(String text, String measure, List<MethodId> ids, String sign, double bound) {

    private static final Map<String, ToDoubleFunction<Summary.OfOne>> MEASURES = Map.of(
            "ulps", Summary.OfOne::largest,
            "median", Summary.OfOne::median,
            "right", m -> m.count(Judgement.RIGHT),
            "inaccurate", m -> m.count(Judgement.INACCURATE),
            "undefined", m -> m.count(Judgement.UNDEFINED),
            "refused", m -> m.count(Judgement.REFUSED),
            "wrong", m -> m.count(Judgement.WRONG));

    private static final Map<String, Status> COUNTS =
            Map.of("bad", Status.BAD, "contradicted", Status.CONTRADICTED, "unsettled", Status.UNSETTLED);

    /** As people write it: Java would also read NaN, 0x1p3 and 1f. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /** Reads a condition; an {@link IllegalArgumentException} says in one line what is wrong with it. */
    public static FailCondition of(String text) {
        int at = 0;
        while (at < text.length() && "<>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            throw new IllegalInput(Said.of("compare.condition.sign", text));
        }
        int length = text.startsWith("=", at + 1) ? 2 : 1;
        String left = text.substring(0, at).strip();
        String right = text.substring(at + length).strip();
        if (!NUMBER.matcher(right).matches() || Double.isInfinite(Double.parseDouble(right))) {
            throw new IllegalInput(Said.of("compare.condition.number", right));
        }
        double bound = Double.parseDouble(right);
        int open = left.indexOf('(');
        String measure = (open < 0 ? left : left.substring(0, open)).strip().toLowerCase(Locale.ROOT);
        String sign = text.substring(at, at + length);
        if (open < 0) {
            if (!COUNTS.containsKey(measure)) {
                throw new IllegalInput(Said.of("compare.condition.count", measure));
            }
            return new FailCondition(text, measure, List.of(), sign, bound);
        }
        if (!MEASURES.containsKey(measure) || !left.endsWith(")")) {
            throw new IllegalInput(Said.of("compare.condition.measure", left));
        }
        String pattern = left.substring(open + 1, left.length() - 1).strip();
        try {
            return new FailCondition(text, measure, Methods.matching(List.of(pattern)), sign, bound);
        } catch (IllegalInput e) {
            throw new IllegalInput(Said.of("compare.condition.method", pattern));
        }
    }

    /** Whether it is about methods none of which is among these, so that it could not fail. */
    public boolean isVoid(List<MethodId> methods) {
        return !ids.isEmpty() && ids.stream().noneMatch(methods::contains);
    }

    /** The condition as it was written. */
    @Override
    public String toString() {
        return text;
    }

    /** What failed, in one line; empty if the condition does not hold. */
    public Optional<Said> failure(Summary summary) {
        if (ids.isEmpty()) {
            long count = summary.count(COUNTS.get(measure));
            return holds((double) count)
                    ? Optional.of(Said.of("compare.condition.holds", text, count))
                    : Optional.empty();
        }
        for (MethodId id : ids) {
            Summary.OfOne method = summary.methods().get(id);
            double value = method == null ? Double.NaN : MEASURES.get(measure).applyAsDouble(method);
            if (holds(value)) {
                return Optional.of(Said.of("compare.condition.holds.method", text, measure, id, value));
            }
        }
        return Optional.empty();
    }

    private boolean holds(double value) {
        return switch (sign) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            default -> value >= bound;
        };
    }
}
