package tridiff.wengert.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.RerolledLoop.Path;

/**
 * What the byte code of a list will look like: which operations go to which method, which values wait on the stack, and where those
 * are kept that other methods need.
 */
final class CodePlan {

    /** With more operations to be written, a list is left to the interpreter: code gains nothing once it leaves the instruction cache. */
    private static final int MOST_OPERATIONS = 20_000;

    private static final int LEAST_STRETCH = 1_000; // operations that are better written as a loop than out
    private static final int LEAST_STRETCH_OF_MANY = 64; // where too many would still be written
    private static final int DEEPEST = 12; // operands waiting on the stack

    /** What one method holds. */
    sealed interface Part {

        /** How many operations are written. */
        int written();
    }

    /** Operations one behind the other. */
    record Straight(int[] lines) implements Part {
        @Override
        public int written() {
            return lines.length;
        }
    }

    /**
     * A loop.
     *
     * @param results by position, those that its repetitions store; null if they store none
     */
    record Rerolled(RerolledLoop stretch, Path[] results) implements Part {
        @Override
        public int written() {
            return stretch.period;
        }
    }

    /**
     * A result that is copied at the end.
     *
     * @param array the local variable with the array that it is taken from
     */
    record Copy(int array, int place, int result) {}

    final ExecutionPlan s;
    final WengertList list;
    private final int perMethod;
    private final int[] order; // the lines of the operations
    private final int[] number; // of a line among the operations, or of an input among the inputs
    private final List<Part> parts = new ArrayList<>();
    private final int[] partOf; // that holds a line
    private final boolean[] isInlined;
    private final boolean[] leaves; // is needed by another part
    private final boolean[] isUsedInItsMethod;
    private final int[] result; // that a line is, the first if it is several, + 1
    private final List<Copy> copies = new ArrayList<>();
    private int places; // that the workspace must have

    /**
     * Plans.
     *
     * @param perMethod operations written into one method
     */
    CodePlan(ExecutionPlan s, int perMethod) {
        this.s = s;
        this.perMethod = perMethod;
        this.list = s.list;
        int[] inOrder = s.operations();
        List<RerolledLoop> stretches = stretches(s, inOrder);
        this.order = stretches.isEmpty() ? s.operationsSideBySide() : inOrder;
        this.number = s.numbers(order);
        this.partOf = new int[list.size()];
        this.isInlined = new boolean[list.size()];
        this.leaves = new boolean[list.size()];
        this.isUsedInItsMethod = new boolean[list.size()];
        this.result = new int[list.size()];
        for (int i = list.outputCount() - 1; i >= 0; i--) {
            result[list.output(i)] = i + 1;
        }
        this.places = list.size();
        Arrays.fill(partOf, -1);
        divide(stretches);
        for (Part part : parts) {
            if (part instanceof Straight straight) {
                chooseInlined(straight.lines);
            } else if (part instanceof Rerolled rerolled) {
                keepOperands(rerolled.stretch);
            }
        }
        for (Part part : parts) {
            if (part instanceof Rerolled rerolled) {
                chooseResults(rerolled);
            }
        }
        chooseCopies();
    }

    /** Long ones; short ones, too, if they are needed to leave few enough operations. */
    private static List<RerolledLoop> stretches(ExecutionPlan s, int[] order) {
        List<RerolledLoop> stretches = LoopRerolling.of(s, order, LEAST_STRETCH);
        return written(order, stretches) <= MOST_OPERATIONS
                ? stretches
                : LoopRerolling.of(s, order, LEAST_STRETCH_OF_MANY);
    }

    private static int written(int[] order, List<RerolledLoop> stretches) {
        return order.length
                - stretches.stream()
                        .mapToInt(stretch -> stretch.size() - stretch.period)
                        .sum();
    }

    /** Whether there are few enough operations to be written. */
    boolean isShortEnough() {
        int written = parts.stream().mapToInt(Part::written).sum();
        return written > 0 && written <= MOST_OPERATIONS;
    }

    /** Makes parts of the list: its stretches, and what is between them. */
    private void divide(List<RerolledLoop> stretches) {
        int from = 0;
        for (RerolledLoop stretch : stretches) {
            divide(from, stretch.first);
            from = stretch.first + stretch.size();
            Arrays.stream(order, stretch.first, from).forEach(line -> partOf[line] = parts.size());
            parts.add(new Rerolled(stretch, new Path[stretch.period]));
        }
        divide(from, order.length);
    }

    private void divide(int from, int to) {
        for (int i = from; i < to; i += perMethod) {
            int[] lines = Arrays.copyOfRange(order, i, Math.min(to, i + perMethod));
            Arrays.stream(lines).forEach(line -> partOf[line] = parts.size());
            parts.add(new Straight(lines));
        }
    }

    /** Decides which values wait on the stack for the only operation that needs them, and which must be left for other methods. */
    private void chooseInlined(int[] lines) {
        int[] depth = new int[lines.length];
        int first = lines[0];
        for (int n = 0; n < lines.length; n++) {
            int i = lines[n];
            if (list.kind(i) == OpKind.LOOP) {
                for (int argument : list.arguments(i)) {
                    leave(argument);
                }
                continue;
            }
            for (int operand = 0; operand < list.operands(i); operand++) {
                int argument = list.operand(i, operand);
                if (!areInOneMethod(argument, i)) {
                    leave(argument);
                    depth[n] = Math.max(depth[n], operand + 1);
                    continue;
                }
                int below = depth[number[argument] - number[first]];
                isUsedInItsMethod[argument] = true;
                isInlined[argument] = s.isUsedOnce(argument) && below + operand < DEEPEST;
                depth[n] = Math.max(depth[n], operand + (isInlined[argument] ? below : 1));
            }
        }
    }

    /** What the repetitions of a stretch need from others, it and all others must leave for them. */
    private void keepOperands(RerolledLoop stretch) {
        for (int position = 0; position < stretch.period; position++) {
            for (int operand = 0; operand < list.operands(stretch.line(position, 0)); operand++) {
                RerolledLoop.Source source = stretch.source(position, operand);
                for (int k = 0; k < stretch.count; k++) {
                    int argument = list.operand(stretch.line(position, k), operand);
                    if (!areInOneMethod(argument, stretch.line(position, k))) {
                        leave(argument);
                    } else if (source == RerolledLoop.Source.PLACE) {
                        stretch.keepEach(number[argument]); // it may be needed before the loop ends
                    }
                }
            }
        }
    }

    /** Says that an operation is needed by another method. */
    private void leave(int line) {
        if (s.isOperation(line)) {
            leaves[line] = true;
            if (parts.get(partOf[line]) instanceof Rerolled rerolled) {
                rerolled.stretch.keep(number[line]);
            }
        }
    }

    /** Where every repetition has a result of a position, it stores it itself; other results are copied at the end. */
    private void chooseResults(Rerolled part) {
        RerolledLoop stretch = part.stretch;
        for (int position = 0; position < stretch.period; position++) {
            int[] each = new int[stretch.count];
            for (int k = 0; k < stretch.count; k++) {
                each[k] = resultOf(stretch.line(position, k));
            }
            if (Arrays.stream(each).noneMatch(result -> result < 0)) {
                part.results[position] = Path.through(each);
                continue;
            }
            for (int k = 0; k < stretch.count; k++) {
                if (each[k] >= 0) {
                    stretch.keep(number[stretch.line(position, k)]);
                }
            }
        }
        places = stretch.arrange(places);
    }

    private void chooseCopies() {
        for (int i = 0; i < list.outputCount(); i++) {
            int line = list.output(i);
            if (s.varies[line] && resultOf(line) < i) {
                copies.add(new Copy(MethodCode.RESULTS, resultOf(line), i));
            } else if (list.kind(line) == OpKind.INPUT) {
                copies.add(new Copy(MethodCode.INPUTS, number[line], i));
            } else if (s.isOperation(line)) {
                if (parts.get(partOf[line]) instanceof Rerolled rerolled
                        && rerolled.results[rerolled.stretch.positionOf(number[line])] == null) {
                    copies.add(new Copy(MethodCode.WORKSPACE, place(line), i));
                }
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    List<Copy> copies() {
        return copies;
    }

    /** How many places the workspace must have. */
    int places() {
        return places;
    }

    boolean areInOneMethod(int line, int other) {
        return partOf[line] == partOf[other];
    }

    boolean isInlined(int line) {
        return isInlined[line];
    }

    boolean leaves(int line) {
        return leaves[line];
    }

    boolean isUsedInItsMethod(int line) {
        return isUsedInItsMethod[line];
    }

    /** The number of an operation among the operations, or of an input among the inputs. */
    int number(int line) {
        return number[line];
    }

    /** The result that a line is, the first if it is several; -1 if it is none. */
    int resultOf(int line) {
        return result[line] - 1;
    }

    /** Where the value of a line is in the workspace, if it is there. */
    int place(int line) {
        return s.isOperation(line) && parts.get(partOf[line]) instanceof Rerolled rerolled
                ? rerolled.stretch.place(number[line])
                : line;
    }

    Path places(RerolledLoop stretch, int position) {
        return stretch.path(this::place, position);
    }
}
