package tridiff.bench;

import java.util.List;
import java.util.Optional;
import tridiff.expr.Differentiator;
import tridiff.expr.Expr;
import tridiff.expr.WengertList;

/** A peer that is only measured: forward mode of Hipparchus, the maintained fork of Commons Math, for the functions of the problems. */
final class HipparchusGradient implements Differentiator {

    @Override
    public String id() {
        return "hipparchus.gradient";
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        if (!wanted.equals(variables)) {
            throw new Refusal("the benchmark differentiates by all variables");
        }
        return new Prepared(WengertList.of(f, variables));
    }

    private record Prepared(WengertList list) implements Gradient {

        @Override
        public void at(double[] x, double[] gradient) {
            System.arraycopy(HipparchusNumbers.gradient(list, x), 0, gradient, 0, x.length);
        }

        @Override
        public int evaluations() {
            return 1;
        }

        @Override
        public Optional<Long> operations() {
            return Optional.empty();
        }
    }
}
