package tridiff.wengert.run;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Compiles a list to JVM byte code, a class of its own that the JVM unloads with the last evaluator of the list.
 *
 * <p>Operations are written one behind the other, cut into methods of some hundred, since HotSpot never compiles a method of more than
 * 8,000 bytes; a long stretch that repeats itself is written once, as a loop. Every operation is the call or the instruction that an
 * interpreter carries out, in the same order of operands, so that results agree to the last bit.
 */
final class ByteCode {

    static final String NAME = "tridiff/wengert/run/ByteCode";
    static final String CLASS = "tridiff/wengert/run/Compiled";
    static final String LOOP = "tridiff/wengert/run/LoopRunner";
    static final String FUNCTIONS = "f";

    private static final int MOST_CONSTANTS = 4_000; // of the class file's 65,535 entries each takes two

    /** As many as are best; and fewer, for operations that take more bytes than most. */
    private static final int[] OPERATIONS_PER_METHOD = {300, 100};

    private static final int LONGEST_METHOD = 8_000; // bytes: a longer one is never compiled by HotSpot
    private static final int CALLS_PER_METHOD = 500; // of seven bytes each
    private static final int MOST_CARRIED = 50; // states or totals: more would not stay in registers anyway
    private static final String OBJECT = "java/lang/Object";
    private static final String METHOD = "([D[D[D)V";

    private final CodePlan plan;
    private final List<Object> functions = new ArrayList<>(); // and tables
    private final Set<Double> constants = new HashSet<>();
    private int longestMethod;

    private ByteCode(CodePlan plan) {
        this.plan = plan;
    }

    /** The kernel of a list, if it has few enough operations to be written. */
    static Optional<Kernel> compile(ExecutionPlan s) {
        try {
            for (int operations : OPERATIONS_PER_METHOD) {
                var code = new ByteCode(new CodePlan(s, operations));
                byte[] classFile = code.plan.isShortEnough() ? code.classFile() : null;
                if (classFile != null && code.longestMethod < LONGEST_METHOD) {
                    return Optional.of((Kernel) code.define(classFile));
                }
            }
            return Optional.empty();
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            // More numbers or jumps than a class file holds: rare, and known only when it is written.
            return Optional.empty();
        }
    }

    /**
     * The kernel of a loop, if its body is short enough for one method.
     *
     * @param body its inputs are the index, states, parameters and adjoints
     * @param kept what is kept of each repetition, if anything is
     */
    static Optional<LoopKernel> compileLoop(ExecutionPlan body, LoopCode.Way way, LoopCode.Kept kept) {
        if (LoopCode.carried(body.list, way, kept) > MOST_CARRIED || body.list.hasLoops()) {
            return Optional.empty();
        }
        var plan = new CodePlan(body, OPERATIONS_PER_METHOD[0]);
        boolean fits = plan.parts().size() == 1 && plan.parts().get(0) instanceof CodePlan.Straight;
        return fits ? Optional.of(new ByteCode(plan).defineLoop(way, kept)) : Optional.empty();
    }

    /** The length in bytes of the longest method of the code for a list, with so many operations in a method. */
    static int longestMethod(ExecutionPlan s, int operations) {
        var code = new ByteCode(new CodePlan(s, operations));
        code.classFile();
        return code.longestMethod;
    }

    private LoopKernel defineLoop(LoopCode.Way way, LoopCode.Kept kept) {
        ClassWriter writer = begin("tridiff/wengert/run/LoopKernel");
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([D[D[DJJ)V", null, null);
        new LoopCode(this, plan, run, way, kept)
                .write(((CodePlan.Straight) plan.parts().get(0)).lines());
        return (LoopKernel) define(writer.toByteArray());
    }

    private Object define(byte[] classFile) {
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(classFile, true);
            return lookup.lookupClass().getDeclaredConstructor(Object[].class).newInstance((Object)
                    functions.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code does not load", e);
        }
    }

    private static ClassWriter begin(String kernel) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, CLASS, null, OBJECT, new String[] {kernel});
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, FUNCTIONS, "[Ljava/lang/Object;", null, null);
        constructor(writer);
        return writer;
    }

    private byte[] classFile() {
        ClassWriter writer = begin("tridiff/wengert/run/Kernel");
        places(writer);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", METHOD, null, null);
        int parts = plan.parts().size();
        for (int m = 0; m < parts; m++) {
            MethodVisitor method = writer.visitMethod(Opcodes.ACC_FINAL, "m" + m, METHOD, null, null);
            longestMethod = Math.max(longestMethod, write(plan.parts().get(m), method));
        }
        for (int first = 0; first < parts; first += CALLS_PER_METHOD) {
            String name = "calls" + first;
            MethodVisitor group = writer.visitMethod(Opcodes.ACC_FINAL, name, METHOD, null, null);
            for (int m = first; m < Math.min(parts, first + CALLS_PER_METHOD); m++) {
                call(group, "m" + m);
            }
            group.visitInsn(Opcodes.RETURN);
            group.visitMaxs(0, 0);
            call(run, name);
        }
        new StraightCode(this, plan, run).copy();
        return writer.toByteArray();
    }

    private static void call(MethodVisitor code, String name) {
        for (int argument = 0; argument < 4; argument++) {
            code.visitVarInsn(Opcodes.ALOAD, argument);
        }
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CLASS, name, METHOD, false);
    }

    /** Writes one method; returns its length in bytes. */
    private int write(CodePlan.Part part, MethodVisitor method) {
        if (part instanceof CodePlan.Rerolled rerolled) {
            return new RerolledCode(this, plan, method, rerolled).write();
        }
        return new StraightCode(this, plan, method).write(((CodePlan.Straight) part).lines());
    }

    private void places(ClassWriter writer) {
        var code = writer.visitMethod(Opcodes.ACC_PUBLIC, "places", "()I", null, null);
        code.visitLdcInsn(plan.places());
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);
    }

    private static void constructor(ClassWriter writer) {
        MethodVisitor init = writer.visitMethod(0, "<init>", "([Ljava/lang/Object;)V", null, null);
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitVarInsn(Opcodes.ALOAD, 1);
        init.visitFieldInsn(Opcodes.PUTFIELD, CLASS, FUNCTIONS, "[Ljava/lang/Object;");
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
    }

    /** Called by generated code: copies elements of one array to another. */
    static void copy(double[] from, int[] places, double[] to, int[] targets) {
        for (int i = 0; i < places.length; i++) {
            to[targets[i]] = from[places[i]];
        }
    }

    /** Called by generated code: adds up n numbers, one after the other. */
    static double sum(double start, double[] x, int first, int step, int n) {
        double sum = start;
        for (int k = 0, i = first; k < n; k++, i += step) {
            sum += x[i];
        }
        return sum;
    }

    /** Called by generated code: adds up n products, one after the other. */
    static double dot(double start, double[] x, int first, int step, double[] y, int otherFirst, int otherStep, int n) {
        double sum = start;
        for (int k = 0, i = first, j = otherFirst; k < n; k++, i += step, j += otherStep) {
            sum += x[i] * y[j];
        }
        return sum;
    }

    /** The number of an object that the class is given. */
    int give(Object function) {
        functions.add(function);
        return functions.size() - 1;
    }

    /** Whether a number may be a constant of the class file; it is one from then on. */
    boolean hasRoomFor(double x) {
        return constants.contains(x) || constants.size() < MOST_CONSTANTS && constants.add(x);
    }
}
