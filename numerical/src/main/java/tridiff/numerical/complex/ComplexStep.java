package tridiff.numerical.complex;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.expr.DoubleAlgebra;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.expr.text.Printer;
import tridiff.numerical.Noise;
import tridiff.numerical.StepSize;
import tridiff.numerical.Stepped;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

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

    /** The share of the smallest numbers: its square is still below their rounding. */
    private static final double LARGER_SHARE = 0x1p-27;

    private static final double SMALLEST = 1e-270;

    /** Below this a double has lost two bits and more, and so has whatever is in proportion to it. */
    private static final double LEAST_WHOLE = 0x1p-1024;

    /** The longest step whose square vanishes beside 1: what it does not move has the derivative 0. */
    private static final double LONGEST = 0x1p-27;

    /** Squares of such steps vanish beside 1. */
    private static final double FIRST_ORDER = 0x1p-60;

    /** What two steps agree in is no accident: half of the digits and a few more. */
    private static final double AGREEMENT = 1e-10;

    /** The second step, which tells the truncation error and underflow. */
    private static final double SECOND = 0x1p-10;

    /** The least round-off in the estimate: a few ulp. */
    private static final double ROUND_OFF = 4 * Math.ulp(1.0);

    /** Spacings at which its noise is looked for, in ulp: no short binary numbers. */
    private static final List<Double> SPACINGS = Stream.of(2, 9, 16, 23, 30)
            .map(bits -> Math.scalb(Math.sqrt(2), bits))
            .toList();

    /** The share of x in which a jump of the derivative tells of roundings on the way. */
    private static final double NEIGHBOURHOOD = 0x1p-6;

    /** Of one gradient: a second. */
    private static final double MOST_OPERATIONS = 1e7;

    private static final int MOST_CHARACTERS = 60;

    public static final MethodId ID = MethodId.numerical("complex-step");

    private static final StepSize SHORTEST = ComplexStep::shortest;

    private final MethodId id;
    private final StepSize step;

    private ComplexStep(MethodId id, StepSize step) {
        this.id = id;
        this.step = step;
    }

    /** With the step 1e-100, and for tiny x a smaller one. */
    public ComplexStep() {
        this(ID, SHORTEST);
    }

    private static double shortest(double x) {
        double size = Math.abs(x);
        return x == 0 || size >= NEAR
                ? STEP
                : Math.max(Double.MIN_VALUE, size * (size < SMALLEST ? LARGER_SHARE : SHARE));
    }

    @Override
    public ComplexStep withStep(double h) {
        return new ComplexStep(id.withStep(h), StepSize.fixed(h));
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
    public MethodId id() {
        return id;
    }

    @Override
    public Prepared gradient(Problem p) {
        WengertList list = p.listOfOne();
        List<Expr.Var> wanted = p.wanted();
        boolean[] depends = p.active();
        list.in(
                Analytic.ALGEBRA,
                IntStream.range(0, depends.length).mapToObj(i -> depends[i]).toList());
        double work = (double) wanted.size() * list.operations();
        if (work > MOST_OPERATIONS) {
            throw new Refusal(Said.of(
                    "numerical.refusal.evaluations.complex", wanted.size(), String.format(Locale.ROOT, "%.0e", work)));
        }
        return new Steps(list, wanted, p.directions());
    }

    /** One run of f in complex numbers for each wanted variable. */
    private final class Steps implements Prepared {
        private final WengertList list;
        private final List<Expr.Var> wanted;
        private final int[] directions;
        private int evaluations;
        private double[] point = new double[0];

        Steps(WengertList list, List<Expr.Var> wanted, int[] directions) {
            this.list = list;
            this.wanted = wanted;
            this.directions = directions;
            this.evaluations = directions.length;
        }

        @Override
        public void at(double[] x, double[] gradient) {
            evaluations = 0;
            point = x.clone();
            for (int i = 0; i < directions.length; i++) {
                gradient[i] = derivative(x, directions[i], step.of(x[directions[i]]));
            }
        }

        /** By this step; where an imaginary part vanishes on the way, by the first two longer ones that agree. */
        private double derivative(double[] x, int axis, double h) {
            var k = new ComplexNumbers(isFirstOrder(h, x[axis]));
            double derivative = imaginary(k, x, axis, h) / h;
            boolean settled = Double.isNaN(derivative) || derivative != 0 && !k.hasUnderflow() && h >= LEAST_WHOLE;
            return settled || step != SHORTEST ? derivative : byLongerSteps(x, axis);
        }

        /** Steps whose squares vanish beside x, then beside numbers near 1; for large x first such as do not leave a wave. */
        private double byLongerSteps(double[] x, int axis) {
            double size = Math.abs(x[axis]);
            double scale = Math.max(1, size);
            double first = size < 1 ? 0 : 1e-45;
            double[] longer = {
                first, first * 1e10, 1e-60 * scale, size * 0x1p-45, size * 0x1p-35, 0x1p-76 * scale, 0x1p-66 * scale
            };
            double before = 0;
            for (double h : longer) {
                double derivative = h == 0 ? 0 : firstOrder(x, axis, h);
                boolean whole = Math.abs(derivative) * h >= LEAST_WHOLE;
                if (before != 0 && whole && Math.abs(derivative - before) <= AGREEMENT * Math.abs(before)) {
                    return derivative;
                }
                before = derivative;
            }
            return firstOrder(x, axis, LONGEST * scale) == 0 ? 0 : Double.NaN;
        }

        private double firstOrder(double[] x, int axis, double h) {
            return imaginary(new ComplexNumbers(true), x, axis, h) / h;
        }

        private double imaginary(ComplexNumbers k, double[] x, int axis, double h) {
            evaluations++;
            return list.in(k, shifted(x, axis, h)).get(0).imaginary();
        }

        private static boolean isFirstOrder(double h, double x) {
            return h <= FIRST_ORDER * Math.max(1, Math.abs(x));
        }

        private static List<ComplexNumbers.Shifted> shifted(double[] x, int axis, double h) {
            return IntStream.range(0, x.length)
                    .mapToObj(i -> ComplexNumbers.Shifted.input(x[i], i == axis ? h : 0))
                    .toList();
        }

        /** The difference to what a shorter step gives, and the noise of the derivative itself. */
        @Override
        public Optional<double[]> errorEstimates(double[] x) {
            int counted = evaluations;
            double[] errors =
                    IntStream.of(directions).mapToDouble(axis -> error(x, axis)).toArray();
            evaluations = counted;
            return Optional.of(errors);
        }

        private double error(double[] x, int axis) {
            double h = step.of(x[axis]);
            double derivative = derivative(x, axis, h);
            double shorter = derivative(x, axis, h * SECOND);
            return Math.abs(derivative - shorter) + Math.max(ROUND_OFF * Math.abs(derivative), 2 * noise(x, axis));
        }

        /** Of the derivative itself, at spacings from some ulp up; at least what rounding the point does. */
        private double noise(double[] x, int axis) {
            double[] beside = x.clone();
            DoubleUnaryOperator derivative = t -> {
                beside[axis] = t;
                return derivative(beside, axis, step.of(t));
            };
            double ulp = Math.ulp(x[axis]);
            double byAnUlp =
                    Math.abs(derivative.applyAsDouble(x[axis] + ulp) - derivative.applyAsDouble(x[axis] - ulp));
            double jump = Noise.jump(derivative, x[axis], x[axis] + NEIGHBOURHOOD * x[axis]);
            return SPACINGS.stream()
                    .mapToDouble(spacing -> Noise.of(derivative, x[axis], ulp * spacing))
                    .filter(noise -> !Double.isNaN(noise))
                    .reduce(Math.max(Double.isNaN(byAnUlp) ? 0 : byAnUlp / 4, jump), Math::max);
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

        /** The step where there is one variable, and the first partial derivative that it does not find. */
        @Override
        public Said remark() {
            if (point.length == 0) {
                return Said.NOTHING;
            }
            int counted = evaluations;
            String taken =
                    directions.length == 1 ? String.format(Locale.ROOT, "h = %.2g", step.of(point[directions[0]])) : "";
            Said remark = Said.words(taken);
            for (int i = 0; i < directions.length; i++) {
                if (Double.isNaN(derivative(point, directions[i], step.of(point[directions[i]])))) {
                    String name = directions.length == 1
                            ? taken + "; "
                            : wanted.get(i).name() + ": ";
                    remark = Said.joined(name, trouble(directions[i]));
                    break;
                }
            }
            evaluations = counted;
            return remark;
        }

        /** The first sub-expression that has no derivative of this kind, although its arguments have. */
        private Said trouble(int axis) {
            List<ComplexNumbers.Shifted> values =
                    list.sweep(new ComplexNumbers(true), shifted(point, axis, step.of(point[axis])));
            if (!values.get(list.output(0)).isUndefined()) {
                return Said.of("numerical.remark.underflow");
            }
            boolean[] suffers = new boolean[list.size()];
            suffers[list.output(0)] = true;
            int first = list.output(0);
            for (int i = first; i >= 0; i--) {
                if (suffers[i]) {
                    first = i;
                    for (int argument : list.arguments(i)) {
                        suffers[argument] |= values.get(argument).isUndefined();
                    }
                }
            }
            String formula = Printer.PLAIN.printUpTo(MOST_CHARACTERS, list.expression(first));
            boolean finite = Double.isFinite(list.sweep(
                            DoubleAlgebra.ALGEBRA, Arrays.stream(point).boxed().toList())
                    .get(first));
            return Said.of(finite ? "numerical.remark.analytic" : "numerical.remark.finite", formula);
        }
    }
}
