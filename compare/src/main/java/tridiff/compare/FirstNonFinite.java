package tridiff.compare;

import java.util.Arrays;
import java.util.List;
import tridiff.expr.Arithmetic;
import tridiff.expr.Comparison;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/** Finds where a program first leaves the finite numbers. */
final class FirstNonFinite {

    private FirstNonFinite() {}

    /** Names the first sub-expression that is infinite or undefined in doubles and spoils a result, for inputs x. */
    static Said in(WengertList program, double[] x) {
        if (program.hasLoops()) {
            return Said.NOTHING; // which repetition it was would have to be told, too
        }
        List<Double> values =
                program.sweep(DoubleAlgebra.ALGEBRA, Arrays.stream(x).boxed().toList());
        boolean[] suffers = new boolean[program.size()];
        for (int o = 0; o < program.outputCount(); o++) {
            suffers[program.output(o)] = !Double.isFinite(values.get(program.output(o)));
        }
        int first = -1;
        for (int i = program.size() - 1; i >= 0; i--) {
            if (suffers[i]) {
                first = i;
                for (int argument : program.arguments(i)) {
                    suffers[argument] |= !Double.isFinite(values.get(argument));
                }
            }
        }
        if (first >= 0 && program.kind(first) != OpKind.INPUT) {
            if (isBoundary(program, first)) {
                int[] sides = program.arguments(program.arguments(first)[1]);
                return Said.of("compare.doubles.boundary", written(program, sides[0]), written(program, sides[1]));
            }
            double v = values.get(first);
            String formula = written(program, first);
            String key = Double.isNaN(v)
                    ? "compare.doubles.undefined"
                    : v > 0 ? "compare.doubles.infinite" : "compare.doubles.minus";
            return Said.of(key, formula);
        }
        return Said.NOTHING;
    }

    /** Whether a line is what a rule says where it has no derivative: something over (a != b), where a = b. */
    private static boolean isBoundary(WengertList program, int line) {
        if (program.kind(line) != OpKind.BINARY || program.operation(line) != Arithmetic.OVER) {
            return false;
        }
        int test = program.arguments(line)[1];
        return program.kind(test) == OpKind.BINARY && program.operation(test) == Comparison.UNEQUAL;
    }

    private static String written(WengertList program, int line) {
        return Printer.PLAIN.printUpTo(60, program.expression(line));
    }
}
