package tridiff.numerical;

import java.util.ArrayList;
import java.util.List;

/**
 * Extrapolation to h = 0 (Richardson; Neville's scheme): A(1, m) is a quotient with the step h r^-(m-1), whose error is a series in
 * h^q, h^2q, …; A(n, m) is free of the first n-1 terms of it.
 */
public final class Tableau {

    private final double ratioToOrder;
    private final List<double[]> columns =
            new ArrayList<>(); // columns.get(m-1)[n-1] = A(n, m-n+1): one diagonal a quotient

    /**
     * An empty tableau.
     *
     * @param ratio r of one step to the next, more than 1
     * @param order q by which the powers of h in the error rise: 2 for central, 1 for one-sided quotients
     */
    public Tableau(double ratio, int order) {
        this.ratioToOrder = Math.pow(ratio, order);
    }

    /** Adds the quotient of the next smaller step; returns the error of the new best entry as its neighbours suggest it. */
    public double add(double quotient) {
        double[] previous = columns.isEmpty() ? new double[0] : columns.get(columns.size() - 1);
        double[] next = new double[previous.length + 1];
        next[0] = quotient;
        double power = 1;
        double best = Double.POSITIVE_INFINITY;
        for (int n = 1; n < next.length; n++) {
            power *= ratioToOrder;
            next[n] = next[n - 1] + (next[n - 1] - previous[n - 1]) / (power - 1);
            best = Math.min(best, suggested(next, previous, n));
        }
        columns.add(next);
        return best;
    }

    /** By how much an entry differs from the two that it was computed from: Ridders' estimate of its error. */
    private static double suggested(double[] next, double[] previous, int n) {
        return Math.max(Math.abs(next[n] - next[n - 1]), Math.abs(next[n] - previous[n - 1]));
    }

    public int size() {
        return columns.size();
    }

    /** A(n, m), free of n-1 terms of the error, from the quotients m to m+n-1; both count from 1. */
    public double entry(int n, int m) {
        return columns.get(m + n - 2)[n - 1];
    }

    /** The entry whose neighbours agree with it best. */
    Entry best() {
        Entry best = new Entry(entry(1, 1), Double.POSITIVE_INFINITY, 0);
        for (int m = 1; m < columns.size(); m++) {
            for (int n = 1; n < columns.get(m).length; n++) {
                double error = suggested(columns.get(m), columns.get(m - 1), n);
                if (error < best.error) {
                    best = new Entry(columns.get(m)[n], error, m);
                }
            }
        }
        return best;
    }

    /**
     * An entry of the tableau.
     *
     * @param last the smallest step it uses, counted from 0
     */
    record Entry(double value, double error, int last) {}
}
