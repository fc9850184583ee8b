package tridiff.peers;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;
import tridiff.expr.Expr;
import tridiff.numerical.Stencil;
import tridiff.numerical.StepSize;
import tridiff.numerical.Stepped;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * The peer: Apache Commons Math's FiniteDifferencesDifferentiator, one variable at a time. It interpolates f at equidistant points by
 * Newton's divided differences, takes its step from the caller and leaves the domain if the step does.
 */
public final class CommonsFiniteDifferences implements Stepped {

    private final String id;
    private final int points;
    private final StepSize step;

    /** On an odd number of points, the point itself among them, with the classical step of the stencil on the same points. */
    public CommonsFiniteDifferences(String id, int points) {
        this(id, points, StepSize.classical(Stencil.central(points - 1)));
    }

    private CommonsFiniteDifferences(String id, int points, StepSize step) {
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
    public CommonsFiniteDifferences withStep(String newId, double h) {
        return new CommonsFiniteDifferences(newId, points, StepSize.fixed(h));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        var list = WengertList.of(f, variables);
        int[] directions = wanted.stream().mapToInt(variables::indexOf).toArray();
        return new Prepared(new Evaluator(list), directions);
    }

    /** Runs the library; it allocates as it likes. */
    private final class Prepared implements Gradient {
        private final Evaluator f;
        private final int[] directions;

        Prepared(Evaluator f, int[] directions) {
            this.f = f;
            this.directions = directions;
        }

        @Override
        public void at(double[] x, double[] gradient) {
            for (int i = 0; i < directions.length; i++) {
                gradient[i] = derivative(x, directions[i]);
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
