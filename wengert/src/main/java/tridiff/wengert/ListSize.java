package tridiff.wengert;

import java.math.BigInteger;
import java.util.Arrays;

/** How large a list is: as operations, as trees, and with shared parts once. */
final class ListSize {

    private ListSize() {}

    /** Scalar operations of one run; what is known before any input, such as -2 or 1/3 or sqrt(pi), is not counted. */
    static long operations(WengertList list) {
        boolean[] varies = list.dependence();
        long count = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.beginsLoop(i)) {
                count += list.loop(i).operations();
            } else if (varies[i] && list.kinds[i] != OpKind.INPUT && list.kinds[i] != OpKind.LOOP) {
                count++;
            }
        }
        return count;
    }

    /**
     * Nodes of the results written as trees: with shared parts repeated wherever they are used. Exact up to {@link WengertList#HUGE}, which
     * stands for itself and everything above.
     */
    static BigInteger tree(WengertList list) {
        BigInteger[] sizes = new BigInteger[list.size()];
        for (int i = 0; i < list.size(); i++) {
            BigInteger sum = list.kinds[i] == OpKind.LOOP ? list.loop(i).body().treeSize() : BigInteger.ONE;
            for (int argument : list.arguments(i)) {
                sum = sum.add(sizes[argument]);
            }
            sizes[i] = sum.min(WengertList.HUGE);
        }
        return Arrays.stream(list.outputs())
                .mapToObj(o -> sizes[o])
                .reduce(BigInteger.ZERO, BigInteger::add)
                .min(WengertList.HUGE);
    }

    /** Nodes of the results with shared parts counted once; inputs that are not used are not counted. */
    static int shared(WengertList list) {
        boolean[] used = Dependence.neededFor(list, list.outputs());
        int count = 0;
        for (int i = 0; i < list.size(); i++) {
            if (used[i]) {
                count += list.kinds[i] != OpKind.LOOP
                        ? 1
                        : list.beginsLoop(i) ? list.loop(i).body().sharedSize() : 0;
            }
        }
        return count;
    }
}
