package tridiff.numerical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import tridiff.expr.said.Said;
import tridiff.wengert.method.PerThread;
import tridiff.wengert.method.Problem;
import tridiff.wengert.method.UpperTriangle;

/**
 * Second partial derivatives by a scheme for the second derivative of a function of one variable.
 *
 * <p>Those by two variables are differences along the diagonals of the rectangle that the two axes span, each variable by its own
 * scale: f_ij = (D²(u+v) - D²(u-v)) / 4|u||v| with u and v along the axes. The matrix is symmetric since each entry is computed once.
 */
final class SecondDifferences extends DifferenceRun {

    /** One entry: a row and a column of the matrix, by their inputs. */
    private record Entry(int i, int j) {
        boolean isDiagonal() {
            return i == j;
        }
    }

    /** What one thread writes to. */
    private record Work(CoordinateFunction slice, double[] point, double[] entries) {}

    private final Scheme scheme;
    private final List<Entry> entries;
    private final int[] places; // of each result among the entries
    private final PerThread<Work> work;

    private SecondDifferences(Scheme scheme, Problem p, List<Entry> entries, int[] places) {
        super(p.listOfOne(), scheme.evaluations(lines(entries)), lines(entries));
        this.scheme = scheme;
        this.entries = entries;
        this.places = places;
        this.work = new PerThread<>(() ->
                new Work(new CoordinateFunction(f()::run), new double[p.inputs().size()], new double[entries.size()]));
    }

    /** Along which differences are taken: one for a square, two for a product. */
    private static int lines(List<Entry> entries) {
        return entries.stream().mapToInt(e -> e.isDiagonal() ? 1 : 2).sum();
    }

    /** All of them, row by row. */
    static SecondDifferences of(Scheme second, Problem p) {
        int[] axes = p.directions();
        int n = axes.length;
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                entries.add(new Entry(axes[i], axes[j]));
            }
        }
        return new SecondDifferences(second, p, entries, UpperTriangle.places(n));
    }

    /** The one by the two wanted variables. */
    static SecondDifferences mixed(Scheme second, Problem p) {
        int[] axes = p.directions();
        return new SecondDifferences(second, p, List.of(new Entry(axes[0], axes[1])), new int[1]);
    }

    @Override
    public void at(double[] x, double[] results) {
        Work own = moved(x);
        for (int k = 0; k < own.entries.length; k++) {
            Entry e = entries.get(k);
            own.entries[k] = e.isDiagonal()
                    ? scheme.value(own.slice, own.slice.along(e.i))
                    : scheme.value(diagonal(own.slice, e, 1), 0) / area(e, x)
                            - scheme.value(diagonal(own.slice, e, -1), 0) / area(e, x);
        }
        counted(own.slice.runs());
        for (int k = 0; k < places.length; k++) {
            results[k] = own.entries[places[k]];
        }
    }

    private Work moved(double[] x) {
        Work own = work.get();
        System.arraycopy(x, 0, own.point, 0, own.point.length);
        own.slice.through(own.point);
        return own;
    }

    private DoubleUnaryOperator diagonal(CoordinateFunction slice, Entry e, int side) {
        double u = scheme.unit(slice.along(e.i));
        double v = side * scheme.unit(slice.along(e.j));
        return t -> slice.at(e.i, t * u, e.j, t * v);
    }

    private double area(Entry e, double[] x) {
        return 4 * scheme.unit(x[e.i]) * scheme.unit(x[e.j]);
    }

    /** The errors of both differences together. */
    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        double[] errors = estimates(x).stream().mapToDouble(Estimate::error).toArray();
        return Optional.of(IntStream.of(places).mapToDouble(k -> errors[k]).toArray());
    }

    private List<Estimate> estimates(double[] x) {
        Work own = moved(x);
        return entries.stream()
                .map(e -> e.isDiagonal()
                        ? scheme.estimate(own.slice, own.slice.along(e.i))
                        : difference(
                                scheme.estimate(diagonal(own.slice, e, 1), 0),
                                scheme.estimate(diagonal(own.slice, e, -1), 0),
                                area(e, x)))
                .toList();
    }

    private static Estimate difference(Estimate plus, Estimate minus, double area) {
        return new Estimate(
                (plus.value() - minus.value()) / area,
                (plus.error() + minus.error()) / area,
                Math.min(plus.step(), minus.step()),
                plus.remark().isEmpty() ? minus.remark() : plus.remark());
    }

    /** The first departure from the formula. */
    @Override
    public Said remark() {
        return estimates(work.get().point.clone()).stream()
                .map(Estimate::remark)
                .filter(remark -> !remark.isEmpty())
                .findFirst()
                .orElse(Said.NOTHING);
    }
}
