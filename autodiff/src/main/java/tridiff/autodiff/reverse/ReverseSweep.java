package tridiff.autodiff.reverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tridiff.expr.Algebra;
import tridiff.expr.Binary;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Refusal;
import tridiff.expr.Unary;
import tridiff.expr.said.Said;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopTangents;
import tridiff.wengert.OpKind;
import tridiff.wengert.StructuralZeros;
import tridiff.wengert.WengertList;

/**
 * The backward half of reverse mode, in any algebra: adjoints of all lines, from the result down to the inputs.
 *
 * <p>A line that only steps, and the condition of a choice, has no adjoint: it is constant, unless it jumps. What it hands on instead is
 * that 0 or undefined, which no rule on the way multiplies.
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
    private final StructuralZeros<T> zeros;
    private final WengertList list;
    private final List<T> v;
    private final boolean[] depends; // on what is differentiated by
    private final boolean[] moves; // with it, and does not only step
    private final List<T> adjoints;
    private final List<T> jumps; // 0 or undefined, of the lines above; null where none of them jumps
    private final boolean[] used; // by a line that matters, though without an adjoint
    private final List<T> live; // 1 where the adjoint of a line matters, 0 where it does not; null: always
    private final List<T> watched; // 1 where it matters whether the line jumps, 0 where it does not; null: always
    private Preaccumulation regions; // whose derivatives are written first; null: none

    /** A sweep towards these inputs. */
    ReverseSweep(Algebra<T> k, WengertList list, List<T> values, boolean[] wanted) {
        this(k, list, values, list.dependsOn(wanted), list.movesWith(wanted));
    }

    private ReverseSweep(Algebra<T> k, WengertList list, List<T> values, boolean[] depends, boolean[] moves) {
        this.k = k;
        this.zeros = new StructuralZeros<>(k);
        this.list = list;
        this.v = values;
        this.depends = depends;
        this.moves = moves;
        this.adjoints = new ArrayList<>(Collections.nCopies(list.size(), null));
        this.jumps = new ArrayList<>(Collections.nCopies(list.size(), null));
        this.used = new boolean[list.size()];
        this.live = new ArrayList<>(Collections.nCopies(list.size(), null));
        this.watched = new ArrayList<>(Collections.nCopies(list.size(), null));
    }

    /** A sweep that visits these lines alone, each of them as if it could change by itself. */
    static <T> ReverseSweep<T> ofLines(Algebra<T> k, WengertList list, List<T> values, boolean[] lines) {
        return new ReverseSweep<>(k, list, values, lines, lines);
    }

    /** The same with some local derivatives written first. */
    ReverseSweep<T> withPreaccumulation() {
        regions = new Preaccumulation(list, depends, moves);
        return this;
    }

    void seed(int line, T seed) {
        if (moves[line]) {
            accumulate(line, seed, null);
        } else {
            use(line, null);
        }
    }

    /** Sweeps from a line down to the inputs, and yields the adjoints of all lines; null where a line does not matter. */
    List<T> from(int last) {
        for (int i = last; i >= 0; i--) {
            if (list.beginsLoop(i)) {
                pullBackLoop(i);
            } else if (depends[i] && list.kind(i) != OpKind.LOOP) {
                pullBack(i);
                jumpBack(i);
            }
            if (list.kind(i) != OpKind.LOOP) {
                adjoints.set(i, zeros.sum(adjoints.get(i), jumps.get(i)));
            }
        }
        return adjoints;
    }

    /** Hands the adjoint of a line on to its arguments. */
    private void pullBack(int i) {
        T w = adjoints.get(i);
        if (w == null) {
            return;
        }
        Preaccumulation.Region region = regions == null ? null : regions.endingWith(i);
        if (region == null) {
            handOn(i, w);
        } else {
            masked(region.entry(), k.times(w, derivative(region)), live.get(i));
        }
    }

    /** The derivative of the last line of a region by the line before it; leaves all adjoints as they were. */
    private T derivative(Preaccumulation.Region region) {
        int entry = region.entry();
        int last = region.lines().get(0);
        T adjoint = adjoints.set(entry, null);
        T condition = live.set(entry, null);
        T ofLast = live.set(last, null);
        handOn(last, k.constant(1));
        for (int line : region.lines().subList(1, region.lines().size())) {
            pullBack(line);
            adjoints.set(line, null);
        }
        live.set(last, ofLast);
        live.set(entry, condition);
        return adjoints.set(entry, adjoint);
    }

    /** Hands an adjoint of a line on to its arguments. */
    private void handOn(int i, T w) {
        int x = list.operand(i, 0);
        int y = list.operand(i, 1);
        switch (list.kind(i)) {
            case UNARY -> {
                if (moves[x]) {
                    T partial = ((Unary) list.what(i)).derivative(k, v.get(x), v.get(i));
                    masked(x, k.times(w, partial), live.get(i));
                }
            }
            case BINARY -> {
                if (moves[x]) {
                    masked(x, k.times(w, list.partialX(k, i, v)), live.get(i));
                }
                if (moves[y]) {
                    T partial = ((Binary) list.what(i)).partialY(k, v.get(x), v.get(y), v.get(i));
                    masked(y, k.times(w, partial), live.get(i));
                }
            }
            case CHOICE -> {
                T zero = k.constant(0);
                addBranch(y, i, k.choose(v.get(x), w, zero), truth(x));
                addBranch(list.operand(i, 2), i, k.choose(v.get(x), zero, w), k.choose(v.get(x), zero, k.constant(1)));
            }
            case LOOP -> {
                // its results pull back together, when the first of them is reached
            }
            case INPUT, CONSTANT -> {
                // no arguments
            }
        }
    }

    /** Tells the arguments of a line that matters whether it jumps, or a line above it. */
    private void jumpBack(int i) {
        T jump = jumps.get(i);
        if (!matters(i)) {
            return;
        }
        T condition = matteringWhere(i);
        if (list.kind(i) == OpKind.CHOICE) {
            int c = list.operand(i, 0);
            T boundary = moves[c] ? zeros.boundary(v.get(c)) : null;
            jumped(c, zeros.sum(boundary, jump), condition);
            jumpedBranch(list.operand(i, 1), condition, jump, truth(c));
            jumpedBranch(list.operand(i, 2), condition, jump, k.choose(v.get(c), k.constant(0), k.constant(1)));
            return;
        }
        T all = list.mayJump(i) ? zeros.sum(ownJump(i), jump) : jump;
        for (int argument : list.arguments(i)) {
            jumped(argument, all, condition);
        }
    }

    private T ownJump(int i) {
        int x = list.operand(i, 0);
        int y = list.operand(i, 1);
        boolean changes = moves[x] || list.kind(i) == OpKind.BINARY && moves[y];
        return !changes
                ? null
                : list.kind(i) == OpKind.UNARY
                        ? ((Unary) list.what(i)).jump(k, v.get(x), v.get(i))
                        : ((Binary) list.what(i)).jump(k, v.get(x), v.get(y), v.get(i));
    }

    private void jumped(int argument, T jump, T condition) {
        if (!depends[argument]) {
            return;
        }
        if (jump != null) {
            T masked = condition == null ? jump : k.choose(condition, jump, k.constant(0));
            jumps.set(argument, zeros.sum(jumps.get(argument), masked));
        }
        if (!moves[argument] || jump != null) {
            use(argument, condition);
        }
    }

    private void jumpedBranch(int argument, T outer, T jump, T condition) {
        jumped(argument, jump, outer == null ? condition : k.times(outer, condition));
    }

    /** From now on it matters, where the condition holds, whether the line jumps. */
    private void use(int line, T condition) {
        watched.set(line, used[line] ? either(watched.get(line), condition) : condition);
        used[line] = true;
    }

    private boolean matters(int line) {
        return adjoints.get(line) != null || used[line];
    }

    private T matteringWhere(int line) {
        return adjoints.get(line) == null
                ? watched.get(line)
                : used[line] ? either(live.get(line), watched.get(line)) : live.get(line);
    }

    private T either(T condition, T other) {
        return condition == null || other == null ? null : k.apply(Bivariate.MAX, condition, other);
    }

    /** The value of a condition as 1 or 0. */
    private T truth(int condition) {
        boolean is = list.kind(condition) == OpKind.BINARY && list.what(condition) instanceof Comparison;
        return is ? v.get(condition) : k.apply(Comparison.UNEQUAL, v.get(condition), k.constant(0));
    }

    /** Hands the adjoints of all results of a loop on to its arguments. */
    private void pullBackLoop(int first) {
        Loop loop = list.loop(first);
        int[] arguments = list.call(first).arguments();
        var seeds = new ArrayList<T>(Collections.nCopies(loop.results(), null));
        boolean matters = false;
        T condition = null;
        boolean always = false;
        for (int i = first; i < list.size() && list.what(i) == list.what(first); i++) {
            T w = depends[i] ? seedOf(i, loop) : null;
            seeds.set(list.operand(i, 1), w);
            if (w != null) {
                T own = matteringWhere(i);
                always |= own == null;
                condition = !matters ? own : always ? null : k.apply(Bivariate.MAX, condition, own);
                matters = true;
            }
            for (int argument : depends[i] && matters(i) ? arguments : new int[0]) {
                jumped(argument, jumps.get(i), matteringWhere(i));
            }
        }
        if (matters) {
            boolean[] wanted = new boolean[arguments.length];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = moves[arguments[i]];
            }
            handOn(loop, arguments, wanted, seeds, condition);
        }
    }

    /** The adjoint of a result of a loop; 0 where only its jumps matter, which lie somewhere inside. */
    private T seedOf(int line, Loop loop) {
        T w = adjoints.get(line);
        return w == null && used[line] && moves[line] && loop.mayJump() ? k.constant(0) : w;
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
                List<T> sums = LoopAdjoints.ofSum(loop, wanted).in(k, all);
                int next = 0;
                for (int i = 0; i < wanted.length; i++) {
                    if (wanted[i]) {
                        T partial = sums.get(next++);
                        masked(arguments[i], single ? k.times(seeds.get(0), partial) : partial, condition);
                    }
                }
            }
            case ITERATION -> {
                boolean[] active = LoopTangents.activeArguments(loop, wanted);
                var all = new ArrayList<>(values);
                for (int i = 0; i < active.length; i++) {
                    if (i < loop.states() || active[i]) {
                        T seed = i < loop.states() ? seeds.get(i) : null;
                        all.add(seed == null ? k.constant(0) : seed);
                    }
                }
                List<T> back = LoopAdjoints.ofIteration(loop, active).in(k, all);
                int next = 0;
                for (int i = 0; i < active.length; i++) {
                    boolean carried = i < loop.states() || active[i];
                    if (wanted[i]) {
                        masked(arguments[i], back.get(next), condition);
                    }
                    next += carried ? 1 : 0;
                }
            }
            case ADJOINT -> throw new Refusal(Said.of("autodiff.refusal.iteration"));
        }
    }

    private void masked(int argument, T amount, T condition) {
        accumulate(argument, condition == null ? amount : k.choose(condition, amount, k.constant(0)), condition);
    }

    private void addBranch(int argument, int from, T amount, T condition) {
        if (moves[argument]) {
            T outer = live.get(from);
            accumulate(argument, amount, outer == null ? condition : k.times(outer, condition));
        }
    }

    private void accumulate(int line, T amount, T condition) {
        T before = adjoints.get(line);
        T other = live.get(line);
        adjoints.set(line, zeros.sum(before, amount));
        live.set(line, before == null ? condition : either(other, condition));
    }
}
