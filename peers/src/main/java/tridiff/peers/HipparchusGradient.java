package tridiff.peers;

import java.util.List;
import java.util.Optional;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;

/** The peer: forward mode of Hipparchus, the maintained fork of Commons Math, its own rules, all variables at once. */
public final class HipparchusGradient implements Differentiator {

    /** Of values and partial derivatives of all lines, which are kept: 80 MB. */
    private static final long MOST_NUMBERS = 10_000_000;

    @Override
    public String id() {
        return "autodiff.hipparchus";
    }

    @Override
    public Differentiator.Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        var list = WengertList.of(f, variables);
        HipparchusNumbers.HAS.require(list);
        if ((long) wanted.size() * list.size() > MOST_NUMBERS) {
            throw new Refusal("Hipparchus would take too much memory for " + wanted.size() + " variables");
        }
        return new Prepared(list, variables.stream().mapToInt(wanted::indexOf).toArray(), wanted.size());
    }

    private record Prepared(WengertList list, int[] direction, int parameters) implements Differentiator.Gradient {

        @Override
        public void at(double[] x, double[] gradient) {
            System.arraycopy(HipparchusNumbers.gradient(list, direction, parameters, x), 0, gradient, 0, parameters);
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
