package tridiff.autodiff;

import java.util.Arrays;
import java.util.List;
import tridiff.autodiff.jacobian.Jacobian;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.WengertList;

/** A Jacobian or Hessian whose program computes the entries that may differ from zero, row by row; the others are 0. */
final class SparseMatrix extends ProgramRun {

    /** 80 MB. */
    private static final long MOST_ENTRIES = 10_000_000;

    private final int[] places; // of the program's results in the matrix, row by row

    private SparseMatrix(WengertList program, int[] places) {
        super(program);
        this.places = places;
    }

    /**
     * A matrix of so many columns.
     *
     * @throws Refusal if it has more than ten million entries, zeros included
     */
    static SparseMatrix of(Jacobian jacobian) {
        List<int[]> pattern = jacobian.pattern();
        int columns = jacobian.columns();
        if ((long) pattern.size() * columns > MOST_ENTRIES) {
            throw new Refusal(Said.of("autodiff.refusal.matrix", pattern.size(), columns));
        }
        int[] places = new int[jacobian.program().outputCount()];
        int next = 0;
        for (int row = 0; row < pattern.size(); row++) {
            for (int column : pattern.get(row)) {
                places[next++] = row * columns + column;
            }
        }
        return new SparseMatrix(jacobian.program(), places);
    }

    @Override
    public void at(double[] x, double[] results) {
        double[] entries = evaluator().results(x);
        Arrays.fill(results, 0);
        for (int i = 0; i < places.length; i++) {
            results[places[i]] = entries[i];
        }
    }
}
