package tridiff.wengert.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import tridiff.wengert.OpKind;

/**
 * A method of operations one behind the other. Within it a value that is used once stays on the stack and any other in a local
 * variable; what other methods need goes to the workspace.
 */
final class StraightCode extends MethodCode {

    /** Lines after which a value from outside is better fetched again: the JVM would spill it, which is a store more. */
    private static final int STALE = 10;

    /** A local variable. */
    private record Held(int local, int since) {}

    private final Map<Integer, Held> held = new HashMap<>(); // values that this method has in local variables
    private int written; // lines

    StraightCode(ByteCode whole, CodePlan plan, MethodVisitor code) {
        super(whole, plan, code);
    }

    /** Writes operations; returns the length of the method in bytes. */
    int write(int[] lines) {
        for (int line : lines) {
            if (!plan.isInlined(line)) {
                line(line);
            }
        }
        return end();
    }

    /** Writes a line that is not part of another: to the results, the workspace and a local variable, as it is needed. */
    private void line(int i) {
        int result = plan.resultOf(i);
        written++;
        if (list.kind(i) == OpKind.LOOP) {
            if (list.beginsLoop(i)) {
                loop(i);
            }
            if (result >= 0) {
                keep(RESULTS, result, () -> value(i));
            }
            return;
        }
        boolean leaves = plan.leaves(i);
        if (plan.isUsedInItsMethod(i) || leaves && result >= 0) {
            operation(i);
            int own = store();
            held.put(i, new Held(own, Integer.MAX_VALUE));
            if (result >= 0) {
                keep(RESULTS, result, () -> code.visitVarInsn(Opcodes.DLOAD, own));
            }
            if (leaves) {
                keep(WORKSPACE, i, () -> code.visitVarInsn(Opcodes.DLOAD, own));
            }
        } else {
            keep(leaves ? WORKSPACE : RESULTS, leaves ? i : result, () -> operation(i));
        }
    }

    /** A loop takes what it needs from the workspace, and leaves its results there. */
    private void loop(int i) {
        LoopRunner runner = plan.s.loopAt(i);
        for (int argument : runner.arguments()) {
            if (list.kind(argument) == OpKind.INPUT) {
                keep(WORKSPACE, argument, () -> value(argument));
            }
        }
        function(runner, ByteCode.LOOP);
        code.visitVarInsn(Opcodes.ALOAD, WORKSPACE);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, ByteCode.LOOP, "run", "([D)V", false);
    }

    /** Copies the results that no method stores. */
    void copy() {
        for (int array : new int[] {INPUTS, WORKSPACE, RESULTS}) {
            List<CodePlan.Copy> own =
                    plan.copies().stream().filter(c -> c.array() == array).toList();
            if (!own.isEmpty()) {
                code.visitVarInsn(Opcodes.ALOAD, array);
                function(own.stream().mapToInt(CodePlan.Copy::place).toArray(), "[I");
                code.visitVarInsn(Opcodes.ALOAD, RESULTS);
                function(own.stream().mapToInt(CodePlan.Copy::result).toArray(), "[I");
                code.visitMethodInsn(Opcodes.INVOKESTATIC, ByteCode.NAME, "copy", "([D[I[D[I)V", false);
            }
        }
        end();
    }

    private void keep(int array, int index, Runnable value) {
        code.visitVarInsn(Opcodes.ALOAD, array);
        integer(index);
        value.run();
        code.visitInsn(Opcodes.DASTORE);
    }

    @Override
    void operand(int line, int operand) {
        int argument = list.operand(line, operand);
        if (plan.isInlined(argument) && plan.areInOneMethod(argument, line)) {
            operation(argument);
        } else {
            value(argument);
        }
    }

    private void value(int i) {
        if (!plan.s.varies[i]) {
            number(i);
        } else if (held.containsKey(i) && written - held.get(i).since < STALE) {
            code.visitVarInsn(Opcodes.DLOAD, held.get(i).local);
        } else {
            fetch(i);
        }
    }

    /** A value from outside, kept in a local variable for a while: stores would make the JVM load it again for each use. */
    private void fetch(int i) {
        boolean isInput = list.kind(i) == OpKind.INPUT;
        element(isInput ? INPUTS : WORKSPACE, isInput ? plan.number(i) : plan.place(i));
        code.visitInsn(Opcodes.DUP2);
        held.put(i, new Held(store(), written));
    }
}
