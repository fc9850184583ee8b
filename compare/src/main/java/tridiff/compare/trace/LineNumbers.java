package tridiff.compare.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tridiff.expr.Expr;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * The numbers that teachers give to the lines of a list: inputs are v(1-n) … v(0), then v(1), v(2) … in the order of their depth.
 * Lines that depend on no input have none; they are written into the operations that use them.
 */
final class LineNumbers {

    private final WengertList f;
    private final boolean[] varies;
    private final int[] index;
    private final List<Integer> order = new ArrayList<>();

    LineNumbers(WengertList f) {
        this.f = f;
        this.varies = f.dependsOn(f.allInputs());
        this.index = new int[f.size()];
        int[] depth = new int[f.size()]; // the longest way from an input or a number
        var operations = new ArrayList<Integer>();
        for (int i = 0; i < f.size(); i++) {
            if (f.kind(i) == OpKind.INPUT) {
                number(i);
            } else if (varies[i]) {
                for (int argument : f.arguments(i)) {
                    depth[i] = Math.max(depth[i], depth[argument] + 1);
                }
                operations.add(i);
            }
        }
        operations.sort(Comparator.comparingInt(i -> depth[i]));
        operations.forEach(this::number);
    }

    private void number(int line) {
        index[line] = order.size() + 1 - f.inputCount();
        order.add(line);
    }

    /** The lines that have a number, in the order of their numbers. */
    List<Integer> order() {
        return order;
    }

    int of(int line) {
        return index[line];
    }

    boolean varies(int line) {
        return varies[line];
    }

    /** The arguments of a line that vary. */
    List<Integer> varying(int line) {
        return Arrays.stream(f.arguments(line)).filter(this::varies).boxed().toList();
    }

    /** The name of a line, or what it is where it is a number. */
    Expr reference(int line) {
        return has(line) ? Expr.variable(Trace.nameOf(of(line))) : f.expression(line);
    }

    boolean has(int line) {
        return varies[line] || f.kind(line) == OpKind.INPUT;
    }
}
