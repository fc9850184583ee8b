package tridiff.wengert;

import java.util.Arrays;
import tridiff.expr.Arithmetic;
import tridiff.expr.Elementary;
import tridiff.expr.Rational;

/**
 * Which lines of a list are whole numbers whatever its inputs: the index of a loop, and what is made of it by sums and products.
 *
 * <p>A power with such an exponent is a product, so that x^0 is 1 at x = 0 too, and x^i has a derivative there for every i.
 */
final class WholeNumbers {

    /** Of a line that need not be whole. */
    private static final long NONE = Long.MIN_VALUE;

    /** Of a whole number without a bound that is known. */
    private static final long ANY = Long.MIN_VALUE + 1;

    private static final long LARGE = 1L << 30;

    private final WengertList list;
    private final long[] least;

    /**
     * Looks for them.
     *
     * @param inputs a bound from below for each input that is whole
     */
    WholeNumbers(WengertList list, long[] inputs) {
        this.list = list;
        this.least = new long[list.size()];
        int next = 0;
        for (int i = 0; i < least.length; i++) {
            least[i] = list.kinds[i] == OpKind.INPUT ? inputs[next++] : least(i);
        }
    }

    /** Bounds for inputs of which nothing is known. */
    static long[] none(int inputs) {
        long[] bounds = new long[inputs];
        Arrays.fill(bounds, NONE);
        return bounds;
    }

    private long least(int i) {
        Rational exact = list.exact[i];
        if (exact != null) {
            boolean small = exact.isInteger() && exact.numerator().bitLength() < 30;
            return !exact.isInteger() ? NONE : small ? exact.numerator().longValue() : ANY;
        }
        if (list.kinds[i] == OpKind.UNARY) {
            return list.what[i] == Elementary.NEGATE && is(list.a[i]) ? ANY : NONE;
        }
        boolean whole = list.kinds[i] == OpKind.BINARY && is(list.a[i]) && is(list.b[i]);
        return whole && list.what[i] instanceof Arithmetic operator ? least(i, operator) : NONE;
    }

    private long least(int i, Arithmetic operator) {
        long x = least[list.a[i]];
        long y = least[list.b[i]];
        Rational subtracted = list.exact[list.b[i]];
        return switch (operator) {
            case PLUS -> x == ANY || y == ANY ? ANY : bounded(x + y);
            case MINUS -> x == ANY || y == ANY || subtracted == null ? ANY : bounded(x - y);
            case TIMES -> x < 0 || y < 0 ? ANY : bounded(x * y);
            case OVER, POWER -> NONE;
        };
    }

    private static long bounded(long bound) {
        return Math.abs(bound) < LARGE ? bound : ANY;
    }

    /** Whether a line is a whole number. */
    boolean is(int line) {
        return least[line] != NONE;
    }

    /** Whether it is one that is positive. */
    boolean isPositive(int line) {
        return least[line] > 0;
    }

    /** Bounds of these lines. */
    long[] of(int[] lines) {
        return Arrays.stream(lines).mapToLong(line -> least[line]).toArray();
    }

    /** Puts loops that know it in place of those of the list. */
    void tellLoops() {
        for (int i = 0; i < list.size(); i++) {
            if (list.beginsLoop(i)) {
                LoopCall call = list.call(i);
                var told = new LoopCall(call.loop().withWholeArguments(of(call.arguments())), call.arguments());
                for (int j = i; j < list.size() && list.what[j] == call; j++) {
                    list.what[j] = told;
                }
            }
        }
    }
}
