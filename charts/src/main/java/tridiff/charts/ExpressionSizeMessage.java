package tridiff.charts;

import java.math.BigInteger;
import tridiff.compare.OrderSweep;
import tridiff.compare.OrderSweep.Growth;
import tridiff.compare.OrderSweep.Size;

/** What a sweep over the order shows, as the title of its picture: only what is true of its numbers. */
final class ExpressionSizeMessage {

    private static final int CLEARLY = 3;

    private ExpressionSizeMessage() {}

    static String of(OrderSweep sweep) {
        Size f = sweep.raw().sizes().get(0);
        Size raw = sweep.raw().last();
        if (sweep.raw().order() == 0) {
            return "The size of f itself: no derivative yet";
        }
        if (!isMoreThan(raw.tree(), f.tree(), CLEARLY)) {
            return "These derivatives do not swell";
        }
        if (stays(sweep.simplified())) {
            return "Unsimplified, these derivatives swell; simplified, they do not";
        }
        String tree = Numerals.times(raw.tree(), f.tree());
        String shared = Numerals.times(BigInteger.valueOf(raw.shared()), BigInteger.valueOf(f.shared()));
        return isMoreThan(raw.tree(), BigInteger.valueOf(raw.shared()), CLEARLY)
                ? "Unsimplified trees swell " + tree + "-fold; with equal parts shared, " + shared + "-fold"
                : "The derivatives grow " + tree + "-fold, and sharing saves little";
    }

    /** Whether no derivative is more than twice as large as f. */
    private static boolean stays(Growth growth) {
        BigInteger twice = growth.sizes().get(0).tree().shiftLeft(1);
        return growth.sizes().stream().allMatch(s -> s.tree().compareTo(twice) <= 0);
    }

    private static boolean isMoreThan(BigInteger a, BigInteger b, long factor) {
        return a.compareTo(b.multiply(BigInteger.valueOf(factor))) >= 0;
    }
}
