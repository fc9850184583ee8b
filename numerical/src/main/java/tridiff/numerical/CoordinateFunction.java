package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** A function of several variables along one axis through a point. The value at the point itself is computed once; runs are counted. */
final class CoordinateFunction implements DoubleUnaryOperator {

    private final ToDoubleFunction<double[]> f;
    private double[] x = new double[0];
    private int axis;
    private double centre;
    private double atPoint;
    private boolean known;
    private int runs;

    CoordinateFunction(ToDoubleFunction<double[]> f) {
        this.f = f;
    }

    /** Begins at a new point, which is changed and restored while the slice is in use. */
    void through(double[] point) {
        x = point;
        known = false;
        runs = 0;
    }

    /** Turns to an axis; returns the coordinate of the point along it. */
    double along(int i) {
        axis = i;
        centre = x[i];
        return centre;
    }

    @Override
    public double applyAsDouble(double t) {
        if (t == centre) {
            return atPoint();
        }
        x[axis] = t;
        runs++;
        double value = f.applyAsDouble(x);
        x[axis] = centre;
        return value;
    }

    /** The value at the point moved along two axes; both are restored. */
    double at(int i, double di, int j, double dj) {
        if (di == 0 && dj == 0) {
            return atPoint();
        }
        double xi = x[i];
        double xj = x[j];
        x[i] = xi + di;
        x[j] = xj + dj;
        runs++;
        double value = f.applyAsDouble(x);
        x[i] = xi;
        x[j] = xj;
        return value;
    }

    /** The value at the point itself. */
    double atPoint() {
        if (!known) {
            runs++;
            atPoint = f.applyAsDouble(x);
            known = true;
        }
        return atPoint;
    }

    /** Evaluations of f since the point was set. */
    int runs() {
        return runs;
    }
}
