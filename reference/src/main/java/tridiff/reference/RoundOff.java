package tridiff.reference;

import java.util.Arrays;
import java.util.List;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Unary;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * What rounding may do to the results of a program: each line is off by its own rounding, which its adjoint carries to the result.
 *
 * <p>The first-order bound Σ |adjoint · value| · u, with u = 2^-53 for a correctly rounded operation; higher orders of u are left out.
 * See F. L. Bauer, "Computational graphs and rounding error", SIAM J. Numer. Anal. 11 (1974).
 */
public final class RoundOff {

    private static final double UNIT = 0x1p-53;

    /** Adjoints of results below this may be products of numbers that no double holds. */
    private static final double TINY = 1e-100;

    private final WengertList program;
    private final List<Double> values;

    /** A program and its run at a point. */
    public RoundOff(WengertList program, double[] x) {
        this.program = program;
        this.values = program.hasLoops()
                ? List.of()
                : program.sweep(DoubleAlgebra.ALGEBRA, Arrays.stream(x).boxed().toList());
    }

    /**
     * The bound on the absolute error of the i-th result; NaN or infinite where the program leaves the finite numbers, and NaN where
     * it has loops, whose roundings are not followed, and where adjoints of a tiny result have underflowed.
     */
    public double bound(int i) {
        if (program.hasLoops()) {
            return Double.NaN;
        }
        int output = program.output(i);
        var watched = new Watched();
        List<Double> adjoints = Adjoints.sensitivities(program, watched, values, output);
        if (watched.underflow && Math.abs(values.get(output)) < TINY) {
            return Double.NaN;
        }
        double sum = Double.MIN_VALUE;
        for (int line = 0; line <= output; line++) {
            if (adjoints.get(line) != null) {
                sum += Math.abs(adjoints.get(line) * (values.get(line) + Double.MIN_NORMAL)) * units(line) * UNIT;
            }
        }
        return sum;
    }

    /** The largest term of any sum in the program, carried to the i-th result, over that result; at least 1. */
    public double cancellation(int i) {
        if (program.hasLoops()) {
            return Double.NaN;
        }
        int output = program.output(i);
        List<Double> adjoints = Adjoints.sensitivities(program, DoubleAlgebra.ALGEBRA, values, output);
        double largest = Math.abs(values.get(output));
        for (int line = 0; line <= output; line++) {
            boolean sum = program.kind(line) == OpKind.BINARY
                    && (program.operation(line) == Arithmetic.PLUS || program.operation(line) == Arithmetic.MINUS);
            if (sum && adjoints.get(line) != null) {
                for (int argument : program.arguments(line)) {
                    largest = Math.max(largest, Math.abs(adjoints.get(line) * values.get(argument)));
                }
            }
        }
        return largest == 0 ? 1 : largest / Math.abs(values.get(output));
    }

    /** Doubles that notice a product or a quotient that no double holds. */
    private static final class Watched implements Algebra<Double> {
        private boolean underflow;

        @Override
        public Double constant(Constant c) {
            return DoubleAlgebra.ALGEBRA.constant(c);
        }

        @Override
        public Double apply(Unary f, Double x) {
            return f.of(x);
        }

        @Override
        public Double apply(Binary f, Double x, Double y) {
            double z = f.of(x, y);
            boolean vanishes = Math.abs(z) < Double.MIN_NORMAL && x != 0;
            underflow |= vanishes && (f == Arithmetic.OVER || f == Arithmetic.TIMES && y != 0);
            return z;
        }

        @Override
        public Double choose(Double condition, Double yes, Double no) {
            return DoubleAlgebra.ALGEBRA.choose(condition, yes, no);
        }
    }

    /** How many units of rounding a line adds. */
    private int units(int line) {
        return switch (program.kind(line)) {
            case INPUT, CHOICE, LOOP -> 0;
            case CONSTANT -> 1;
            case UNARY, BINARY -> program.operation(line).facts().rounding();
        };
    }
}
