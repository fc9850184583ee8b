package tridiff.wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Elementary;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.Loop;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * What the way forth through an iteration keeps for the way back, beside its states: values of each repetition that need no adjoint
 * and would take more than one cheap operation to compute again.
 */
final class StoredValues {

    private final Loop adjoint;
    private final WengertList backward; // as the loop has it
    private final boolean[] needsAdjoint;
    private final List<Integer> kept = new ArrayList<>(); // lines of it

    /** Of a way back. */
    StoredValues(Loop adjoint) {
        this.adjoint = adjoint;
        this.backward = adjoint.backward();
        boolean[] adjoints = new boolean[backward.inputCount()];
        for (int i = own(); i < adjoints.length; i++) {
            adjoints[i] = true;
        }
        this.needsAdjoint = backward.dependsOn(adjoints);
        choose();
    }

    /** Index, states and parameters. */
    private int own() {
        return adjoint.body().inputCount();
    }

    private void choose() {
        boolean[] varies = backward.dependsOn(backward.allInputs());
        boolean[] isNeeded = new boolean[backward.size()];
        for (int i = 0; i < backward.size(); i++) {
            for (int argument : needsAdjoint[i] ? backward.arguments(i) : new int[0]) {
                isNeeded[argument] = true;
            }
        }
        for (int output : backward.outputs()) {
            isNeeded[output] = true;
        }
        boolean[] isThere = new boolean[backward.size()]; // on the way back
        for (int i = 0; i < backward.size(); i++) {
            boolean isOperation = varies[i] && backward.kind(i) != OpKind.INPUT;
            isThere[i] = !needsAdjoint[i] && (!isOperation || isNeeded[i]);
            if (isThere[i] && isOperation && !(isCheap(i) && areThere(backward.arguments(i), isThere))) {
                kept.add(i);
            }
        }
    }

    private boolean isCheap(int line) {
        Object f = backward.what(line);
        return f == Arithmetic.PLUS || f == Arithmetic.MINUS || f == Arithmetic.TIMES || f == Elementary.NEGATE;
    }

    private static boolean areThere(int[] lines, boolean[] isThere) {
        return IntStream.of(lines).allMatch(line -> isThere[line]);
    }

    /** Whether another way back through the same iteration can take it, too. */
    boolean isFor(Loop other) {
        return backward.isSameAs(other.backward());
    }

    /** How many numbers are kept for each repetition. */
    int size() {
        return kept.size();
    }

    /** The body of the iteration, whose results are the next states and then what is kept. */
    WengertList forth() {
        var writer = ListBuilder.verbatim();
        var inputs = new ArrayList<>(writer.inputs("v", own()));
        var results = new ArrayList<>(adjoint.body().in(writer, inputs));
        inputs.addAll(Collections.nCopies(backward.inputCount() - own(), null));
        List<Integer> values = backward.sweep(writer, inputs, line -> !needsAdjoint[line], line -> null);
        kept.forEach(line -> results.add(values.get(line)));
        return writer.finish(results);
    }

    /** The way back through one repetition; its inputs are those it had, and then what is kept. */
    WengertList back() {
        var writer = ListBuilder.verbatim();
        List<Integer> inputs = writer.inputs("v", backward.inputCount());
        List<Integer> taken = writer.inputs("t", size());
        List<Integer> values = backward.sweep(writer, inputs, line -> true, line -> {
            int number = kept.indexOf(line);
            return number < 0 ? null : taken.get(number);
        });
        return writer.finish(IntStream.of(backward.outputs()).map(values::get).toArray());
    }
}
