package tridiff.autodiff.jacobian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * The Jacobian of several functions as a program, by columns in forward mode or by rows in reverse mode, whichever takes fewer
 * sweeps.
 *
 * <p>Entries that are zero by structure are not computed. Columns that no row has both of share a sweep, and so do rows that no
 * column has both of: a band of width w takes w sweeps, however long it is.
 */
public final class Jacobian {

    /** How the entries are computed. */
    public enum Mode {
        FORWARD,
        REVERSE
    }

    private final Mode mode;
    private final int sweeps;
    private final List<int[]> pattern;
    private final int columns;
    private final WengertList program;

    private Jacobian(Mode mode, int sweeps, List<int[]> pattern, int columns, WengertList program) {
        this.mode = mode;
        this.sweeps = sweeps;
        this.pattern = pattern;
        this.columns = columns;
        this.program = program;
    }

    /** The Jacobian of all results of a list by all its inputs, in the cheaper mode. */
    public static Jacobian of(WengertList f) {
        List<int[]> pattern = Sparsity.of(f);
        int forward = count(Sparsity.colours(pattern, f.inputCount()));
        int reverse = count(rowColours(f, pattern));
        return of(f, forward <= reverse ? Mode.FORWARD : Mode.REVERSE, pattern);
    }

    /** The same in a mode of one's choice. */
    public static Jacobian of(WengertList f, Mode mode) {
        return of(f, mode, Sparsity.of(f));
    }

    /** The Hessian of a list's only result: the Jacobian of its gradient, forward over reverse. Symmetric by computation, not by force. */
    public static Jacobian hessian(WengertList f) {
        return of(gradient(f), Mode.FORWARD);
    }

    private static WengertList gradient(WengertList f) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        return writer.finish(
                Adjoints.gradient(f, writer, inputs).stream().mapToInt(i -> i).toArray());
    }

    /**
     * The product of the Hessian of a list's only result with a vector, as a program: one forward sweep over one reverse sweep.
     *
     * @return a list whose inputs are those of f and then, with a quote behind their names, the vector; n results
     */
    public static WengertList hessianTimesVector(WengertList f) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        List<Integer> vector =
                f.inputs().stream().map(name -> writer.input(name + "'")).toList();
        var duals = new Duals<>(writer);
        List<Duals.Dual<Integer>> seeded = IntStream.range(0, inputs.size())
                .mapToObj(i -> new Duals.Dual<>(inputs.get(i), vector.get(i)))
                .toList();
        return writer.finish(Adjoints.gradient(f, duals, seeded).stream()
                .map(duals::derivative)
                .mapToInt(d -> d == null ? writer.constant(0) : d)
                .toArray());
    }

    private static Jacobian of(WengertList f, Mode mode, List<int[]> pattern) {
        int[] colours = mode == Mode.FORWARD ? Sparsity.colours(pattern, f.inputCount()) : rowColours(f, pattern);
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var sweeps = new ArrayList<List<Integer>>();
        for (int colour = 0; colour < count(colours); colour++) {
            sweeps.add(
                    mode == Mode.FORWARD
                            ? tangents(f, writer, inputs, colours, colour)
                            : adjoints(f, writer, inputs, colours, colour));
        }
        var entries = new ArrayList<Integer>();
        for (int row = 0; row < pattern.size(); row++) {
            for (int column : pattern.get(row)) {
                Integer entry = mode == Mode.FORWARD
                        ? sweeps.get(colours[column]).get(row)
                        : sweeps.get(colours[row]).get(column);
                entries.add(entry == null ? writer.constant(0) : entry);
            }
        }
        WengertList program = writer.finish(entries.stream().mapToInt(i -> i).toArray());
        return new Jacobian(mode, count(colours), pattern, f.inputCount(), program);
    }

    private static int[] rowColours(WengertList f, List<int[]> pattern) {
        return Sparsity.colours(Sparsity.transposed(pattern, f.inputCount()), pattern.size());
    }

    private static int count(int[] colours) {
        return Arrays.stream(colours).max().orElse(-1) + 1;
    }

    /** The tangents of all results, with the seed 1 for all inputs of a colour. */
    private static List<Integer> tangents(
            WengertList f, ListBuilder writer, List<Integer> inputs, int[] colours, int colour) {
        var duals = new Duals<>(writer);
        List<Duals.Dual<Integer>> seeded = IntStream.range(0, inputs.size())
                .mapToObj(i -> colours[i] == colour ? duals.seeded(inputs.get(i)) : duals.parameter(inputs.get(i)))
                .toList();
        return f.in(duals, seeded).stream().map(duals::derivative).toList();
    }

    /** The adjoints of all inputs, with the seed 1 for all results of a colour. */
    private static List<Integer> adjoints(
            WengertList f, ListBuilder writer, List<Integer> inputs, int[] colours, int colour) {
        boolean[] all = new boolean[inputs.size()];
        Arrays.fill(all, true);
        var seeds = new ArrayList<Integer>();
        for (int row : colours) {
            seeds.add(row == colour ? writer.constant(1) : null);
        }
        return Adjoints.pullBack(f, writer, inputs, all, seeds);
    }

    public Mode mode() {
        return mode;
    }

    /** How many sweeps wrote it. */
    public int sweeps() {
        return sweeps;
    }

    /** For each row the columns that may differ from zero, increasing. */
    public List<int[]> pattern() {
        return pattern.stream().map(int[]::clone).toList();
    }

    /** The program: its results are the entries of the pattern, row by row. */
    public WengertList program() {
        return program;
    }

    /** The matrix at a point, rows by columns; for more than one point take {@link #program} and run it. */
    public double[][] at(double... x) {
        double[] entries = new double[program.outputCount()];
        new Evaluator(program).run(x, entries);
        double[][] matrix = new double[pattern.size()][columns];
        int next = 0;
        for (int row = 0; row < pattern.size(); row++) {
            for (int column : pattern.get(row)) {
                matrix[row][column] = entries[next++];
            }
        }
        return matrix;
    }
}
