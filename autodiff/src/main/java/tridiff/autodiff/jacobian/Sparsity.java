package tridiff.autodiff.jacobian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Unary;
import tridiff.wengert.Loop;
import tridiff.wengert.LoopAlgebra;
import tridiff.wengert.WengertList;

/** Sets of inputs as an algebra: run in it, a list tells which inputs each result depends on, the sparsity pattern of its Jacobian. */
final class Sparsity implements LoopAlgebra<int[]> {

    private static final int[] NONE = {};

    private Sparsity() {}

    /** For each result the columns that it depends on, increasing: they stand for the wanted inputs. */
    static List<int[]> of(WengertList f, int[] wanted) {
        var columns = new ArrayList<>(Collections.nCopies(f.inputCount(), NONE));
        for (int column = 0; column < wanted.length; column++) {
            columns.set(wanted[column], new int[] {column});
        }
        return f.in(new Sparsity(), columns);
    }

    /** The transpose of a pattern. */
    static List<int[]> transposed(List<int[]> rows, int columns) {
        var lists = new ArrayList<List<Integer>>();
        for (int c = 0; c < columns; c++) {
            lists.add(new ArrayList<>());
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c : rows.get(r)) {
                lists.get(c).add(r);
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    /**
     * Colours for columns such that no row has two of one colour: columns of one colour can share a sweep (Curtis, Powell, Reid, "On
     * the estimation of sparse Jacobian matrices", J. Inst. Maths Applics 13, 1974). Greedy, in the order of the columns.
     */
    static int[] colours(List<int[]> rows, int columns) {
        List<int[]> rowsOf = transposed(rows, columns);
        int[] colour = new int[columns];
        Arrays.fill(colour, -1);
        int[] takenBy = new int[columns]; // the last column that could not have this colour, plus 1
        for (int c = 0; c < columns; c++) {
            for (int r : rowsOf.get(c)) {
                for (int other : rows.get(r)) {
                    if (colour[other] >= 0) {
                        takenBy[colour[other]] = c + 1;
                    }
                }
            }
            int free = 0;
            while (takenBy[free] == c + 1) {
                free++;
            }
            colour[c] = free;
        }
        return colour;
    }

    @Override
    public int[] constant(Constant c) {
        return NONE;
    }

    @Override
    public int[] apply(Unary f, int[] x) {
        return x;
    }

    @Override
    public int[] apply(Binary f, int[] x, int[] y) {
        return union(x, y);
    }

    @Override
    public int[] choose(int[] condition, int[] yes, int[] no) {
        return union(condition, union(yes, no));
    }

    @Override
    public List<int[]> loop(Loop loop, List<int[]> arguments) {
        int[] all = arguments.stream().reduce(NONE, Sparsity::union);
        return IntStream.range(0, loop.results()).mapToObj(i -> all).toList();
    }

    /** The union of two increasing sequences; one of the two itself where it contains the other. */
    private static int[] union(int[] x, int[] y) {
        if (x == y || y.length == 0) {
            return x;
        }
        int[] both = new int[x.length + y.length];
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < x.length || j < y.length) {
            boolean takeX = j == y.length || i < x.length && x[i] <= y[j];
            int next = takeX ? x[i] : y[j];
            i += i < x.length && x[i] == next ? 1 : 0;
            j += j < y.length && y[j] == next ? 1 : 0;
            both[n++] = next;
        }
        return n == x.length ? x : n == y.length ? y : Arrays.copyOf(both, n);
    }
}
