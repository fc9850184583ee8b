package tridiff.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The backward half of reverse mode, in any algebra: adjoints of all lines, from the result down to the inputs.
 *
 * <p>In a choice only one branch is live. What flows into a branch is masked with its condition after every multiplication, because
 * a zero adjoint times an infinite partial of the branch not taken would be NaN. A line reached on some path without a condition is
 * never masked, so that a derivative that really is undefined stays so.
 *
 * <p>Where a {@link Preaccumulation} is given, some local derivatives are written before they are multiplied with an adjoint: fewer
 * operations, and last bits that may differ from those of the plain sweep.
 */
final class ReverseSweep<T> {

    private final Algebra<T> k;
    private final WengertList list;
    private final List<T> v;
    private final boolean[] depends;
    private final List<T> adjoints;
    private final List<T> live; // 1 where the line matters, 0 where it does not; null: always matters
    private final Preaccumulation stretches; // whose derivatives are written first; null: none

    ReverseSweep(Algebra<T> k, WengertList list, List<T> values, boolean[] depends, Preaccumulation stretches) {
        this.k = k;
        this.list = list;
        this.v = values;
        this.depends = depends;
        this.stretches = stretches;
        this.adjoints = new ArrayList<>(Collections.nCopies(list.size(), null));
        this.live = new ArrayList<>(Collections.nCopies(list.size(), null));
    }

    void seed(int line, T seed) {
        accumulate(line, seed, null);
    }

    /** The adjoints of all lines; null where a line does not matter. */
    List<T> adjoints() {
        return adjoints;
    }

    /** Hands the adjoint of a line on to its arguments. */
    void pullBack(int i) {
        if (list.beginsLoop(i)) {
            pullBackLoop(i);
            return;
        }
        T w = adjoints.get(i);
        if (w == null || !depends[i]) {
            return;
        }
        Preaccumulation.Stretch stretch = stretches == null ? null : stretches.endingWith(i);
        if (stretch == null) {
            handOn(i, w);
        } else {
            masked(stretch.entry(), k.times(w, derivative(stretch)), live.get(i));
        }
    }

    /** The derivative of the last line of a stretch by the line before it; leaves all adjoints as they were. */
    private T derivative(Preaccumulation.Stretch stretch) {
        int entry = stretch.entry();
        int last = stretch.lines().get(0);
        T adjoint = adjoints.set(entry, null);
        T condition = live.set(entry, null);
        T ofLast = live.set(last, null);
        handOn(last, k.constant(1));
        for (int line : stretch.lines().subList(1, stretch.lines().size())) {
            pullBack(line);
            adjoints.set(line, null);
        }
        live.set(last, ofLast);
        live.set(entry, condition);
        return adjoints.set(entry, adjoint);
    }

    /** Hands an adjoint of a line on to its arguments. */
    private void handOn(int i, T w) {
        int x = list.a[i];
        int y = list.b[i];
        switch (list.kinds[i]) {
            case UNARY -> {
                if (depends[x]) {
                    T partial = ((Unary) list.what[i]).derivative(k, v.get(x), v.get(i));
                    masked(x, k.times(w, partial), live.get(i));
                }
            }
            case BINARY -> {
                if (depends[x]) {
                    masked(x, k.times(w, list.partialX(k, i, v)), live.get(i));
                }
                if (depends[y]) {
                    T partial = ((Binary) list.what[i]).partialY(k, v.get(x), v.get(y), v.get(i));
                    masked(y, k.times(w, partial), live.get(i));
                }
            }
            case CHOICE -> {
                T zero = k.constant(0);
                if (depends[x]) {
                    masked(x, w, live.get(i)); // a comparison contributes 0, or undefined where its sides are equal
                }
                addBranch(y, i, k.choose(v.get(x), w, zero), v.get(x));
                addBranch(list.c[i], i, k.choose(v.get(x), zero, w), k.choose(v.get(x), zero, k.constant(1)));
            }
            case LOOP -> {
                // its results pull back together, when the first of them is reached
            }
            case INPUT, CONSTANT -> {
                // no arguments
            }
        }
    }

    /** Hands the adjoints of all results of a loop on to its arguments. */
    private void pullBackLoop(int first) {
        Loop loop = list.loop(first);
        int[] arguments = list.call(first).arguments();
        var seeds = new ArrayList<T>(Collections.nCopies(loop.results(), null));
        boolean matters = false;
        T condition = null;
        boolean always = false;
        for (int i = first; i < list.size() && list.what[i] == list.what[first]; i++) {
            T w = depends[i] ? adjoints.get(i) : null;
            seeds.set(list.b[i], w);
            if (w != null) {
                T own = live.get(i);
                always |= own == null;
                condition = !matters ? own : always ? null : k.apply(Bivariate.MAX, condition, own);
                matters = true;
            }
        }
        if (matters) {
            boolean[] wanted = new boolean[arguments.length];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = depends[arguments[i]];
            }
            handOn(loop, arguments, wanted, seeds, condition);
        }
    }

    private void handOn(Loop loop, int[] arguments, boolean[] wanted, List<T> seeds, T condition) {
        List<T> values = Arrays.stream(arguments).mapToObj(v::get).toList();
        switch (loop.kind()) {
            case SUM -> {
                boolean single = loop.results() == 1;
                var all = new ArrayList<>(values);
                if (!single) {
                    seeds.forEach(w -> all.add(w == null ? k.constant(0) : w));
                }
                List<T> sums = k.loop(LoopDerivatives.adjointOfSum(loop, wanted), all);
                int next = 0;
                for (int i = 0; i < wanted.length; i++) {
                    if (wanted[i]) {
                        T partial = sums.get(next++);
                        masked(arguments[i], single ? k.times(seeds.get(0), partial) : partial, condition);
                    }
                }
            }
            case ITERATION -> {
                boolean[] active = LoopDerivatives.activeArguments(loop, wanted);
                var all = new ArrayList<>(values);
                for (int i = 0; i < active.length; i++) {
                    if (i < loop.states || active[i]) {
                        T seed = i < loop.states ? seeds.get(i) : null;
                        all.add(seed == null ? k.constant(0) : seed);
                    }
                }
                List<T> back = k.loop(LoopDerivatives.adjointOfIteration(loop, active), all);
                int next = 0;
                for (int i = 0; i < active.length; i++) {
                    boolean carried = i < loop.states || active[i];
                    if (wanted[i]) {
                        masked(arguments[i], back.get(next), condition);
                    }
                    next += carried ? 1 : 0;
                }
            }
            case ADJOINT ->
                throw new Differentiator.Refusal(
                        "an iteration is differentiated by reverse mode once; the next order takes forward mode");
        }
    }

    private void masked(int argument, T amount, T condition) {
        accumulate(argument, condition == null ? amount : k.choose(condition, amount, k.constant(0)), condition);
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
