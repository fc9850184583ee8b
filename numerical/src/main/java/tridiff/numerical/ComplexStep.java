package tridiff.numerical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.complex.Complex;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

/**
 * The complex step f'(x) ≈ Im f(x + ih)/h: no difference is taken, so nothing cancels, and h can be so small that the truncation error
 * h² f'''/6 vanishes. f must be complex differentiable.
 *
 * <p>W. Squire and G. Trapp, "Using complex variables to estimate derivatives of real functions", SIAM Review 40(1), 1998; J. R. R. A.
 * Martins, P. Sturdza and J. J. Alonso, "The complex-step derivative approximation", ACM TOMS 29(3), 2003.
 */
public final class ComplexStep implements Stepped {

    /** Small enough for its square to vanish beside anything, and far from underflow. */
    private static final double STEP = 1e-100;

    /** Where x itself is near such numbers: the share of x. */
    private static final double SHARE = 0x1p-60;

    private static final double NEAR = 1e-80;

    /** An imaginary part below this has lost digits to underflow, or is 0: it is looked at again with a longer step. */
    private static final double UNDERFLOW = 1e-290;

    private static final double LONGER = 0x1p-66;

    /** The second step, which tells the truncation error and underflow. */
    private static final double SECOND = 0x1p-10;

    /** The least round-off in the estimate: a few ulp. */
    private static final double ROUND_OFF = 4 * Math.ulp(1.0);

    /** Of one gradient: a second. */
    private static final double MOST_OPERATIONS = 1e7;

    private final String id;
    private final StepSize step;

    private ComplexStep(String id, StepSize step) {
        this.id = id;
        this.step = step;
    }

    /** With the step 1e-100, and for tiny x a smaller one. */
    public ComplexStep() {
        this("numerical.complex-step", ComplexStep::shortest);
    }

    private static double shortest(double x) {
        return x != 0 && Math.abs(x) < NEAR ? Math.abs(x) * SHARE : STEP;
    }

    @Override
    public ComplexStep withStep(String newId, double h) {
        return new ComplexStep(newId, StepSize.fixed(h));
    }

    @Override
    public ComplexStep with(StepSize other) {
        return new ComplexStep(id, other);
    }

    @Override
    public double stepAt(double x) {
        return step.of(x);
    }

    @Override
    public int accuracy() {
        return 2;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        var list = WengertList.of(f, variables);
        List<Boolean> depends =
                list.inputs().stream().map(name -> isAmong(wanted, name)).toList();
        list.in(Analytic.ALGEBRA, depends);
        double work = (double) wanted.size() * list.operations();
        if (work > MOST_OPERATIONS) {
            throw new Refusal(String.format(
                    Locale.ROOT, "%d evaluations of f would take %.0e complex operations", wanted.size(), work));
        }
        return new Prepared(list, wanted.stream().mapToInt(variables::indexOf).toArray());
    }

    private static boolean isAmong(List<Expr.Var> variables, String name) {
        return variables.stream().anyMatch(v -> v.name().equals(name));
    }

    private final class Prepared implements Gradient {
        private final WengertList list;
        private final int[] directions;
        private int evaluations;
        private double lastStep;

        Prepared(WengertList list, int[] directions) {
            this.list = list;
            this.directions = directions;
            this.evaluations = directions.length;
        }

        @Override
        public void at(double[] x, double[] gradient) {
            evaluations = 0;
            var inputs = new ArrayList<Complex>();
            for (double coordinate : x) {
                inputs.add(Complex.ofCartesian(coordinate, 0));
            }
            for (int i = 0; i < directions.length; i++) {
                int axis = directions[i];
                lastStep = step.of(x[axis]);
                gradient[i] = derivative(inputs, axis, x[axis], lastStep);
            }
        }

        private double derivative(List<Complex> inputs, int axis, double x, double h) {
            inputs.set(axis, Complex.ofCartesian(x, h));
            double derivative = imaginary(inputs, axis, x, h) / h;
            if (h == STEP && Math.abs(derivative) < UNDERFLOW / STEP) {
                double longer = LONGER * Math.max(1, Math.abs(x));
                double imaginary = imaginary(inputs, axis, x, longer);
                derivative = imaginary == 0 || Math.abs(imaginary) > UNDERFLOW ? imaginary / longer : Double.NaN;
            }
            inputs.set(axis, Complex.ofCartesian(x, 0));
            return derivative;
        }

        private double imaginary(List<Complex> inputs, int axis, double x, double h) {
            evaluations++;
            inputs.set(axis, Complex.ofCartesian(x, h));
            return list.in(ComplexNumbers.ALGEBRA, inputs).get(0).imag();
        }

        /** The difference to what a shorter step gives, and the noise of the derivative itself. */
        @Override
        public Optional<double[]> errorEstimates(double[] x) {
            var inputs = new ArrayList<Complex>();
            for (double coordinate : x) {
                inputs.add(Complex.ofCartesian(coordinate, 0));
            }
            int counted = evaluations;
            double[] errors = new double[directions.length];
            for (int i = 0; i < errors.length; i++) {
                int axis = directions[i];
                double h = step.of(x[axis]);
                double derivative = derivative(inputs, axis, x[axis], h);
                double shorter = derivative(inputs, axis, x[axis], h * SECOND);
                double noise = Noise.of(t -> derivative(inputs, axis, t, h), x[axis]);
                double roundOff = Math.max(ROUND_OFF * Math.abs(derivative), Double.isNaN(noise) ? 0 : 2 * noise);
                inputs.set(axis, Complex.ofCartesian(x[axis], 0));
                errors[i] = Math.abs(derivative - shorter) + roundOff;
            }
            evaluations = counted;
            return Optional.of(errors);
        }

        @Override
        public int evaluations() {
            return evaluations;
        }

        /** Complex operations are not counted in real ones. */
        @Override
        public Optional<Long> operations() {
            return Optional.empty();
        }

        @Override
        public String remark() {
            return directions.length == 1 ? String.format(Locale.ROOT, "h = %.2g", lastStep) : "";
        }
    }
}
