package tridiff.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The backward half of reverse mode, in any algebra: adjoints of all lines, from the result down to the inputs.
 *
 * <p>In a choice only one branch is live. What flows into a branch is masked with its condition after every multiplication, because
 * a zero adjoint times an infinite partial of the branch not taken would be NaN. A line reached on some path without a condition is
 * never masked, so that a derivative that really is undefined stays so.
 */
final class ReverseSweep<T> {

    private final Algebra<T> k;
    private final WengertList list;
    private final List<T> v;
    private final boolean[] depends;
    private final List<T> adjoints;
    private final List<T> live; // 1 where the line matters, 0 where it does not; null: always matters

    ReverseSweep(Algebra<T> k, WengertList list, List<T> values, boolean[] depends) {
        this.k = k;
        this.list = list;
        this.v = values;
        this.depends = depends;
        this.adjoints = new ArrayList<>(Collections.nCopies(list.size(), null));
        this.live = new ArrayList<>(Collections.nCopies(list.size(), null));
    }

    void seed(int line) {
        adjoints.set(line, k.constant(1));
    }

    /** The adjoints of all lines; null where a line does not matter. */
    List<T> adjoints() {
        return adjoints;
    }

    /** Hands the adjoint of a line on to its arguments. */
    void pullBack(int i) {
        T w = adjoints.get(i);
        if (w == null || !depends[i]) {
            return;
        }
        int x = list.a[i];
        int y = list.b[i];
        switch (list.kinds[i]) {
            case UNARY -> add(x, i, () -> k.times(w, ((Unary) list.what[i]).derivative(k, v.get(x), v.get(i))));
            case BINARY -> {
                Binary f = (Binary) list.what[i];
                add(x, i, () -> k.times(w, list.partialX(k, i, v)));
                add(y, i, () -> k.times(w, f.partialY(k, v.get(x), v.get(y), v.get(i))));
            }
            case CHOICE -> {
                T zero = k.constant(0);
                add(x, i, () -> w); // a comparison contributes 0, or undefined where its sides are equal
                addBranch(y, i, k.choose(v.get(x), w, zero), v.get(x));
                addBranch(list.c[i], i, k.choose(v.get(x), zero, w), k.choose(v.get(x), zero, k.constant(1)));
            }
            default -> {
                // inputs and constants have no arguments
            }
        }
    }

    private void add(int argument, int from, java.util.function.Supplier<T> contribution) {
        if (depends[argument]) {
            T condition = live.get(from);
            T amount = contribution.get();
            accumulate(argument, condition == null ? amount : k.choose(condition, amount, k.constant(0)), condition);
        }
    }

    private void addBranch(int argument, int from, T amount, T condition) {
        if (depends[argument]) {
            T outer = live.get(from);
            accumulate(argument, amount, outer == null ? condition : k.times(outer, condition));
        }
    }

    private void accumulate(int line, T amount, T condition) {
        T before = adjoints.get(line);
        if (before == null) {
            adjoints.set(line, amount);
            live.set(line, condition);
        } else {
            T other = live.get(line);
            adjoints.set(line, k.plus(before, amount));
            live.set(line, condition == null || other == null ? null : k.apply(Bivariate.MAX, other, condition));
        }
    }
}
