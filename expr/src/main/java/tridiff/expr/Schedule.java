package tridiff.expr;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What an executor must know of a list before it begins: which lines vary, who uses them, and the values of those that do not. */
final class Schedule {

    final WengertList list;
    final boolean[] varies;
    final int[] uses; // by other lines that vary, and as results
    final int[] inputs; // the line of each input
    private final Map<Integer, LoopRunner> loops = new HashMap<>();
    final double[] fixed; // the values of the lines that do not vary

    Schedule(WengertList list) {
        this.list = list;
        boolean[] all = new boolean[list.inputCount()];
        Arrays.fill(all, true);
        this.varies = list.dependsOn(all);
        this.uses = new int[list.size()];
        this.inputs = new int[list.inputCount()];
        this.fixed = new double[list.size()];
        int input = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.kinds[i] == Line.INPUT) {
                inputs[input++] = i;
            } else if (varies[i]) {
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
        return switch (list.kinds[i]) {
            case CONSTANT -> list.constant(i).doubleValue();
            case UNARY -> ((Unary) list.what[i]).of(fixed[list.a[i]]);
            case BINARY -> ((Binary) list.what[i]).of(fixed[list.a[i]], fixed[list.b[i]]);
            case CHOICE -> Real.choose(fixed[list.a[i]], fixed[list.b[i]], fixed[list.c[i]]);
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
        return varies[line] && list.kinds[line] != Line.INPUT;
    }

    /** What runs the loop that begins at a line. */
    LoopRunner loopAt(int first) {
        return loops.computeIfAbsent(first, line -> {
            int[] results = new int[list.loop(first).results()];
            Arrays.fill(results, -1);
            for (int i = first; i < list.size() && list.what[i] == list.what[first]; i++) {
                results[list.b[i]] = i;
            }
            return new LoopRunner(list.loop(first), list.call(first).arguments(), results);
        });
    }

    Collection<LoopRunner> loops() {
        return loops.values();
    }

    /** Whether a line is such an operation, and only one other line needs its value. */
    boolean isUsedOnce(int line) {
        return isOperation(line) && list.kinds[line] != Line.LOOP && uses[line] == 1;
    }

    boolean is(Operation f, int line) {
        return list.what[line] == f;
    }
}
