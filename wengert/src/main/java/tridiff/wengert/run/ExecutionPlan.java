package tridiff.wengert.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import tridiff.expr.Binary;
import tridiff.expr.Operation;
import tridiff.expr.Real;
import tridiff.expr.Unary;
import tridiff.wengert.Loop;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/** What an executor must know of a list before it begins: which lines vary, who uses them, and the values of those that do not. */
final class ExecutionPlan {

    private static final int NONE = -1;
    private static final int LOOK_AHEAD = 200; // operations a processor may see at a time
    private static final int FEW = 4; // chains

    final WengertList list;
    final boolean[] varies;
    final int[] uses; // by other lines that vary, and as results
    final int[] inputs; // the line of each input
    private final Map<Integer, LoopRunner> loops = new HashMap<>();
    final double[] fixed; // the values of the lines that do not vary

    ExecutionPlan(WengertList list) {
        this.list = list;
        this.varies = list.dependsOn(list.allInputs());
        this.uses = new int[list.size()];
        this.inputs = list.inputLines();
        this.fixed = new double[list.size()];
        for (int i = 0; i < list.size(); i++) {
            if (varies[i]) {
                for (int argument : list.arguments(i)) {
                    uses[argument]++;
                }
            } else {
                fixed[i] = fixed(i);
            }
        }
        for (int i = 0; i < list.outputCount(); i++) {
            uses[list.output(i)]++;
        }
    }

    private double fixed(int i) {
        return switch (list.kind(i)) {
            case CONSTANT -> list.constant(i).doubleValue();
            case UNARY -> ((Unary) list.what(i)).of(fixed[list.operand(i, 0)]);
            case BINARY -> ((Binary) list.what(i)).of(fixed[list.operand(i, 0)], fixed[list.operand(i, 1)]);
            case CHOICE -> Real.choose(fixed[list.operand(i, 0)], fixed[list.operand(i, 1)], fixed[list.operand(i, 2)]);
            case LOOP -> {
                if (list.beginsLoop(i)) {
                    loopAt(i).run(fixed);
                }
                yield fixed[i];
            }
            case INPUT -> throw new IllegalArgumentException("an input is not fixed");
        };
    }

    /** Whether a line is an operation to be carried out in each run. */
    boolean isOperation(int line) {
        return varies[line] && list.kind(line) != OpKind.INPUT;
    }

    /**
     * The lines that are operations, in an order in which they may be carried out: that of the list, but what uses up an operand comes
     * as soon as all its operands are there. So a sum takes its terms as they come, and no value waits longer for it.
     */
    int[] operations() {
        int[] order = new int
                [(int) IntStream.range(0, list.size()).filter(this::isOperation).count()];
        int[] user = onlyUsers();
        boolean[] isDone = new boolean[list.size()];
        int count = 0;
        for (int i = 0; i < list.size(); i++) {
            int line = isOperation(i) && !isDone[i] ? i : NONE;
            while (line != NONE) {
                order[count++] = line;
                isDone[line] = true;
                line = user[line] != NONE && isReady(user[line], isDone) ? user[line] : NONE;
            }
        }
        return order;
    }

    /** The number of each operation in this order, and of each input among the inputs; of other lines their own. */
    int[] numbers(int[] order) {
        int[] numbers = IntStream.range(0, list.size()).toArray();
        for (int i = 0; i < order.length; i++) {
            numbers[order[i]] = i;
        }
        for (int i = 0; i < inputs.length; i++) {
            numbers[inputs[i]] = i;
        }
        return numbers;
    }

    /**
     * The same for straight-line code. Two or three long chains that do not need each other, as the products from the left and from the
     * right in a product's gradient, are carried out side by side: a processor does not look far enough ahead to find the second.
     */
    int[] operationsSideBySide() {
        int[] order = operations();
        int[] level = new int[list.size()]; // operations on the longest way to a line
        int highest = 1;
        for (int line : order) {
            for (int operand = 0; operand < list.operands(line); operand++) {
                level[line] = Math.max(level[line], 1 + level[list.operand(line, operand)]);
            }
            highest = Math.max(highest, level[line]);
        }
        boolean isWorthIt = order.length >= LOOK_AHEAD && order.length < FEW * highest && !list.hasLoops();
        return isWorthIt ? byLevel(order, level, highest) : order;
    }

    /** A counting sort. */
    private static int[] byLevel(int[] order, int[] level, int highest) {
        int[] next = new int[highest + 2];
        for (int line : order) {
            next[level[line] + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[order.length];
        for (int line : order) {
            sorted[next[level[line]]++] = line;
        }
        return sorted;
    }

    /** The only line that uses a line; none for loops, which keep their place. */
    private int[] onlyUsers() {
        int[] user = new int[list.size()];
        Arrays.fill(user, NONE);
        for (int i = 0; i < list.size(); i++) {
            for (int operand = 0; isOperation(i) && operand < list.operands(i); operand++) {
                if (isUsedOnce(list.operand(i, operand))) {
                    user[list.operand(i, operand)] = i;
                }
            }
        }
        return user;
    }

    private boolean isReady(int line, boolean[] isDone) {
        for (int operand = 0; operand < list.operands(line); operand++) {
            int argument = list.operand(line, operand);
            if (isOperation(argument) && !isDone[argument]) {
                return false;
            }
        }
        return true;
    }

    /** What runs the loop that begins at a line. */
    LoopRunner loopAt(int first) {
        return loops.computeIfAbsent(first, line -> {
            int[] results = new int[list.loop(first).results()];
            Arrays.fill(results, -1);
            for (int i = first; i < list.size() && list.what(i) == list.what(first); i++) {
                results[list.operand(i, 1)] = i;
            }
            return new LoopRunner(list.loop(first), list.call(first).arguments(), results);
        });
    }

    /** Lets each way back through an iteration follow that iteration, where the list runs it before; not for runs in lanes. */
    void pairLoops() {
        for (int back = 0; back < list.size(); back++) {
            if (isOperation(back) && list.beginsLoop(back) && list.loop(back).kind() == Loop.Kind.ADJOINT) {
                for (int forth = 0; forth < back; forth++) {
                    if (isOperation(forth) && list.beginsLoop(forth) && isWayForth(forth, back)) {
                        loopAt(back).follow(loopAt(forth));
                    }
                }
            }
        }
    }

    private boolean isWayForth(int forth, int back) {
        int[] arguments = list.call(forth).arguments();
        return list.loop(forth).isWayForthOf(list.loop(back))
                && Arrays.equals(arguments, Arrays.copyOf(list.call(back).arguments(), arguments.length));
    }

    Collection<LoopRunner> loops() {
        return loops.values();
    }

    /** Whether a line is such an operation, and only one other line needs its value. */
    boolean isUsedOnce(int line) {
        return isOperation(line) && list.kind(line) != OpKind.LOOP && uses[line] == 1;
    }

    boolean is(Operation f, int line) {
        return list.what(line) == f;
    }
}
