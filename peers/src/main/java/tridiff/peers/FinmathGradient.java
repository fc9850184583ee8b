package tridiff.peers;

import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

/**
 * The peer: reverse mode of finmath-lib, its own rules. It is made for random variables of many paths, of which a number is one without
 * any; every operation becomes a node, and the nodes are swept backwards.
 */
public final class FinmathGradient implements Method {

    /** Each is a node with lists and boxes of its own, kept until the sweep is over, some 300 bytes: 300 MB. */
    private static final long MOST_OPERATIONS = 1_000_000;

    @Override
    public MethodId id() {
        return Finmath.GRADIENT;
    }

    @Override
    public Prepared gradient(Problem p) {
        WengertList list = p.listOfOne();
        FinmathNumbers.HAS.require(list);
        if (list.operations() > MOST_OPERATIONS) {
            throw new Refusal(Said.of("peers.memory.operations", "finmath", list.operations()));
        }
        return new Gradient(list, p.directions());
    }

    private record Gradient(WengertList list, int[] directions) implements LibraryRun {

        @Override
        public void at(double[] x, double[] gradient) {
            System.arraycopy(FinmathNumbers.gradient(list, directions, x), 0, gradient, 0, directions.length);
        }
    }
}
