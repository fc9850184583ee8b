package tridiff.numerical;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.FiniteDifferencesDifferentiator;
import tridiff.expr.Differentiator;
import tridiff.expr.Evaluator;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

/** The peer: Apache Commons Math's FiniteDifferencesDifferentiator on five points, one variable at a time. */
public final class CommonsFiniteDifferences implements Differentiator {

    private static final int POINTS = 5;

    @Override
    public String id() {
        return "numerical.commons";
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        var list = WengertList.of(f, variables);
        int[] directions = wanted.stream().mapToInt(variables::indexOf).toArray();
        return new Prepared(new Evaluator(list), list.operations(), directions);
    }

    private record Prepared(Evaluator f, long operationsOfF, int[] directions) implements Gradient {

        @Override
        public void at(double[] x, double[] gradient) {
            for (int i = 0; i < directions.length; i++) {
                gradient[i] = derivative(x, directions[i]);
            }
        }

        private double derivative(double[] x, int i) {
            double saved = x[i];
            double h = StepSize.CLASSICAL.of(Stencil.central(POINTS - 1), saved);
            double result = new FiniteDifferencesDifferentiator(POINTS, h)
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
            return POINTS * directions.length;
        }

        @Override
        public Optional<Long> operations() {
            return Optional.empty();
        }
    }
}
