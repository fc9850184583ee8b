package tridiff.wengert.run;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A stretch of a list in which the same operations come again and again, on operands that move along: what a loop has written.
 *
 * <p>Its operations are told apart by their repetition and their position in it.
 */
final class RerolledLoop {

    /** Where an operand comes from, in every repetition. */
    enum Source {
        /** A number, always the same. */
        NUMBER,
        /** An operation of the same repetition. */
        OWN,
        /** An operation of the repetition before that has not been repeated yet. */
        CARRIED,
        /** An input. */
        INPUT,
        /** A place in the workspace. */
        PLACE
    }

    final int first; // among the operations of the list
    final int period; // operations of one repetition
    final int count; // repetitions
    private final int[] order; // the lines of all operations of the list
    private final Source[][] sources; // by position and operand
    private final boolean[] isKept; // by position: its values are needed from the workspace
    private final boolean[] isKeptAtLast; // its last value is, from outside the stretch
    private final int[] firstPlace; // by position, if it is kept
    private int kept; // positions

    RerolledLoop(int[] order, int first, int period, int count, Source[][] sources) {
        this.order = order;
        this.first = first;
        this.period = period;
        this.count = count;
        this.sources = sources;
        this.isKept = new boolean[period];
        this.isKeptAtLast = new boolean[period];
        this.firstPlace = new int[period];
    }

    int line(int position, int repetition) {
        return order[first + repetition * period + position];
    }

    /** The position of one of its operations, or of one in the repetition before. */
    int positionOf(int operation) {
        return Math.floorMod(operation - first, period);
    }

    /** What the lines of a position are numbered by, along the repetitions. */
    Path path(IntUnaryOperator number, int position) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, k -> number.applyAsInt(line(position, k)));
        return Path.through(numbers);
    }

    Source source(int position, int operand) {
        return sources[position][operand];
    }

    int size() {
        return period * count;
    }

    /** Says that an operation is needed from outside its repetition. */
    void keep(int operation) {
        boolean isLast = operation - first >= size() - period;
        (isLast ? isKeptAtLast : isKept)[positionOf(operation)] = true;
    }

    /** Says that the operations of this position are needed from the workspace in the loop itself. */
    void keepEach(int operation) {
        isKept[positionOf(operation)] = true;
    }

    /** Whether it holds an operation. */
    boolean holds(int operation) {
        return operation >= first && operation < first + size();
    }

    /**
     * Gives places to all that is kept, from this one on; returns the next that is free. The values of one repetition stand side by
     * side.
     */
    int arrange(int place) {
        for (int position = 0; position < period; position++) {
            firstPlace[position] = place + kept;
            kept += isKept[position] || isKeptAtLast[position] ? 1 : 0;
        }
        return place + kept * count;
    }

    boolean isKept(int position) {
        return isKept[position];
    }

    /** Whether of a position only the last value is kept. */
    boolean isOnlyKeptAtLast(int position) {
        return isKeptAtLast[position] && !isKept[position];
    }

    /** The place of an operation that is kept. */
    int place(int operation) {
        return firstPlace[positionOf(operation)] + (operation - first) / period * kept;
    }

    /** Numbers along the repetitions: a first one and a step, or a table where they move otherwise. */
    record Path(int start, int step, int[] table) {

        static Path through(int[] numbers) {
            int step = numbers[1] - numbers[0];
            for (int k = 1; k < numbers.length; k++) {
                if (numbers[k] - numbers[k - 1] != step) {
                    return new Path(0, 0, numbers);
                }
            }
            return new Path(numbers[0], step, null);
        }

        /** The same from the last repetition to the first. */
        Path backwards(int count) {
            int[] turned = new int[table == null ? 0 : count];
            Arrays.setAll(turned, k -> table[count - 1 - k]);
            return table == null ? new Path(start + step * (count - 1), -step, null) : new Path(0, 0, turned);
        }

        boolean standsStill() {
            return table == null && step == 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Path that
                    && start == that.start
                    && step == that.step
                    && Arrays.equals(table, that.table);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * start + step) + Arrays.hashCode(table);
        }

        @Override
        public String toString() {
            return table == null ? start + " + " + step + "k" : "a table of " + table.length;
        }
    }
}
