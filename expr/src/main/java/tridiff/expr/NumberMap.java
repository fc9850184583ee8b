package tridiff.expr;

import java.util.Arrays;

/**
 * From node numbers to line numbers; open addressing, because a boxed map costs ten times as much on large expressions.
 *
 * <p>Numbers given one after the other lie side by side in blocks, and only blocks are scattered: nodes made together are looked up
 * together, and a large table is read along memory and not across it.
 */
public final class NumberMap {

    private static final int ABSENT = -1;
    private static final int BLOCK_BITS = 3;

    private static final int SPARSE = 8; // numbers of a range, for each that is used

    private final long first; // of a range whose values lie side by side
    private final int[] range; // null: the table below
    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    public NumberMap() {
        this(0, null);
    }

    private NumberMap(long first, int[] range) {
        this.first = first;
        this.range = range;
        Arrays.fill(range == null ? values : range, ABSENT);
    }

    /** A map for so many numbers from first to last, and no others: an array if they lie close together, as those of nodes made together do. */
    public static NumberMap between(long first, long last, int count) {
        long length = last - first + 1;
        return length <= Math.min((long) SPARSE * count, Integer.MAX_VALUE / 2)
                ? new NumberMap(first, new int[(int) length])
                : new NumberMap();
    }

    /** Returns the earlier value, or -1. */
    public int put(long key, int value) {
        if (range != null) {
            int earlier = range[(int) (key - first)];
            range[(int) (key - first)] = value;
            return earlier;
        }
        if (2 * ++size > keys.length) {
            grow();
        }
        int i = slot(key);
        int earlier = values[i];
        if (earlier != ABSENT) {
            size--;
        }
        keys[i] = key;
        values[i] = value;
        return earlier;
    }

    /** The value, or -1. */
    public int get(long key) {
        return range != null ? range[(int) (key - first)] : values[slot(key)];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int block = (int) (((key >>> BLOCK_BITS) * 0x9E3779B97F4A7C15L) >>> 32) << BLOCK_BITS;
        int i = (block | (int) key & (1 << BLOCK_BITS) - 1) & mask;
        while (values[i] != ABSENT && keys[i] != key) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int j = slot(oldKeys[i]);
                keys[j] = oldKeys[i];
                values[j] = oldValues[i];
            }
        }
    }
}
