package tridiff.compare.nary;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tridiff.compare.nary.NaryForm.Kind;
import tridiff.expr.Rational;
import tridiff.wengert.WengertList;

/**
 * A formula with a name for each part that occurs in it more than once, as SymPy's {@code cse} finds them.
 *
 * <p>First every part is written so that more are the same: -(x - y) for y - x, 1/x^2 for x^(-2), and what sums or products have in
 * common put together. Then what is reached twice gets a name. After SymPy 1.14: {@code opt_cse} and {@code tree_cse}, in canonical
 * order and without further optimizations.
 */
final class CommonParts {

    /** Formulas with more arguments, all distinct parts together, are not searched: pairs of parts are compared. */
    static final int MOST_ARGUMENTS = 20_000;

    /** A name and what it stands for, in names before it. */
    record Named(NaryForm name, NaryForm value) {}

    private record Visit(NaryForm form, boolean isDone) {}

    private final NaryForms k;
    private final WrittenOrder order;
    private final Map<NaryForm, NaryForm> rewritten = new HashMap<>();
    private final Set<NaryForm> repeated = new HashSet<>();
    private final Map<NaryForm, NaryForm> rebuilt = new HashMap<>();
    private final List<Named> named = new ArrayList<>();
    private final Set<NaryForm> leaves = new HashSet<>();
    private final NaryForm rest;
    private int names;

    private CommonParts(NaryForms k, WrittenOrder order, NaryForm form) {
        this.k = k;
        this.order = order;
        form.parts().stream().filter(part -> part.arguments.isEmpty()).forEach(leaves::add);
        rewrite(form);
        findRepeated(form);
        walk(form, new HashSet<>(), this::ordered, this::rebuild);
        rest = rebuilt.getOrDefault(form, form);
    }

    /** The formula with its common parts named; empty for one with more than {@link #MOST_ARGUMENTS}. */
    static Optional<CommonParts> of(NaryForms k, WrittenOrder order, NaryForm form) {
        int size = form.parts().stream().mapToInt(part -> part.arguments.size()).sum();
        return size > MOST_ARGUMENTS ? Optional.empty() : Optional.of(new CommonParts(k, order, form));
    }

    /** The parts with a name, in the order in which they can be computed. */
    List<Named> named() {
        return named;
    }

    /** What is left of the formula. */
    NaryForm rest() {
        return rest;
    }

    /** Operations of all parts with a name and of what is left. */
    BigInteger operations() {
        var count = new OperationCount(k);
        return named.stream()
                .map(part -> count.of(part.value))
                .reduce(count.of(rest), BigInteger::add)
                .min(WengertList.HUGE);
    }

    /** Visits all parts that have arguments, each once, after its arguments from the first to the last. */
    private static void walk(
            NaryForm root,
            Set<NaryForm> seen,
            Function<NaryForm, List<NaryForm>> arguments,
            Consumer<NaryForm> visitor) {
        var open = new ArrayDeque<>(List.of(new Visit(root, false)));
        while (!open.isEmpty()) {
            Visit next = open.pop();
            if (next.isDone) {
                visitor.accept(next.form);
            } else if (!next.form.arguments.isEmpty() && seen.add(next.form)) {
                open.push(new Visit(next.form, true));
                List<NaryForm> inner = arguments.apply(next.form);
                for (int i = inner.size() - 1; i >= 0; i--) {
                    open.push(new Visit(inner.get(i), false));
                }
            }
        }
    }

    private void rewrite(NaryForm root) {
        var seen = new HashSet<NaryForm>();
        var sums = new LinkedHashSet<NaryForm>();
        var products = new LinkedHashSet<NaryForm>();
        walk(root, seen, form -> form.arguments, form -> {
            NaryForm positive = positive(form);
            seen.add(positive);
            switch (positive.kind) {
                case SUM -> sums.add(positive);
                case PRODUCT -> products.add(positive);
                case POWER -> aboveBar(positive);
                default -> {}
            }
        });
        rewritten.putAll(SharedArguments.of(k, Kind.SUM, sums));
        rewritten.putAll(SharedArguments.of(k, Kind.PRODUCT, products));
    }

    /** The form without its sign, which is written before it; the form itself where it has none. */
    private NaryForm positive(NaryForm form) {
        if (!hasMinus(form)) {
            return form;
        }
        NaryForm positive = k.negate(form);
        if (positive.arguments.isEmpty()) {
            return form;
        }
        rewritten.put(form, k.unevaluated(Kind.PRODUCT, List.of(k.number(Rational.MINUS_ONE), positive)));
        return positive;
    }

    /** Of a sum and its negative one has a minus: the one with more negative terms, else the one that is ordered first. */
    private boolean hasMinus(NaryForm form) {
        if (form.kind != Kind.SUM) {
            return form.isNegative();
        }
        long negative = form.arguments.stream().filter(NaryForm::isNegative).count();
        long positive = form.arguments.size() - negative;
        return negative > positive || negative == positive && order.compare(form, k.negate(form)) < 0;
    }

    private void aboveBar(NaryForm power) {
        NaryForm exponent = power.arguments.get(1);
        if (exponent.isNegative()) {
            NaryForm inverse = k.power(power.arguments.get(0), exponent.value().negate());
            rewritten.put(power, k.unevaluated(Kind.POWER, List.of(inverse, k.number(Rational.MINUS_ONE))));
        }
    }

    private void findRepeated(NaryForm root) {
        var seen = new HashSet<NaryForm>();
        var open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            NaryForm next = open.pop();
            if (seen.add(next)) {
                rewritten.getOrDefault(next, next).arguments.forEach(open::push);
            } else if (!next.arguments.isEmpty()) {
                repeated.add(next);
            }
        }
    }

    /** The order in which parts get their names: of a sum or product as it was, those of smaller trees first. */
    private List<NaryForm> ordered(NaryForm form) {
        NaryForm written = rewritten.getOrDefault(form, form);
        boolean isSorted = written.isEvaluated && (written.kind == Kind.SUM || written.kind == Kind.PRODUCT);
        return isSorted
                ? written.arguments.stream()
                        .sorted(Comparator.<NaryForm, BigInteger>comparing(a -> a.tree)
                                .thenComparing(order))
                        .toList()
                : written.arguments;
    }

    private void rebuild(NaryForm form) {
        NaryForm written = rewritten.getOrDefault(form, form);
        NaryForm value = k.again(
                written,
                written.arguments.stream().map(a -> rebuilt.getOrDefault(a, a)).toList());
        if (repeated.contains(form)) {
            NaryForm name = freshName();
            named.add(new Named(name, value));
            rebuilt.put(form, name);
        } else {
            rebuilt.put(form, value);
        }
    }

    private NaryForm freshName() {
        NaryForm name;
        do {
            name = k.variable("x" + names++);
        } while (leaves.contains(name));
        return name;
    }
}
