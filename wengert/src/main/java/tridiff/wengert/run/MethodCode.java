package tridiff.wengert.run;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import tridiff.expr.Arithmetic;
import tridiff.expr.Bivariate;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Operation;
import tridiff.expr.Unary;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/** Writes one method of a compiled list: operations as they are carried out, whatever their operands come from. */
abstract class MethodCode {

    // The local variables of every method; 0 is the object itself.
    static final int INPUTS = 1;
    static final int WORKSPACE = 2;
    static final int RESULTS = 3;
    private static final int FREE = 4;

    final CodePlan plan;
    final WengertList list;
    final MethodVisitor code;
    private final ByteCode whole;
    private final Label start = new Label();
    private int nextLocal;

    MethodCode(ByteCode whole, CodePlan plan, MethodVisitor code) {
        this(whole, plan, code, FREE);
    }

    /** Of a method with other local variables, whose first free one is this. */
    MethodCode(ByteCode whole, CodePlan plan, MethodVisitor code, int nextLocal) {
        this.nextLocal = nextLocal;
        this.whole = whole;
        this.plan = plan;
        this.list = plan.list;
        this.code = code;
        code.visitLabel(start);
    }

    /** Pushes an operand of a line. */
    abstract void operand(int line, int operand);

    /** Ends the method; returns its length in bytes. */
    final int end() {
        code.visitInsn(Opcodes.RETURN);
        var end = new Label();
        code.visitLabel(end);
        code.visitMaxs(0, 0);
        return end.getOffset() - start.getOffset();
    }

    /** Pushes the value of an operation. */
    final void operation(int line) {
        Object f = list.what(line);
        boolean isChoice = list.kind(line) == OpKind.CHOICE;
        int instruction = instruction(f);
        String method = isChoice ? "Real.choose" : method(f);
        if (instruction == 0 && method == null) {
            function(f, owner(f));
        }
        for (int operand = 0; operand < list.operands(line); operand++) {
            operand(line, operand);
        }
        if (instruction != 0) {
            code.visitInsn(instruction);
        } else if (method != null) {
            String[] name = method.split("\\.", 2);
            String owner = name[0].equals("Math") ? "java/lang/Math" : "tridiff/expr/Real";
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name[1], signature(list.operands(line)), false);
        } else {
            code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner(f), "of", signature(list.operands(line)), true);
        }
    }

    /** Pushes an object that the class was given. */
    final void function(Object f, String type) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, ByteCode.CLASS, ByteCode.FUNCTIONS, "[Ljava/lang/Object;");
        integer(whole.give(f));
        code.visitInsn(Opcodes.AALOAD);
        code.visitTypeInsn(Opcodes.CHECKCAST, type);
    }

    /** Pushes the value of a line that does not vary; where there are too many of them for a class file, from the workspace. */
    final void number(int line) {
        double x = plan.s.fixed[line];
        if (Double.doubleToRawLongBits(x) == 0 || x == 1) {
            code.visitInsn(x == 1 ? Opcodes.DCONST_1 : Opcodes.DCONST_0);
        } else if (whole.hasRoomFor(x)) {
            code.visitLdcInsn(x);
        } else {
            element(WORKSPACE, line);
        }
    }

    /** Pushes an element of an array. */
    final void element(int array, int index) {
        code.visitVarInsn(Opcodes.ALOAD, array);
        integer(index);
        code.visitInsn(Opcodes.DALOAD);
    }

    final void integer(int n) {
        if (n >= 0 && n <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + n);
        } else if (n == (short) n) {
            code.visitIntInsn(n == (byte) n ? Opcodes.BIPUSH : Opcodes.SIPUSH, n);
        } else {
            code.visitLdcInsn(n);
        }
    }

    /** A new local variable of one slot, or of two for a double. */
    final int newLocal(int slots) {
        nextLocal += slots;
        return nextLocal - slots;
    }

    /** Stores the double on the stack to a new local variable. */
    final int store() {
        int local = newLocal(2);
        code.visitVarInsn(Opcodes.DSTORE, local);
        return local;
    }

    private static String owner(Object f) {
        return f instanceof Unary ? "tridiff/expr/Unary" : "tridiff/expr/Binary";
    }

    private static String signature(int operands) {
        return "(" + "D".repeat(operands) + ")D";
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
