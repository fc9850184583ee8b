package tridiff.numerical;

/** The choice of a step h at a coordinate x. */
@FunctionalInterface
public interface StepSize {

    double of(Stencil stencil, double x);

    /**
     * The rule of the textbook, which balances truncation against round-off for a function whose derivatives are about as large as
     * itself: h = c·max(1, |x|) with c near ε^(1/(p+1)), constants as in Boost.Math's finite_difference.
     */
    StepSize CLASSICAL = (stencil, x) -> representable(x, classical(stencil.accuracy()) * Math.max(1, Math.abs(x)));

    /** The same step everywhere. */
    static StepSize fixed(double h) {
        return (stencil, x) -> h;
    }

    private static double classical(int accuracy) {
        double epsilon = Math.ulp(1.0);
        return switch (accuracy) {
            case 1 -> 2 * Math.sqrt(epsilon);
            case 2 -> Math.cbrt(3 * epsilon);
            case 4 -> Math.pow(11.25 * epsilon, 1.0 / 5);
            case 6 -> Math.pow(epsilon / 168, 1.0 / 7);
            case 8 -> Math.pow(551.25 * epsilon, 1.0 / 9);
            default -> Math.pow(epsilon, 1.0 / (accuracy + 1));
        };
    }

    /** The step nearest to h for which x + h is exact: an inexact one would be an error of its own, of ε|x|/h. */
    static double representable(double x, double h) {
        double step = (x + h) - x;
        return step != 0 ? step : Math.nextUp(x) - x;
    }
}
