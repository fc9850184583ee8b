package tridiff.autodiff.reverse;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Unary;
import tridiff.wengert.WengertList;

/**
 * Value and gradient over doubles by sweeping a list itself, forwards and back, as reverse mode does by hand. Nothing is written before,
 * and besides the list a line takes two doubles and two bytes: for lists so long that their gradient as a program would not pay.
 *
 * <p>Results are those of {@link Adjoints#gradient} over {@link DoubleAlgebra}, to the last bit. Not thread-safe.
 */
public final class AdjointSweep {

    // What a line does.
    private static final byte NUMBER = 0;
    private static final byte INPUT = 1;
    private static final byte UNUSED_INPUT = 2;
    private static final byte PLUS = 3;
    private static final byte MINUS = 4;
    private static final byte TIMES = 5;
    private static final byte UNARY = 6;
    private static final byte BINARY = 7;

    /** What nothing has been added to yet: it leaves all it is added to as it is, -0 included. */
    private static final double NOTHING = -0.0;

    private final WengertList list;
    private final int[] inputs; // lines
    private final byte[] code;
    private final boolean[] depends; // on a wanted input
    private final double[] value;
    private final double[] adjoint;
    private final List<Double> values; // the same as a list, for the rules

    /**
     * Of a list that {@link #isFor} accepts.
     *
     * @param wanted which inputs to differentiate by
     */
    public AdjointSweep(WengertList list, boolean[] wanted) {
        if (!isFor(list)) {
            throw new IllegalArgumentException("the list has several results, a choice, a loop or a jump");
        }
        this.list = list;
        this.inputs = list.inputLines();
        this.depends = list.dependsOn(wanted);
        this.code = new byte[list.size()];
        this.value = new double[list.size()];
        this.adjoint = new double[list.size()];
        this.values = new AbstractList<>() {
            @Override
            public Double get(int line) {
                return value[line];
            }

            @Override
            public int size() {
                return value.length;
            }
        };
        for (int i = 0; i < code.length; i++) {
            prepare(i);
        }
    }

    /** Whether a list can be swept so: one with one result and without choices, loops or jumps. */
    public static boolean isFor(WengertList list) {
        return list.outputCount() == 1 && !list.hasLoops() && !list.mayJump();
    }

    private void prepare(int line) {
        code[line] = code(line);
        if (code[line] == NUMBER) {
            value[line] = list.constant(line).doubleValue();
        }
        for (int operand = 0; operand < list.operands(line); operand++) {
            int argument = list.operand(line, operand);
            code[argument] = code[argument] == UNUSED_INPUT ? INPUT : code[argument];
        }
    }

    private byte code(int line) {
        return switch (list.kind(line)) {
            case INPUT -> line == list.output(0) ? INPUT : UNUSED_INPUT;
            case UNARY -> UNARY;
            case BINARY ->
                list.what(line) == Arithmetic.PLUS
                        ? PLUS
                        : list.what(line) == Arithmetic.MINUS
                                ? MINUS
                                : list.what(line) == Arithmetic.TIMES ? TIMES : BINARY;
            case CONSTANT, CHOICE, LOOP -> NUMBER;
        };
    }

    /**
     * One sweep forwards and one back.
     *
     * @param x one value for each input
     * @param gradient receives one partial derivative for each input; 0 for those not wanted
     * @return the value
     */
    public double run(double[] x, double[] gradient) {
        forwards(x);
        Arrays.fill(adjoint, NOTHING);
        int result = list.output(0);
        adjoint[result] = 1;
        for (int i = result; i >= 0; i--) {
            if (depends[i]) {
                backwards(i);
            }
        }
        for (int i = 0; i < inputs.length; i++) {
            boolean matters = depends[inputs[i]] && code[inputs[i]] == INPUT;
            gradient[i] = matters ? adjoint[inputs[i]] : 0;
        }
        return value[result];
    }

    private void forwards(double[] x) {
        for (int i = 0; i < inputs.length; i++) {
            value[inputs[i]] = x[i];
        }
        for (int i = 0; i < code.length; i++) {
            switch (code[i]) {
                case NUMBER, INPUT, UNUSED_INPUT -> {
                    // it has its value
                }
                case PLUS -> value[i] = value[list.operand(i, 0)] + value[list.operand(i, 1)];
                case MINUS -> value[i] = value[list.operand(i, 0)] - value[list.operand(i, 1)];
                case TIMES -> value[i] = value[list.operand(i, 0)] * value[list.operand(i, 1)];
                case UNARY -> value[i] = ((Unary) list.what(i)).of(value[list.operand(i, 0)]);
                default -> value[i] = ((Binary) list.what(i)).of(value[list.operand(i, 0)], value[list.operand(i, 1)]);
            }
        }
    }

    /** Hands the adjoint of a line on to its operands, the first one first. */
    private void backwards(int i) {
        double w = adjoint[i];
        int x = list.operand(i, 0);
        int y = list.operand(i, 1);
        switch (code[i]) {
            case PLUS -> {
                adjoint[x] += w;
                adjoint[y] += w;
            }
            case MINUS -> {
                adjoint[x] += w;
                adjoint[y] += -w;
            }
            case TIMES -> {
                adjoint[x] += w * value[y];
                adjoint[y] += w * value[x];
            }
            case UNARY ->
                adjoint[x] += w * ((Unary) list.what(i)).derivative(DoubleAlgebra.ALGEBRA, value[x], value[i]);
            case BINARY -> {
                if (depends[x]) {
                    adjoint[x] += w * list.partialX(DoubleAlgebra.ALGEBRA, i, values);
                }
                if (depends[y]) {
                    adjoint[y] +=
                            w * ((Binary) list.what(i)).partialY(DoubleAlgebra.ALGEBRA, value[x], value[y], value[i]);
                }
            }
            default -> {
                // an input or a number
            }
        }
    }
}
