package tridiff.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Problem;

/** Derivatives that were written as a program before any number was known; the value of f is left out, or follows. */
final class PreparedProgram extends ProgramRun {

    /** Runs a mode in the algebra of line numbers. */
    interface Mode {
        /**
         * The lines of the partial derivatives, one for each input; those not wanted are ignored.
         *
         * @param values the lines that hold the values of the primal's lines
         */
        List<Integer> write(WengertList primal, ListBuilder writer, List<Integer> values, boolean[] wanted);
    }

    private final WengertList written; // the derivatives, then the value of f where it is wanted
    private final int derivatives;

    private PreparedProgram(WengertList written, int derivatives) {
        super(written);
        this.written = written;
        this.derivatives = derivatives;
    }

    /** A program whose results are the derivatives. */
    static PreparedProgram of(WengertList written) {
        return new PreparedProgram(written, written.outputCount());
    }

    /**
     * The gradient of a function.
     *
     * @param withValue whether it computes the value of f too
     */
    static PreparedProgram gradient(Problem p, boolean withValue, Mode mode) {
        WengertList primal = p.listOfOne();
        var writer = ListBuilder.folding();
        var inputs = new ArrayList<Integer>();
        primal.inputs().forEach(name -> inputs.add(writer.input(name)));
        List<Integer> values = primal.sweep(writer, inputs);
        List<Integer> gradient = mode.write(primal, writer, values, p.active());
        int[] partials = Arrays.stream(p.directions()).map(gradient::get).toArray();
        int value = values.get(primal.output(0));
        int[] both =
                IntStream.concat(IntStream.of(partials), IntStream.of(value)).toArray();
        return new PreparedProgram(writer.finish(withValue ? both : partials), partials.length);
    }

    @Override
    public void at(double[] x, double[] results) {
        evaluator().run(x, results);
    }

    /** That of the derivatives alone. */
    @Override
    public Optional<WengertList> program() {
        var writer = ListBuilder.verbatim();
        List<Integer> inputs = written.inputs().stream().map(writer::input).toList();
        return Optional.of(writer.finish(written.in(writer, inputs).stream()
                .limit(derivatives)
                .mapToInt(line -> line)
                .toArray()));
    }
}
