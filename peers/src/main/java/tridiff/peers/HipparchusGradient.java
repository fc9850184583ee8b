package tridiff.peers;

import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/** The peer: forward mode of Hipparchus, the maintained fork of Commons Math, its own rules, all variables at once. */
public final class HipparchusGradient implements Method {

    /** Of values and partial derivatives of all lines, which are kept: 80 MB. */
    private static final long MOST_NUMBERS = 10_000_000;

    @Override
    public MethodId id() {
        return Hipparchus.GRADIENT;
    }

    @Override
    public Prepared gradient(Problem p) {
        WengertList list = p.listOfOne();
        HipparchusNumbers.HAS.require(list);
        int parameters = p.wanted().size();
        if ((long) parameters * list.size() > MOST_NUMBERS) {
            throw new Refusal(Said.of("peers.memory", "Hipparchus", parameters));
        }
        return new Gradient(list, Parameters.of(p), parameters);
    }

    private record Gradient(WengertList list, int[] direction, int parameters) implements LibraryRun {

        @Override
        public void at(double[] x, double[] gradient) {
            System.arraycopy(HipparchusNumbers.gradient(list, direction, parameters, x), 0, gradient, 0, parameters);
        }
    }
}
