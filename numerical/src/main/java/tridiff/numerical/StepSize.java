package tridiff.numerical;

/** The choice of a step h at a coordinate x. */
@FunctionalInterface
public interface StepSize {

    double of(double x);

    /**
     * The rule of the textbook, for a function whose derivatives are about as large as itself: truncation |τ| h^p balanced against
     * round-off ερ/h^m gives h = (mερ/(p|τ|))^(1/(m+p)), with τ and ρ the stencil's {@linkplain Stencil#truncation truncation} and
     * {@linkplain Stencil#amplification amplification}.
     *
     * <p>For the first derivative this is 2√ε, ∛(3ε), (11.25 ε)^(1/5) for orders 1, 2, 4, as in Boost.Math's finite_difference, whose
     * more cautious constants are taken for the orders 6 and 8. For large x the step grows with the power of two below |x|; for
     * |x| &lt; 2 it is the same everywhere, since functions may vary near 0 as they do elsewhere.
     */
    static StepSize classical(Stencil stencil) {
        double unit = classicalUnit(stencil);
        int reach = stencil.reach();
        return x -> representable(reach, x, unit * scale(x));
    }

    /** The same step everywhere, and exactly this one. */
    static StepSize fixed(double h) {
        return x -> h;
    }

    private static double classicalUnit(Stencil s) {
        double epsilon = Math.ulp(1.0);
        if (s.derivative() == 1 && s.isSymmetric() && s.reach() == s.accuracy() / 2) {
            if (s.accuracy() == 6) {
                return Math.pow(epsilon / 168, 1.0 / 7);
            }
            if (s.accuracy() == 8) {
                return Math.pow(551.25 * epsilon, 1.0 / 9);
            }
        }
        double ratio = s.derivative()
                * s.amplification().doubleValue()
                / (s.accuracy() * Math.abs(s.truncation().doubleValue()));
        return Math.pow(ratio * epsilon, 1.0 / (s.derivative() + s.accuracy()));
    }

    /** The power of two below |x|, and 1 for |x| &lt; 2. */
    static double scale(double x) {
        return Math.max(1, binade(x));
    }

    /** The power of two below |x|; 0 for subnormal x. By bits: Math.scalb and Math.ulp take as long as a small function. */
    private static double binade(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0x7FF0_0000_0000_0000L);
    }

    /**
     * The step nearest to h for which the points x + jh are exact up to that reach, as far as they lie in one binade: an inexact step
     * would be an error of its own, of ε|x|/h. Never 0 for a positive h.
     */
    static double representable(int reach, double x, double h) {
        double spacing = binade(Math.min(Double.MAX_VALUE, Math.abs(x) + reach * h)) * Math.ulp(1.0);
        return spacing == 0 ? h : Math.max(1, Math.rint(h / spacing)) * spacing;
    }
}
