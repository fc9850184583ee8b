package tridiff.wengert.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import tridiff.expr.Arithmetic;
import tridiff.wengert.run.RerolledLoop.Path;

/**
 * A method that is a loop over the repetitions of a stretch. The values of a repetition are in local variables, which still hold those
 * of the repetition before until it comes to them; what is needed from outside goes to the workspace or to the results.
 */
final class RerolledCode extends MethodCode {

    /** An array and the way that the loop takes through it. */
    private record Walk(int array, Path path) {}

    private final RerolledLoop stretch;
    private final Path[] results; // that each position stores; null if it stores none
    private final int k; // the local variable that counts repetitions
    private final int[] local; // by position
    private final Map<Walk, Integer> standing =
            new HashMap<>(); // local variables of what is the same in all repetitions
    private final Map<Path, Integer> tables = new HashMap<>();
    private final Map<Walk, Integer> loaded = new HashMap<>(); // in this repetition
    private final List<Object> types = new ArrayList<>(List.of(ByteCode.CLASS, "[D", "[D", "[D")); // of local variables
    private final boolean isBackwards; // whether k runs counts down, to 0 in the last repetition
    private int position;

    RerolledCode(ByteCode whole, CodePlan plan, MethodVisitor code, CodePlan.Rerolled part) {
        super(whole, plan, code);
        this.stretch = part.stretch();
        this.results = part.results();
        this.isBackwards = movesDown();
        integer(isBackwards ? stretch.count - 1 : 0);
        k = newLocal(Opcodes.INTEGER, Opcodes.ISTORE);
        local = new int[stretch.period];
        for (int i = 0; i < local.length; i++) {
            code.visitInsn(Opcodes.DCONST_0);
            local[i] = newLocal(Opcodes.DOUBLE, Opcodes.DSTORE);
        }
    }

    private int newLocal(Object type, int store) {
        types.add(type);
        int number = newLocal(store == Opcodes.DSTORE ? 2 : 1);
        code.visitVarInsn(store, number);
        return number;
    }

    /** Whether arrays are walked down rather than up. HotSpot (JDK 17) makes a loop twice as fast whose counter runs the same way. */
    private boolean movesDown() {
        int up = 0;
        for (position = 0; position < stretch.period; position++) {
            for (int operand = 0; operand < list.operands(stretch.line(position, 0)); operand++) {
                RerolledLoop.Source source = stretch.source(position, operand);
                boolean walks = source == RerolledLoop.Source.INPUT || source == RerolledLoop.Source.PLACE;
                up += walks ? Integer.signum(walk(operand).path.step()) : 0;
            }
        }
        return up < 0;
    }

    /** Writes the loop; returns the length of the method in bytes. */
    int write() {
        return isSum() ? sum() : loop();
    }

    /**
     * Whether all it does is to add up numbers, or products of two, that lie at equal distances: then one method runs all such stretches,
     * which HotSpot has soon compiled, while it waits for hundreds of loops to be hot each by itself.
     */
    private boolean isSum() {
        int last = stretch.period - 1;
        if (last > 1
                || !plan.s.is(Arithmetic.PLUS, stretch.line(last, 0))
                || results[last] != null
                || stretch.isKept(last)) {
            return false;
        }
        position = last;
        int carried = carried();
        boolean carries = stretch.source(last, carried) == RerolledLoop.Source.CARRIED && carrier(carried) == last;
        if (last == 0) {
            return carries && isWalk(1 - carried);
        }
        boolean addsProduct = stretch.source(last, 1 - carried) == RerolledLoop.Source.OWN;
        position = 0;
        return carries
                && addsProduct
                && plan.s.is(Arithmetic.TIMES, stretch.line(0, 0))
                && results[0] == null
                && !stretch.isKept(0)
                && !stretch.isOnlyKeptAtLast(0)
                && isWalk(0)
                && isWalk(1);
    }

    /** Which operand of the position is the sum so far, if one is. */
    private int carried() {
        return stretch.source(position, 0) == RerolledLoop.Source.CARRIED ? 0 : 1;
    }

    private boolean isWalk(int operand) {
        RerolledLoop.Source source = stretch.source(position, operand);
        boolean isElsewhere = source == RerolledLoop.Source.INPUT || source == RerolledLoop.Source.PLACE;
        return isElsewhere && walk(operand).path.table() == null && !isComputedHere(operand);
    }

    private int sum() {
        int last = stretch.period - 1;
        position = last;
        int carried = carried();
        if (stretch.isOnlyKeptAtLast(last)) {
            code.visitVarInsn(Opcodes.ALOAD, WORKSPACE);
            integer(plan.place(stretch.line(last, stretch.count - 1)));
        }
        element(WORKSPACE, plan.place(list.operand(stretch.line(last, 0), carried)));
        if (last == 0) {
            walked(1 - carried);
        } else {
            position = 0;
            walked(0);
            walked(1);
        }
        integer(stretch.count);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                ByteCode.NAME,
                last == 0 ? "sum" : "dot",
                last == 0 ? "(D[DIII)D" : "(D[DII[DIII)D",
                false);
        code.visitInsn(stretch.isOnlyKeptAtLast(last) ? Opcodes.DASTORE : Opcodes.POP2);
        return end();
    }

    private void walked(int operand) {
        Walk walk = walk(operand);
        code.visitVarInsn(Opcodes.ALOAD, walk.array);
        integer(walk.path.start());
        integer(walk.path.step());
    }

    private int loop() {
        for (position = 0; position < stretch.period; position++) {
            prepare();
        }
        var next = new Label();
        var done = new Label();
        branchTarget(next);
        code.visitVarInsn(Opcodes.ILOAD, k);
        integer(isBackwards ? 0 : stretch.count);
        code.visitJumpInsn(isBackwards ? Opcodes.IF_ICMPLT : Opcodes.IF_ICMPGE, done);
        for (position = 0; position < stretch.period; position++) {
            repeat();
        }
        code.visitIincInsn(k, isBackwards ? -1 : 1);
        code.visitJumpInsn(Opcodes.GOTO, next);
        branchTarget(done);
        for (position = 0; position < stretch.period; position++) {
            if (stretch.isOnlyKeptAtLast(position)) {
                code.visitVarInsn(Opcodes.ALOAD, WORKSPACE);
                integer(plan.place(stretch.line(position, stretch.count - 1)));
                code.visitVarInsn(Opcodes.DLOAD, local[position]);
                code.visitInsn(Opcodes.DASTORE);
            }
        }
        return end();
    }

    private void branchTarget(Label label) {
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_FULL, types.size(), types.toArray(), 0, new Object[0]);
    }

    /** Before the loop: what is carried into it, what stands still, and tables. */
    private void prepare() {
        for (int operand = 0; operand < list.operands(stretch.line(position, 0)); operand++) {
            switch (stretch.source(position, operand)) {
                case CARRIED -> {
                    int before = list.operand(stretch.line(position, 0), operand);
                    element(WORKSPACE, plan.place(before));
                    code.visitVarInsn(Opcodes.DSTORE, local[carrier(operand)]);
                }
                case INPUT, PLACE -> {
                    Walk walk = walk(operand);
                    if (!walk.path.standsStill()) {
                        prepare(walk.path);
                    } else if (!isComputedHere(operand) && !standing.containsKey(walk)) {
                        element(walk.array, walk.path.start());
                        standing.put(walk, newLocal(Opcodes.DOUBLE, Opcodes.DSTORE));
                    }
                }
                case NUMBER, OWN -> {
                    // nothing to prepare
                }
            }
        }
        if (stretch.isKept(position)) {
            prepare(plan.places(stretch, position));
        }
        if (results[position] != null) {
            prepare(results[position]);
        }
    }

    /** Whether an operand is an operation of the stretch itself, and has no value before the loop. */
    private boolean isComputedHere(int operand) {
        int argument = list.operand(stretch.line(position, 0), operand);
        return plan.s.isOperation(argument) && stretch.holds(plan.number(argument));
    }

    private void prepare(Path path) {
        if (path.table() != null && !tables.containsKey(path)) {
            function(alongCounter(path).table(), "[I");
            tables.put(path, newLocal("[I", Opcodes.ASTORE));
        }
    }

    private Walk walk(int operand) {
        boolean isInput = stretch.source(position, operand) == RerolledLoop.Source.INPUT;
        return new Walk(
                isInput ? INPUTS : WORKSPACE,
                stretch.path(
                        line -> {
                            int argument = list.operand(line, operand);
                            return isInput ? plan.number(argument) : plan.place(argument);
                        },
                        position));
    }

    /** The position that computes an operand in its own repetition or in the one before. */
    private int carrier(int operand) {
        return stretch.positionOf(plan.number(list.operand(stretch.line(position, 1), operand)));
    }

    private void repeat() {
        operation(stretch.line(position, 0));
        code.visitVarInsn(Opcodes.DSTORE, local[position]);
        if (stretch.isKept(position)) {
            keep(WORKSPACE, plan.places(stretch, position));
        }
        if (results[position] != null) {
            keep(RESULTS, results[position]);
        }
    }

    private void keep(int array, Path path) {
        code.visitVarInsn(Opcodes.ALOAD, array);
        index(path);
        code.visitVarInsn(Opcodes.DLOAD, local[position]);
        code.visitInsn(Opcodes.DASTORE);
    }

    @Override
    void operand(int line, int operand) {
        switch (stretch.source(position, operand)) {
            case NUMBER -> number(list.operand(line, operand));
            case OWN, CARRIED -> code.visitVarInsn(Opcodes.DLOAD, local[carrier(operand)]);
            case INPUT, PLACE -> load(walk(operand));
        }
    }

    private void load(Walk walk) {
        Integer known = standing.getOrDefault(walk, loaded.get(walk));
        if (known != null) {
            code.visitVarInsn(Opcodes.DLOAD, known);
        } else {
            code.visitVarInsn(Opcodes.ALOAD, walk.array);
            index(walk.path);
            code.visitInsn(Opcodes.DALOAD);
            code.visitInsn(Opcodes.DUP2);
            loaded.put(walk, store());
        }
    }

    private Path alongCounter(Path path) {
        return isBackwards ? path.backwards(stretch.count) : path;
    }

    /** Pushes where a path is now. */
    private void index(Path walked) {
        Path path = alongCounter(walked);
        if (path.table() != null) {
            code.visitVarInsn(Opcodes.ALOAD, tables.get(walked));
            code.visitVarInsn(Opcodes.ILOAD, k);
            code.visitInsn(Opcodes.IALOAD);
            return;
        }
        integer(path.start());
        code.visitVarInsn(Opcodes.ILOAD, k);
        if (Math.abs(path.step()) != 1) {
            integer(Math.abs(path.step()));
            code.visitInsn(Opcodes.IMUL);
        }
        code.visitInsn(path.step() < 0 ? Opcodes.ISUB : Opcodes.IADD);
    }
}
