package tridiff.expr;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Compiles a list to JVM byte code, a class of its own that the JVM unloads with the last evaluator of the list.
 *
 * <p>The code is straight-line, cut into methods of some hundred lines, since HotSpot never compiles a method of more than 8,000
 * bytes. Within a method, a value that is used once stays on the stack and any other in a local variable; what later methods need
 * goes to the workspace. Every operation is the call or the instruction that an interpreter carries out, in the same order of
 * operands, so that results agree to the last bit.
 */
final class ByteCode {

    /** Longer lists are left to the interpreter: straight-line code gains nothing once it leaves the instruction cache. */
    static final int MOST_LINES = 20_000;

    private static final int MOST_CONSTANTS =
            4_000; // of the class file's 65,535 entries each takes up to two, and there are others
    private static final int MOST_COPIES = 200; // of inputs that are results
    private static final int LINES_PER_METHOD = 300;
    private static final int DEEPEST = 12; // operands waiting on the stack

    // The local variables of every method; 0 is the object itself.
    private static final int INPUTS = 1;
    private static final int WORKSPACE = 2;
    private static final int RESULTS = 3;
    private static final int FREE = 4;

    private static final String OBJECT = "java/lang/Object";
    private static final String CLASS = "tridiff/expr/Compiled";
    private static final String LOOP = "tridiff/expr/LoopRunner";
    private static final String KERNEL = "tridiff/expr/Kernel";
    private static final String METHOD = "([D[D[D)V";

    private final Schedule s;
    private final WengertList list;
    private final int[] method; // that computes a line
    private final boolean[] isInlined;
    private final boolean[] leaves; // is needed by a later method
    private final Map<Integer, List<Integer>> resultsOf = new HashMap<>();
    private final boolean[] isUsedInItsMethod;
    private final int[] inputNumber;
    private final List<Object> functions = new ArrayList<>(); // those that are not static methods
    private int longestMethod;

    private ByteCode(Schedule s) {
        this.s = s;
        this.list = s.list;
        this.method = new int[list.size()];
        this.isInlined = new boolean[list.size()];
        this.leaves = new boolean[list.size()];
        this.isUsedInItsMethod = new boolean[list.size()];
        this.inputNumber = new int[list.size()];
        for (int i = 0; i < s.inputs.length; i++) {
            inputNumber[s.inputs[i]] = i;
        }
    }

    /** Whether a list is short enough. */
    static boolean canCompile(Schedule s) {
        return s.list.size() <= MOST_LINES
                && s.list.operations() > 0
                && constants(s) <= MOST_CONSTANTS
                && Arrays.stream(s.list.outputs())
                                .filter(i -> s.list.kinds[i] == Line.INPUT)
                                .count()
                        <= MOST_COPIES;
    }

    private static long constants(Schedule s) {
        return Arrays.stream(s.fixed).distinct().count();
    }

    static Kernel compile(Schedule s) {
        return new ByteCode(s).define();
    }

    /** The length in bytes of the longest method of the code for a list. */
    static int longestMethod(Schedule s) {
        var code = new ByteCode(s);
        code.classFile();
        return code.longestMethod;
    }

    private Kernel define() {
        byte[] bytes = classFile();
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Kernel)
                    lookup.lookupClass().getDeclaredConstructor(Object[].class).newInstance((Object)
                            functions.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code does not load", e);
        }
    }

    private byte[] classFile() {
        int methods = assignMethods();
        chooseInlined();
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, CLASS, null, OBJECT, new String[] {KERNEL});
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "f", "[Ljava/lang/Object;", null, null);
        constructor(writer);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", METHOD, null, null);
        for (int m = 0; m < methods; m++) {
            for (int argument = 0; argument < 4; argument++) {
                run.visitVarInsn(Opcodes.ALOAD, argument);
            }
            run.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CLASS, "m" + m, METHOD, false);
            new Body(writer.visitMethod(Opcodes.ACC_FINAL, "m" + m, METHOD, null, null), m).write();
        }
        copyResultsThatAreInputs(run);
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(0, 0);
        return writer.toByteArray();
    }

    private void copyResultsThatAreInputs(MethodVisitor run) {
        int[] outputs = list.outputs();
        for (int i = 0; i < outputs.length; i++) {
            if (list.kinds[outputs[i]] == Line.INPUT) {
                run.visitVarInsn(Opcodes.ALOAD, RESULTS);
                run.visitLdcInsn(i);
                run.visitVarInsn(Opcodes.ALOAD, INPUTS);
                run.visitLdcInsn(inputNumber[outputs[i]]);
                run.visitInsn(Opcodes.DALOAD);
                run.visitInsn(Opcodes.DASTORE);
            }
        }
    }

    private static void constructor(ClassWriter writer) {
        MethodVisitor init = writer.visitMethod(0, "<init>", "([Ljava/lang/Object;)V", null, null);
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
        init.visitVarInsn(Opcodes.ALOAD, 0);
        init.visitVarInsn(Opcodes.ALOAD, 1);
        init.visitFieldInsn(Opcodes.PUTFIELD, CLASS, "f", "[Ljava/lang/Object;");
        init.visitInsn(Opcodes.RETURN);
        init.visitMaxs(0, 0);
    }

    /** Consecutive lines go to one method. */
    private int assignMethods() {
        int operations = 0;
        Arrays.fill(method, -1);
        for (int i = 0; i < list.size(); i++) {
            if (s.isOperation(i)) {
                method[i] = operations++ / LINES_PER_METHOD;
            }
        }
        return (operations + LINES_PER_METHOD - 1) / LINES_PER_METHOD;
    }

    private void chooseInlined() {
        int[] depth = new int[list.size()];
        for (int i = 0; i < list.size(); i++) {
            if (s.isOperation(i)) {
                int position = 0;
                if (list.kinds[i] == Line.LOOP) {
                    for (int argument : list.arguments(i)) {
                        leaves[argument] = true;
                    }
                    continue;
                }
                for (int argument : list.arguments(i)) {
                    boolean sameMethod = method[argument] == method[i];
                    leaves[argument] |= !sameMethod;
                    isUsedInItsMethod[argument] |= sameMethod;
                    isInlined[argument] = sameMethod && s.isUsedOnce(argument) && depth[argument] + position < DEEPEST;
                    depth[i] = Math.max(depth[i], position + (isInlined[argument] ? depth[argument] : 1));
                    position++;
                }
            }
        }
        int[] outputs = list.outputs();
        for (int i = 0; i < outputs.length; i++) {
            resultsOf.computeIfAbsent(outputs[i], line -> new ArrayList<>()).add(i);
        }
    }

    /** Writes one method: its lines in their order, each when it is needed. */
    private final class Body {
        private final MethodVisitor code;
        private final int number;
        private final int[] local = new int[list.size()]; // of values that this method holds; 0 if none
        private int nextLocal = FREE;

        Body(MethodVisitor code, int number) {
            this.code = code;
            this.number = number;
        }

        void write() {
            var start = new Label();
            code.visitLabel(start);
            for (int i = 0; i < list.size(); i++) {
                if (method[i] == number && !isInlined[i]) {
                    line(i);
                }
            }
            code.visitInsn(Opcodes.RETURN);
            var end = new Label();
            code.visitLabel(end);
            code.visitMaxs(0, 0);
            longestMethod = Math.max(longestMethod, end.getOffset() - start.getOffset());
        }

        /** A line that is not part of another: to the results, the workspace and a local variable, as it is needed. */
        private void line(int i) {
            List<Integer> results = resultsOf.getOrDefault(i, List.of());
            if (list.kinds[i] == Line.LOOP) {
                if (list.beginsLoop(i)) {
                    loop(i);
                }
                results.forEach(r -> keep(RESULTS, r, () -> value(i)));
                return;
            }
            int copies = results.size() + (leaves[i] ? 1 : 0) + (isUsedInItsMethod[i] ? 1 : 0);
            if (isUsedInItsMethod[i] || copies > 1) {
                operation(i);
                store(i);
                results.forEach(r -> keep(RESULTS, r, () -> code.visitVarInsn(Opcodes.DLOAD, local[i])));
                if (leaves[i]) {
                    keep(WORKSPACE, i, () -> code.visitVarInsn(Opcodes.DLOAD, local[i]));
                }
            } else {
                keep(leaves[i] ? WORKSPACE : RESULTS, leaves[i] ? i : results.get(0), () -> operation(i));
            }
        }

        /** A loop takes what it needs from the workspace, and leaves its results there. */
        private void loop(int i) {
            LoopRunner runner = s.loopAt(i);
            for (int argument : runner.arguments()) {
                if (list.kinds[argument] == Line.INPUT) {
                    keep(WORKSPACE, argument, () -> value(argument));
                }
            }
            function(runner, LOOP);
            code.visitVarInsn(Opcodes.ALOAD, WORKSPACE);
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, LOOP, "run", "([D)V", false);
        }

        /** Pushes an object that the class was given. */
        private void function(Object f, String type) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, CLASS, "f", "[Ljava/lang/Object;");
            integer(functions.size());
            functions.add(f);
            code.visitInsn(Opcodes.AALOAD);
            code.visitTypeInsn(Opcodes.CHECKCAST, type);
        }

        private void keep(int array, int index, Runnable value) {
            code.visitVarInsn(Opcodes.ALOAD, array);
            integer(index);
            value.run();
            code.visitInsn(Opcodes.DASTORE);
        }

        private void store(int i) {
            local[i] = nextLocal;
            code.visitVarInsn(Opcodes.DSTORE, nextLocal);
            nextLocal += 2;
        }

        private void value(int i) {
            if (!s.varies[i]) {
                number(s.fixed[i]);
            } else if (isInlined[i] && method[i] == number) {
                operation(i);
            } else if (local[i] != 0) {
                code.visitVarInsn(Opcodes.DLOAD, local[i]);
            } else {
                fetch(i);
            }
        }

        /** A value from outside, kept in a local variable: stores to the workspace would make the JVM load it again. */
        private void fetch(int i) {
            boolean isInput = list.kinds[i] == Line.INPUT;
            code.visitVarInsn(Opcodes.ALOAD, isInput ? INPUTS : WORKSPACE);
            integer(isInput ? inputNumber[i] : i);
            code.visitInsn(Opcodes.DALOAD);
            code.visitInsn(Opcodes.DUP2);
            store(i);
        }

        private void operation(int i) {
            Object f = list.what[i];
            boolean direct = list.kinds[i] == Line.CHOICE || method(f) != null || instruction(f) != 0;
            if (!direct) {
                function(f, owner(f));
            }
            for (int argument : list.arguments(i)) {
                value(argument);
            }
            if (list.kinds[i] == Line.CHOICE) {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "tridiff/expr/Real", "choose", "(DDD)D", false);
            } else if (instruction(f) != 0) {
                code.visitInsn(instruction(f));
            } else if (direct) {
                String[] name = method(f).split("\\.", 2);
                String owner = name[0].equals("Math") ? "java/lang/Math" : "tridiff/expr/Real";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name[1], signature(f), false);
            } else {
                code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner(f), "of", signature(f), true);
            }
        }

        private void number(double x) {
            if (Double.doubleToRawLongBits(x) == 0 || x == 1) {
                code.visitInsn(x == 1 ? Opcodes.DCONST_1 : Opcodes.DCONST_0);
            } else {
                code.visitLdcInsn(x);
            }
        }

        private void integer(int n) {
            if (n <= 5) {
                code.visitInsn(Opcodes.ICONST_0 + n);
            } else if (n <= Short.MAX_VALUE) {
                code.visitIntInsn(n <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH, n);
            } else {
                code.visitLdcInsn(n);
            }
        }
    }

    private static String owner(Object f) {
        return f instanceof Unary ? "tridiff/expr/Unary" : "tridiff/expr/Binary";
    }

    private static String signature(Object f) {
        return f instanceof Unary ? "(D)D" : "(DD)D";
    }

    /** The static method that computes a function of the standard table, as printed Java code calls it; null if there is none. */
    private static String method(Object f) {
        boolean isStandard =
                f instanceof Elementary || f instanceof Bivariate || f instanceof Comparison || f == Arithmetic.POWER;
        return isStandard && f != Elementary.NEGATE ? ((Operation) f).java() : null;
    }

    private static int instruction(Object f) {
        if (f == Elementary.NEGATE) {
            return Opcodes.DNEG;
        }
        return f instanceof Arithmetic operator
                ? switch (operator) {
                    case PLUS -> Opcodes.DADD;
                    case MINUS -> Opcodes.DSUB;
                    case TIMES -> Opcodes.DMUL;
                    case OVER -> Opcodes.DDIV;
                    case POWER -> 0;
                }
                : 0;
    }
}
