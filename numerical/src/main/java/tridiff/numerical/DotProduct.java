package tridiff.numerical;

/**
 * Σ weight·(a - b), as if computed in twice the digits and rounded once.
 *
 * <p>Every difference, product and sum keeps what its rounding cuts off, and these rests are added up beside it: T. Ogita, S. M. Rump,
 * S. Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26(6), 2005, algorithm 5.3. Weights of stencils of many points
 * cancel so far that the roundings of a plain sum would be larger than those of the values.
 */
final class DotProduct {

    private double sum;
    private double rest;

    /** Adds (weight + low)·(a - b). */
    void add(double weight, double low, double a, double b) {
        double difference = a - b;
        double product = weight * difference;
        double cut = Math.fma(weight, difference, -product) + weight * cutOff(a, -b, difference) + low * difference;
        double next = sum + product;
        rest += cutOff(sum, product, next) + cut;
        sum = next;
    }

    /** What rounding has cut off from a + b: exact (D. E. Knuth, The Art of Computer Programming 2, 4.2.2, theorem B). */
    private static double cutOff(double a, double b, double rounded) {
        double second = rounded - a;
        return a - (rounded - second) + (b - second);
    }

    double value() {
        return sum + rest;
    }
}
