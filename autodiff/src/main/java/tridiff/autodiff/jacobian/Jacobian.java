package tridiff.autodiff.jacobian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.autodiff.forward.Duals;
import tridiff.autodiff.reverse.Adjoints;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/**
 * The Jacobian of several functions as a program, by columns in forward mode or by rows in reverse mode, whichever takes fewer
 * sweeps.
 *
 * <p>Entries that are zero by structure are not computed. Columns that no row has both of share a sweep, and so do rows that no
 * column has both of: a band of width w takes w sweeps, however long it is.
 *
 * @param sweeps how many wrote it
 * @param pattern for each row the columns that may differ from zero, increasing
 * @param program its results are the entries of the pattern, row by row
 */
public record Jacobian(Mode mode, int sweeps, List<int[]> pattern, int columns, WengertList program) {

    /** How the entries are computed. */
    public enum Mode {
        FORWARD,
        REVERSE
    }

    /** Lines times sweeps: some seconds. */
    private static final long MOST_WORK = 50_000_000;

    /** The Jacobian of all results of a list by all its inputs, in the cheaper mode. */
    public static Jacobian of(WengertList f) {
        int[] wanted = all(f);
        List<int[]> pattern = Sparsity.of(f, wanted);
        int forward = count(Sparsity.colours(pattern, wanted.length));
        int reverse = count(rowColours(pattern, wanted.length));
        return of(f, wanted, forward <= reverse ? Mode.FORWARD : Mode.REVERSE, pattern);
    }

    /** The same in a mode of one's choice. */
    public static Jacobian of(WengertList f, Mode mode) {
        return of(f, all(f), mode);
    }

    /**
     * The Jacobian by some inputs.
     *
     * @param wanted the inputs that the columns stand for; the others are parameters
     * @throws Refusal if it would take too long to write
     */
    public static Jacobian of(WengertList f, int[] wanted, Mode mode) {
        return of(f, wanted, mode, Sparsity.of(f, wanted));
    }

    /**
     * The Hessian of a list's only result by some inputs: the Jacobian of its gradient, forward over reverse. Symmetric by computation,
     * not by force.
     *
     * @throws Refusal if it would take too long to write
     */
    public static Jacobian ofGradient(WengertList f, int[] wanted) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        List<Integer> gradient = Adjoints.gradient(f, writer, inputs, active(f, wanted));
        return of(writer.finish(Arrays.stream(wanted).map(gradient::get).toArray()), wanted, Mode.FORWARD);
    }

    private static int[] all(WengertList f) {
        return IntStream.range(0, f.inputCount()).toArray();
    }

    private static boolean[] active(WengertList f, int[] wanted) {
        boolean[] active = new boolean[f.inputCount()];
        Arrays.stream(wanted).forEach(i -> active[i] = true);
        return active;
    }

    /**
     * The product of the Hessian of a list's only result with a vector, as a program: one forward sweep over one reverse sweep.
     *
     * @param wanted the inputs by which to differentiate
     * @return a list whose inputs are those of f and then, with a quote behind their names, the vector; one result for each wanted input
     */
    public static WengertList hessianTimesVector(WengertList f, int[] wanted) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var duals = new Duals<>(writer);
        var seeded = new ArrayList<Duals.Dual<Integer>>();
        inputs.forEach(x -> seeded.add(duals.parameter(x)));
        for (int i : wanted) {
            seeded.set(
                    i, new Duals.Dual<>(inputs.get(i), writer.input(f.inputs().get(i) + "'")));
        }
        List<Duals.Dual<Integer>> gradient = Adjoints.gradient(f, duals, seeded, active(f, wanted));
        return writer.finish(Arrays.stream(wanted)
                .mapToObj(i -> duals.derivative(gradient.get(i)))
                .mapToInt(d -> d == null ? writer.constant(0) : d)
                .toArray());
    }

    private static Jacobian of(WengertList f, int[] wanted, Mode mode, List<int[]> pattern) {
        int[] colours =
                mode == Mode.FORWARD ? Sparsity.colours(pattern, wanted.length) : rowColours(pattern, wanted.length);
        if ((long) count(colours) * f.size() > MOST_WORK) {
            throw new Refusal(Said.of("autodiff.refusal.colours", count(colours), MOST_WORK));
        }
        var writer = ListBuilder.folding();
        List<Integer> inputs = f.inputs().stream().map(writer::input).toList();
        var sweeps = new ArrayList<List<Integer>>();
        for (int colour = 0; colour < count(colours); colour++) {
            sweeps.add(
                    mode == Mode.FORWARD
                            ? tangents(f, writer, inputs, seeds(f, wanted, colours, colour))
                            : adjoints(f, writer, inputs, active(f, wanted), colours, colour));
        }
        var entries = new ArrayList<Integer>();
        for (int row = 0; row < pattern.size(); row++) {
            for (int column : pattern.get(row)) {
                Integer entry = mode == Mode.FORWARD
                        ? sweeps.get(colours[column]).get(row)
                        : sweeps.get(colours[row]).get(wanted[column]);
                entries.add(entry == null ? writer.constant(0) : entry);
            }
        }
        WengertList program = writer.finish(entries);
        return new Jacobian(mode, count(colours), pattern, wanted.length, program);
    }

    private static int[] rowColours(List<int[]> pattern, int columns) {
        return Sparsity.colours(Sparsity.transposed(pattern, columns), pattern.size());
    }

    private static int count(int[] colours) {
        return Arrays.stream(colours).max().orElse(-1) + 1;
    }

    /** Which inputs stand for columns of a colour. */
    private static boolean[] seeds(WengertList f, int[] wanted, int[] colours, int colour) {
        boolean[] seeds = new boolean[f.inputCount()];
        for (int column = 0; column < wanted.length; column++) {
            seeds[wanted[column]] = colours[column] == colour;
        }
        return seeds;
    }

    /** The tangents of all results, with the seed 1 for some inputs. */
    private static List<Integer> tangents(WengertList f, ListBuilder writer, List<Integer> inputs, boolean[] seeds) {
        var duals = new Duals<>(writer);
        List<Duals.Dual<Integer>> seeded = IntStream.range(0, inputs.size())
                .mapToObj(i -> seeds[i] ? duals.seeded(inputs.get(i)) : duals.parameter(inputs.get(i)))
                .toList();
        return f.in(duals, seeded).stream().map(duals::derivative).toList();
    }

    /** The adjoints of all inputs, with the seed 1 for all results of a colour. */
    private static List<Integer> adjoints(
            WengertList f, ListBuilder writer, List<Integer> inputs, boolean[] active, int[] colours, int colour) {
        List<Integer> seeds = IntStream.of(colours)
                .mapToObj(row -> row == colour ? writer.constant(1) : null)
                .toList();
        return Adjoints.pullBack(f, writer, inputs, active, seeds);
    }

    @Override
    public List<int[]> pattern() {
        return pattern.stream().map(int[]::clone).toList();
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
