package tridiff.numerical;

import java.util.List;
import java.util.Optional;
import tridiff.expr.Differentiator;
import tridiff.expr.Evaluator;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.WengertList;

/**
 * A difference quotient for each wanted variable: f is run at shifted points and nothing is known of its formula.
 *
 * <p>The error is the sum of truncation, which falls with the step h as h^p, and round-off, which grows as ε|f|/h.
 */
public final class FiniteDifference implements Differentiator {

    private final String id;
    private final Stencil stencil;
    private final StepSize step;

    public FiniteDifference(String id, Stencil stencil, StepSize step) {
        this.id = id;
        this.stencil = stencil;
        this.step = step;
    }

    /** (f(x+h) - f(x)) / h. */
    public static FiniteDifference forward() {
        return new FiniteDifference("numerical.forward", Stencil.forward(1), StepSize.CLASSICAL);
    }

    /** The central difference of an even order of accuracy; order 2 is (f(x+h) - f(x-h)) / 2h. */
    public static FiniteDifference central(int accuracy) {
        return new FiniteDifference("numerical.central" + accuracy, Stencil.central(accuracy), StepSize.CLASSICAL);
    }

    /** This method with another choice of the step. */
    public FiniteDifference with(StepSize other) {
        return new FiniteDifference(id, stencil, other);
    }

    @Override
    public String id() {
        return id;
    }

    public Stencil stencil() {
        return stencil;
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        var list = WengertList.of(f, variables);
        int[] directions = wanted.stream().mapToInt(variables::indexOf).toArray();
        return new Prepared(list.operations(), new Evaluator(list), directions);
    }

    private final class Prepared implements Gradient {
        private final long operationsOfF;
        private final Evaluator f;
        private final int[] directions;
        private final int[] offsets =
                stencil.offsets().stream().mapToInt(Integer::intValue).toArray();
        private final double denominator = stencil.denominator().doubleValue();
        private final double[] weights = integerWeights();
        private final boolean antisymmetric = isAntisymmetric();
        private double lastStep;

        Prepared(long operationsOfF, Evaluator f, int[] directions) {
            this.operationsOfF = operationsOfF;
            this.f = f;
            this.directions = directions;
        }

        private double[] integerWeights() {
            Rational scale = new Rational(stencil.denominator(), java.math.BigInteger.ONE);
            return stencil.weights().stream()
                    .mapToDouble(w -> w.times(scale).doubleValue())
                    .toArray();
        }

        private boolean isAntisymmetric() {
            int n = offsets.length;
            for (int j = 0; j < n; j++) {
                if (offsets[j] != -offsets[n - 1 - j] || weights[j] != -weights[n - 1 - j]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void at(double[] x, double[] gradient) {
            double atPoint = offsetZero() ? f.run(x) : Double.NaN;
            for (int i = 0; i < directions.length; i++) {
                gradient[i] = quotient(x, directions[i], atPoint);
            }
        }

        private boolean offsetZero() {
            return !antisymmetric;
        }

        private double quotient(double[] x, int i, double atPoint) {
            double saved = x[i];
            double h = step.of(stencil, saved);
            lastStep = h;
            double sum = antisymmetric ? pairs(x, i, saved, h) : points(x, i, saved, h, atPoint);
            x[i] = saved;
            return sum / (denominator * h);
        }

        /** Differences of symmetric pairs first, so that what they have in common cancels exactly. */
        private double pairs(double[] x, int i, double at, double h) {
            double sum = 0;
            for (int j = offsets.length - 1; j >= offsets.length / 2; j--) {
                x[i] = at + offsets[j] * h;
                double right = f.run(x);
                x[i] = at - offsets[j] * h;
                sum += weights[j] * (right - f.run(x));
            }
            return sum;
        }

        private double points(double[] x, int i, double at, double h, double atPoint) {
            double sum = 0;
            for (int j = offsets.length - 1; j >= 0; j--) {
                x[i] = at + offsets[j] * h;
                sum += weights[j] * (offsets[j] == 0 ? atPoint : f.run(x));
            }
            return sum;
        }

        @Override
        public int evaluations() {
            return antisymmetric ? directions.length * offsets.length : directions.length * (offsets.length - 1) + 1;
        }

        /** The evaluations, and for each partial the weighted sum, the shifts and the quotient. */
        @Override
        public Optional<Long> operations() {
            long perPartial = 3L * offsets.length;
            return Optional.of(evaluations() * operationsOfF + directions.length * perPartial);
        }

        @Override
        public String remark() {
            return directions.length == 1 ? "h = " + String.format(java.util.Locale.ROOT, "%.2g", lastStep) : "";
        }
    }
}
