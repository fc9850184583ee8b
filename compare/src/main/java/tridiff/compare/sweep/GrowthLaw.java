package tridiff.compare.sweep;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tridiff.expr.said.Said;
import tridiff.symbolic.measure.Sizes;

/**
 * How a size grows with n: the law that fits the second half of its measured values best, by least squares on logarithms.
 *
 * @param size which one, such as {@code raw.tree}
 * @param kind {@code constant}, {@code polynomial} or {@code exponential}
 * @param rate the exponent of n, or the base of the power; 0 if constant
 * @param deviation the largest relative deviation of a fitted value from the law
 */
public record GrowthLaw(String size, String kind, double rate, double deviation) {

    private static final int FEWEST = 4;

    /** The laws of all sizes of which there are enough values. */
    static List<GrowthLaw> of(List<SizeSweep.Row> rows) {
        var laws = new ArrayList<GrowthLaw>();
        add(laws, "f.tree", rows, r -> tree(r.f()));
        add(laws, "f.dag", rows, r -> dag(r.f()));
        add(laws, "raw.tree", rows, r -> tree(r.raw()));
        add(laws, "raw.dag", rows, r -> dag(r.raw()));
        add(laws, "local.tree", rows, r -> tree(r.local()));
        add(laws, "local.dag", rows, r -> dag(r.local()));
        add(laws, "simplified.tree", rows, r -> tree(r.simplified()));
        add(laws, "simplified.dag", rows, r -> dag(r.simplified()));
        add(laws, "adjoint", rows, r -> r.adjoint() == null ? Double.NaN : Math.log(r.adjoint()));
        return List.copyOf(laws);
    }

    private static double tree(Sizes sizes) {
        return sizes == null ? Double.NaN : log(sizes.tree());
    }

    private static double dag(Sizes sizes) {
        return sizes == null ? Double.NaN : Math.log(sizes.dag());
    }

    private static double log(BigInteger n) {
        int shift = Math.max(0, n.bitLength() - 1000);
        return Math.log(n.shiftRight(shift).doubleValue()) + shift * Math.log(2);
    }

    private static void add(
            List<GrowthLaw> laws, String size, List<SizeSweep.Row> rows, Function<SizeSweep.Row, Double> log) {
        List<SizeSweep.Row> known = rows.stream()
                .filter(r -> r.n() > 0 && Double.isFinite(log.apply(r)))
                .toList();
        List<SizeSweep.Row> half = known.subList(known.size() / 2, known.size());
        if (half.size() >= FEWEST) {
            double[] n = half.stream().mapToDouble(SizeSweep.Row::n).toArray();
            double[] y = half.stream().mapToDouble(log::apply).toArray();
            laws.add(best(size, n, y));
        }
    }

    private static GrowthLaw best(String size, double[] n, double[] y) {
        double[] logs = java.util.Arrays.stream(n).map(Math::log).toArray();
        double[] polynomial = fit(logs, y);
        double[] exponential = fit(n, y);
        if (y[0] == y[y.length - 1]) {
            return new GrowthLaw(size, "constant", 0, Math.expm1(polynomial[1]));
        }
        return polynomial[1] <= exponential[1]
                ? new GrowthLaw(size, "polynomial", polynomial[0], Math.expm1(polynomial[1]))
                : new GrowthLaw(size, "exponential", Math.exp(exponential[0]), Math.expm1(exponential[1]));
    }

    /** Slope of the straight line through the points, and the largest distance from it. */
    static double[] fit(double[] x, double[] y) {
        double meanX = java.util.Arrays.stream(x).average().orElseThrow();
        double meanY = java.util.Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = xy / xx;
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(y[i] - meanY - slope * (x[i] - meanX)));
        }
        return new double[] {slope, worst};
    }

    /** The law as it is written, such as {@code ~ 2.03^n} or {@code ~ n^1.9}. */
    public Said said() {
        return switch (kind) {
            case "constant" -> Said.of("compare.sizes.constant");
            case "polynomial" -> Said.words(String.format(Locale.ROOT, "~ n^%.2f", rate));
            default -> Said.words(String.format(Locale.ROOT, "~ %.2f^n", rate));
        };
    }
}
