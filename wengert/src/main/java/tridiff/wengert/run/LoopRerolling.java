package tridiff.wengert.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * Finds the stretches of a list that repeat themselves, in one pass over its operations.
 *
 * <p>The same {@value #WINDOW} operations once more suggest a period, and how far it holds is then followed. From one repetition to the
 * next an operand may stand still or move by so many lines; one that jumps about is looked up in a table. The first and the last
 * repetitions often differ from the others, and stay outside.
 */
final class LoopRerolling {

    private static final int WINDOW = 16; // operations
    private static final int LONGEST_PERIOD =
            100; // operations: a method of 8,000 bytes, if all come from tables and go to results
    private static final int FEWEST_REPETITIONS = 64;
    private static final int FAR = 8; // operations back; an operand that stands still is soon further

    private final ExecutionPlan s;
    private final WengertList list;
    private final int leastSize;
    private final int[] order; // the lines of the operations
    private final int[]
            number; // of an operation among the operations, of an input among the inputs, of anything else its line
    private final int[] keys; // of the operations
    private final List<RerolledLoop> found = new ArrayList<>();
    private int end; // of the last one found

    private LoopRerolling(ExecutionPlan s, int[] order, int leastSize) {
        this.s = s;
        this.list = s.list;
        this.leastSize = leastSize;
        this.order = order;
        this.number = s.numbers(order);
        this.keys = new int[order.length];
        Arrays.setAll(keys, this::key);
    }

    /**
     * The stretches of a list in their order; none of a list with loops, since its writer has said what is repeated.
     *
     * @param order the lines of its operations
     * @param leastSize how many operations make it worth a loop
     */
    static List<RerolledLoop> of(ExecutionPlan s, int[] order, int leastSize) {
        var stretches = new LoopRerolling(s, order, leastSize);
        if (!s.list.hasLoops()) {
            stretches.search();
        }
        return stretches.found;
    }

    private void search() {
        int[] seen = new int[4 * Integer.highestOneBit(Math.max(WINDOW, order.length))]; // ends of windows, by hash
        int power = 1;
        for (int i = 0; i < WINDOW; i++) {
            power *= 31;
        }
        int hash = 0;
        int refutedPeriod = 0;
        int refutedEnd = 0;
        for (int i = 0; i < order.length; i++) {
            hash = 31 * hash + keys[i] - (i < WINDOW ? 0 : power * keys[i - WINDOW]);
            int slot = hash * 0x9E3779B9 >>> 1 & seen.length - 1;
            int period = i - seen[slot];
            int start = i + 1 - WINDOW - period;
            seen[slot] = i;
            boolean refuted = period == refutedPeriod && i < refutedEnd;
            if (period <= LONGEST_PERIOD && start >= end && !refuted && !take(start, period)) {
                refutedPeriod = period;
                refutedEnd = endOfPeriod(start, period);
            }
        }
    }

    /** What an operation does and where its operands come from. */
    private int key(int operation) {
        int line = order[operation];
        int key = list.what(line) == null ? 1 : System.identityHashCode(list.what(line));
        for (int operand = 0; operand < list.operands(line); operand++) {
            key = 31 * key + origin(operation, list.operand(line, operand));
        }
        return key;
    }

    /** How many operations back an operand is, up to {@link #FAR}; 0 for an input, -1 for a number. */
    private int origin(int operation, int argument) {
        if (s.isOperation(argument)) {
            return Math.min(operation - number[argument], FAR);
        }
        return s.varies[argument] ? 0 : -1;
    }

    private int endOfPeriod(int start, int period) {
        int i = start + period;
        while (i < order.length && keys[i] == keys[i - period] && areOneOperation(order[i], order[i - period])) {
            i++;
        }
        return i;
    }

    /** Keys of different operations may be equal by chance. */
    private boolean areOneOperation(int line, int other) {
        return list.kind(line) == list.kind(other) && list.what(line) == list.what(other);
    }

    /** Takes what repeats itself from there on, if that is long enough. */
    private boolean take(int start, int period) {
        int count = (endOfPeriod(start, period) - start) / period;
        if (!isWorthIt(period, count)) {
            return false;
        }
        var alike = new Alike(count);
        for (int i = 0; i < period; i++) {
            for (int operand = 0; operand < list.operands(order[start + i]); operand++) {
                alike.narrow(operand(start + i, operand, period, count));
            }
        }
        int repetitions = alike.to - alike.from;
        if (!isWorthIt(period, repetitions) || repetitions < alike.least) {
            return false;
        }
        int first = start + alike.from * period;
        found.add(new RerolledLoop(order, first, period, repetitions, sources(first, period, repetitions)));
        end = first + period * repetitions;
        return true;
    }

    private boolean isWorthIt(int period, int repetitions) {
        return repetitions >= FEWEST_REPETITIONS && (long) period * repetitions >= leastSize;
    }

    /** The lines that an operation takes as an operand, in each repetition. */
    private int[] operand(int operation, int operand, int period, int count) {
        int[] lines = new int[count];
        Arrays.setAll(lines, k -> list.operand(order[operation + k * period], operand));
        return lines;
    }

    /** The repetitions that are alike, from the middle as far as they go. */
    private final class Alike {
        final int least; // more than that may not differ
        private final int middle;
        int from;
        int to;

        Alike(int count) {
            this.to = count;
            this.middle = count / 2 - 1;
            this.least = count - count / 4;
        }

        /** Leaves out where an operand moves otherwise, or at least where it is of another kind. */
        void narrow(int[] lines) {
            IntPredicate isOfOneKind = k -> areOfOneKind(lines[k], lines[k + 1]);
            int step = step(lines, middle);
            if (!narrow(k -> isOfOneKind.test(k) && step(lines, k) == step) && !narrow(isOfOneKind)) {
                to = from; // nothing is alike
            }
        }

        /** Stays where each repetition is linked to the next, unless that leaves too few. */
        private boolean narrow(IntPredicate isLinked) {
            int low = middle;
            while (low > from && isLinked.test(low - 1)) {
                low--;
            }
            int high = middle + 1;
            while (high < to && isLinked.test(high - 1)) {
                high++;
            }
            boolean enough = high - low >= least;
            if (enough) {
                from = low;
                to = high;
            }
            return enough;
        }
    }

    /** Whether both are inputs, both operations or both numbers. */
    private boolean areOfOneKind(int line, int other) {
        return s.varies[line] == s.varies[other] && s.isOperation(line) == s.isOperation(other);
    }

    private int step(int[] lines, int k) {
        return number[lines[k + 1]] - number[lines[k]];
    }

    private RerolledLoop.Source[][] sources(int first, int period, int count) {
        var sources = new RerolledLoop.Source[period][];
        for (int i = 0; i < period; i++) {
            sources[i] = new RerolledLoop.Source[list.operands(order[first + i])];
            for (int operand = 0; operand < sources[i].length; operand++) {
                sources[i][operand] = source(first + i, i, operand(first + i, operand, period, count), period);
            }
        }
        return sources;
    }

    private RerolledLoop.Source source(int operation, int position, int[] lines, int period) {
        int line = lines[0];
        if (list.kind(line) == OpKind.INPUT) {
            return RerolledLoop.Source.INPUT;
        }
        if (!s.varies[line]) {
            return Arrays.stream(lines).allMatch(l -> l == line)
                    ? RerolledLoop.Source.NUMBER
                    : RerolledLoop.Source.PLACE;
        }
        int back = operation - number[line];
        for (int k = 0; k < lines.length; k++) {
            if (operation + k * period - number[lines[k]] != back) {
                return RerolledLoop.Source.PLACE;
            }
        }
        return back <= position
                ? RerolledLoop.Source.OWN
                : back <= period ? RerolledLoop.Source.CARRIED : RerolledLoop.Source.PLACE;
    }
}
