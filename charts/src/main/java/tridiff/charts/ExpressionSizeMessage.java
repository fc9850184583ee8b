package tridiff.charts;

import java.math.BigInteger;
import tridiff.charts.style.Numerals;
import tridiff.compare.sweep.OrderSweep;
import tridiff.compare.sweep.OrderSweep.Growth;
import tridiff.compare.sweep.OrderSweep.Size;
import tridiff.expr.said.Said;

/** What a sweep over the order shows, as the title of its picture: only what is true of its numbers. */
public final class ExpressionSizeMessage {

    private static final int CLEARLY = 3;

    private ExpressionSizeMessage() {}

    public static Said of(OrderSweep sweep) {
        Size f = sweep.raw().sizes().get(0);
        Size raw = sweep.raw().last();
        if (sweep.raw().order() == 0) {
            return Said.of("charts.picture.sizes.first");
        }
        if (!isMoreThan(raw.tree(), f.tree(), CLEARLY)) {
            return Said.of("charts.picture.sizes.not");
        }
        if (stays(sweep.simplified())) {
            return Said.of("charts.picture.sizes.simplified");
        }
        String tree = Numerals.times(raw.tree(), f.tree());
        String shared = Numerals.times(BigInteger.valueOf(raw.shared()), BigInteger.valueOf(f.shared()));
        return isMoreThan(raw.tree(), BigInteger.valueOf(raw.shared()), CLEARLY)
                ? Said.of("charts.picture.sizes.swell", tree, shared)
                : Said.of("charts.picture.sizes.grow", tree);
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
