package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tridiff.compare.nary.NaryForm.Kind;
import tridiff.wengert.WengertList;

/**
 * Operations of a formula as SymPy's {@code count_ops} counts them.
 *
 * <p>A negative term makes an addition a subtraction; a sum of only such terms has a sign of its own; so has a negative number, and a
 * product with one. A product is one division of what is above by what is below, however many factors that has, and a number alone
 * above is not counted.
 */
final class OperationCount {

    /** Operations of the part itself and the parts that are counted for it, which may be none of its arguments. */
    private record Step(int own, List<NaryForm> parts) {}

    private final NaryForms k;
    private final Map<NaryForm, BigInteger> counts = new HashMap<>();

    OperationCount(NaryForms k) {
        this.k = k;
    }

    /** The number of operations, at most {@link WengertList#HUGE}. */
    BigInteger of(NaryForm form) {
        var steps = new HashMap<NaryForm, Step>();
        var open = new ArrayDeque<>(List.of(form));
        while (!open.isEmpty()) {
            NaryForm next = open.peek();
            Step step = steps.computeIfAbsent(next, this::step);
            int before = open.size();
            step.parts.stream().filter(part -> !counts.containsKey(part)).forEach(open::push);
            if (open.size() == before) {
                counts.put(open.pop(), sum(step));
            }
        }
        return counts.get(form);
    }

    private BigInteger sum(Step step) {
        return step.parts.stream()
                .map(counts::get)
                .reduce(BigInteger.valueOf(step.own), BigInteger::add)
                .min(WengertList.HUGE);
    }

    private Step step(NaryForm a) {
        return switch (a.kind) {
            case LEAF -> new Step(0, List.of());
            case NUMBER -> new Step((a.isNegative() ? 1 : 0) + (a.value().isInteger() ? 0 : 1), List.of());
            case SUM -> terms(a.arguments);
            case PRODUCT -> a.isNegative() ? new Step(1, List.of(k.negate(a))) : product(a);
            case POWER -> a.arguments.get(1).is(-1) ? new Step(1, a.arguments.subList(0, 1)) : new Step(1, a.arguments);
            case CALL -> new Step(1, a.arguments);
        };
    }

    private Step terms(List<NaryForm> terms) {
        int signs = terms.stream().allMatch(NaryForm::isNegative) ? 1 : 0;
        return new Step(
                terms.size() - 1 + signs,
                terms.stream().map(t -> t.isNegative() ? k.negate(t) : t).toList());
    }

    private Step product(NaryForm a) {
        var above = new ArrayList<NaryForm>();
        var below = new ArrayList<NaryForm>();
        for (NaryForm factor : a.factors()) {
            boolean divides =
                    factor.kind == Kind.POWER && factor.arguments.get(1).isNegative();
            (divides ? below : above).add(divides ? k.over(k.constant(1), factor) : factor);
        }
        above.add(k.number(a.coefficient().numerator()));
        below.add(k.number(a.coefficient().denominator()));
        NaryForm numerator = k.product(above);
        NaryForm denominator = k.product(below);
        if (numerator.kind == Kind.NUMBER) {
            return new Step(1, List.of(denominator));
        }
        if (denominator.kind == Kind.NUMBER) {
            return denominator.is(1) ? new Step(a.arguments.size() - 1, a.arguments) : new Step(1, List.of(numerator));
        }
        return new Step(1, List.of(numerator, denominator));
    }
}
