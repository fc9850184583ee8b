package tridiff.peers;

import java.util.Optional;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;
import tridiff.numerical.Stencil;
import tridiff.numerical.StepSize;
import tridiff.numerical.Stepped;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;
import tridiff.wengert.run.Evaluator;

/**
 * The peer: Apache Commons Math's FiniteDifferencesDifferentiator, one variable at a time. It interpolates f at equidistant points by
 * Newton's divided differences, takes its step from the caller and leaves the domain if the step does.
 */
public final class CommonsFiniteDifferences implements Stepped {

    private final MethodId id;
    private final int points;
    private final StepSize step;

    /** On an odd number of points, the point itself among them, with the classical step of the stencil on the same points. */
    CommonsFiniteDifferences(MethodId id, int points) {
        this(id, points, StepSize.classical(Stencil.central(points - 1)));
    }

    private CommonsFiniteDifferences(MethodId id, int points, StepSize step) {
        this.id = id;
        this.points = points;
        this.step = step;
    }

    @Override
    public CommonsFiniteDifferences with(StepSize steps) {
        return new CommonsFiniteDifferences(id, points, steps);
    }

    @Override
    public double stepAt(double x) {
        return step.of(x);
    }

    @Override
    public int accuracy() {
        return points - 1;
    }

    @Override
    public CommonsFiniteDifferences withStep(double h) {
        return new CommonsFiniteDifferences(id.withStep(h), points, StepSize.fixed(h));
    }

    @Override
    public MethodId id() {
        return id;
    }

    @Override
    public Prepared gradient(Problem p) {
        return new Gradient(new Evaluator(p.listOfOne()), p.directions());
    }

    /** Runs the library; it allocates as it likes. */
    private final class Gradient implements Prepared {
        private final Evaluator f;
        private final int[] directions;

        Gradient(Evaluator f, int[] directions) {
            this.f = f;
            this.directions = directions;
        }

        @Override
        public void at(double[] x, double[] gradient) {
            double[] moved = x.clone();
            for (int i = 0; i < directions.length; i++) {
                gradient[i] = derivative(moved, directions[i]);
            }
        }

        private double derivative(double[] x, int i) {
            double saved = x[i];
            double result = new FiniteDifferencesDifferentiator(points, stepAt(saved))
                    .differentiate((double t) -> {
                        x[i] = t;
                        return f.run(x);
                    })
                    .value(new DerivativeStructure(1, 1, 0, saved))
                    .getPartialDerivative(1);
            x[i] = saved;
            return result;
        }

        @Override
        public int evaluations() {
            return points * directions.length;
        }

        @Override
        public Optional<Long> operations() {
            return Optional.empty();
        }
    }
}
