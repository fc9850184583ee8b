package tridiff.wengert.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import tridiff.wengert.WengertList;

/** A method that is a loop: what is carried from one repetition to the next is in local variables, and the body is written out. */
final class LoopCode extends MethodCode {

    /** What a loop does. */
    enum Way {
        /** Adds up the results of its body. */
        SUM,
        /** Replaces states by the results of its body. */
        FORTH,
        /** The same, and keeps the states before each repetition and what is taped of it. */
        KEEPING,
        /** Replaces adjoints by the results of its body, from the last index to the first, with what was kept. */
        BACK
    }

    /**
     * What is kept of a repetition.
     *
     * @param states how many: the inputs behind the index
     * @param taped how many other numbers ({@link StoredValues}): the last results of the way forth, the last inputs of the way back
     * @param stride how far apart two repetitions are
     */
    record Kept(int states, int taped, int stride) {}

    /** How many numbers a repetition hands to the next. */
    static int carried(WengertList body, Way way, Kept kept) {
        return body.outputCount() - (way == Way.KEEPING ? kept.taped : 0);
    }

    // The local variables that the method begins with, beside the inputs; an index takes two slots.
    private static final int TOTALS = 2;
    private static final int KEPT = 3;
    private static final int FROM = 4;
    private static final int TO = 6;
    private static final int FIRST_FREE = 8;

    private final Way way;
    private final Kept kept;
    private final int firstCarried; // input; in a sum, total
    private final int
            index; // as a double: to convert it anew would, on x86, wait for whatever its register held before
    private final int slot; // of the first state that is kept
    private final int end; // of all slots
    private final int[] carried; // local variables
    private final Map<Integer, Integer> held = new HashMap<>(); // local variables of this repetition's values, by line

    LoopCode(ByteCode whole, CodePlan plan, MethodVisitor code, Way way, Kept kept) {
        super(whole, plan, code, FIRST_FREE);
        this.way = way;
        this.kept = kept;
        this.carried = new int[carried(list, way, kept)];
        this.firstCarried = switch (way) {
            case SUM -> 0;
            case FORTH, KEEPING -> 1;
            case BACK -> list.inputCount() - kept.taped - carried.length;
        };
        index = firstIndex();
        slot = firstSlot();
        end = endOfSlots();
        for (int i = 0; i < carried.length; i++) {
            element(way == Way.SUM ? TOTALS : INPUTS, firstCarried + i);
            carried[i] = store();
        }
    }

    private int firstIndex() {
        code.visitVarInsn(Opcodes.LLOAD, way == Way.BACK ? TO : FROM);
        code.visitInsn(Opcodes.L2D);
        if (way == Way.BACK) {
            code.visitInsn(Opcodes.DCONST_1);
            code.visitInsn(Opcodes.DSUB);
        }
        return store();
    }

    private int firstSlot() {
        if (way == Way.BACK) {
            slotBeforeEnd(1);
        } else {
            integer(0);
        }
        int local = newLocal(1);
        code.visitVarInsn(Opcodes.ISTORE, local);
        return local;
    }

    private int endOfSlots() {
        slotBeforeEnd(0);
        int local = newLocal(1);
        code.visitVarInsn(Opcodes.ISTORE, local);
        return local;
    }

    /** Pushes the slot so many repetitions before the end. */
    private void slotBeforeEnd(int repetitions) {
        code.visitVarInsn(Opcodes.LLOAD, TO);
        code.visitVarInsn(Opcodes.LLOAD, FROM);
        code.visitInsn(Opcodes.LSUB);
        code.visitInsn(Opcodes.L2I);
        integer(repetitions);
        code.visitInsn(Opcodes.ISUB);
        integer(kept.stride);
        code.visitInsn(Opcodes.IMUL);
    }

    /** Writes the loop around these operations. */
    void write(int[] lines) {
        var next = new Label();
        var done = new Label();
        branchTarget(next);
        leaveIfDone(done);
        if (way == Way.KEEPING) {
            keepStates();
        }
        for (int line : lines) {
            if (!plan.isInlined(line)) {
                operation(line);
                held.put(line, store());
            }
        }
        if (way == Way.KEEPING) {
            keepTaped();
        }
        carryOn();
        count();
        code.visitJumpInsn(Opcodes.GOTO, next);
        branchTarget(done);
        for (int i = 0; i < carried.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, way == Way.SUM ? TOTALS : INPUTS);
            integer(firstCarried + i);
            code.visitVarInsn(Opcodes.DLOAD, carried[i]);
            code.visitInsn(Opcodes.DASTORE);
        }
        end();
    }

    /** By the slot, where there are some: with an int as a counter HotSpot checks before the loop that all are within the array. */
    private void leaveIfDone(Label done) {
        switch (way) {
            case BACK -> {
                code.visitVarInsn(Opcodes.ILOAD, slot);
                code.visitJumpInsn(Opcodes.IFLT, done);
            }
            case KEEPING -> {
                code.visitVarInsn(Opcodes.ILOAD, slot);
                code.visitVarInsn(Opcodes.ILOAD, end);
                code.visitJumpInsn(Opcodes.IF_ICMPGE, done);
            }
            case SUM, FORTH -> {
                code.visitVarInsn(Opcodes.LLOAD, FROM);
                code.visitVarInsn(Opcodes.LLOAD, TO);
                code.visitInsn(Opcodes.LCMP);
                code.visitJumpInsn(Opcodes.IFGE, done);
            }
        }
    }

    private void branchTarget(Label label) {
        List<Object> types = new ArrayList<>(List.of(
                ByteCode.CLASS,
                "[D",
                "[D",
                "[D",
                Opcodes.LONG,
                Opcodes.LONG,
                Opcodes.DOUBLE, // the index
                Opcodes.INTEGER, // the slot
                Opcodes.INTEGER)); // its end
        for (int i = 0; i < carried.length; i++) {
            types.add(Opcodes.DOUBLE);
        }
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_FULL, types.size(), types.toArray(), 0, new Object[0]);
    }

    private void keepStates() {
        for (int i = 0; i < kept.states; i++) {
            place(i);
            code.visitVarInsn(Opcodes.DLOAD, carried[i]);
            code.visitInsn(Opcodes.DASTORE);
        }
    }

    private void keepTaped() {
        for (int i = 0; i < kept.taped; i++) {
            place(kept.states + i);
            value(list.output(carried.length + i));
            code.visitInsn(Opcodes.DASTORE);
        }
    }

    /** Pushes the array and the place of a number that is kept: of a state, or behind those of one that is taped. */
    private void place(int number) {
        code.visitVarInsn(Opcodes.ALOAD, KEPT);
        code.visitVarInsn(Opcodes.ILOAD, slot);
        integer(number);
        code.visitInsn(Opcodes.IADD);
    }

    /** All results are on the stack before the first state is replaced, since one may be another's state. */
    private void carryOn() {
        for (int i = 0; i < carried.length; i++) {
            if (way == Way.SUM) {
                code.visitVarInsn(Opcodes.DLOAD, carried[i]);
            }
            value(list.output(i));
            if (way == Way.SUM) {
                code.visitInsn(Opcodes.DADD);
            }
        }
        for (int i = carried.length - 1; i >= 0; i--) {
            code.visitVarInsn(Opcodes.DSTORE, carried[i]);
        }
    }

    private void count() {
        boolean back = way == Way.BACK;
        code.visitVarInsn(Opcodes.DLOAD, index);
        code.visitInsn(Opcodes.DCONST_1);
        code.visitInsn(back ? Opcodes.DSUB : Opcodes.DADD);
        code.visitVarInsn(Opcodes.DSTORE, index);
        if (way == Way.KEEPING || back) {
            code.visitIincInsn(slot, back ? -kept.stride : kept.stride);
        } else {
            code.visitVarInsn(Opcodes.LLOAD, FROM);
            code.visitInsn(Opcodes.LCONST_1);
            code.visitInsn(Opcodes.LADD);
            code.visitVarInsn(Opcodes.LSTORE, FROM);
        }
    }

    @Override
    void operand(int line, int operand) {
        int argument = list.operand(line, operand);
        if (plan.isInlined(argument)) {
            operation(argument);
        } else {
            value(argument);
        }
    }

    private void value(int line) {
        if (!plan.s.varies[line]) {
            number(line);
        } else if (held.containsKey(line)) {
            code.visitVarInsn(Opcodes.DLOAD, held.get(line));
        } else {
            input(line, plan.number(line));
        }
    }

    private void input(int line, int number) {
        boolean isCarried = way != Way.SUM && number >= firstCarried && number < firstCarried + carried.length;
        if (number == 0) {
            code.visitVarInsn(Opcodes.DLOAD, index);
        } else if (isCarried) {
            code.visitVarInsn(Opcodes.DLOAD, carried[number - firstCarried]);
        } else if (way == Way.BACK && number <= kept.states) {
            fetch(line, number - 1);
        } else if (way == Way.BACK && number >= firstCarried + carried.length) {
            fetch(line, kept.states + number - firstCarried - carried.length);
        } else {
            element(INPUTS, number);
        }
    }

    private void fetch(int line, int number) {
        place(number);
        code.visitInsn(Opcodes.DALOAD);
        code.visitInsn(Opcodes.DUP2);
        held.put(line, store());
    }
}
