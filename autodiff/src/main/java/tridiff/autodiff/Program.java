package tridiff.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.Expr;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.WengertList;
import tridiff.wengert.method.Differentiator;
import tridiff.wengert.run.Evaluator;

/** A gradient that was written as a program before any number was known; the value of f is left out, or is its first result. */
public final class Program implements Differentiator.Gradient {

    /** Runs a mode in the algebra of line numbers. */
    public interface Mode {
        /**
         * The lines of the partial derivatives, one for each input; those not wanted are ignored.
         *
         * @param values the lines that hold the values of the primal's lines
         */
        List<Integer> write(WengertList primal, ListBuilder writer, List<Integer> values, boolean[] wanted);
    }

    private final WengertList written; // the value of f where it is wanted, then the partials
    private final WengertList program; // the same as it is run
    private final Evaluator evaluator;
    private final int values; // results before the partials

    private Program(WengertList written, boolean withValue) {
        this.written = written;
        this.values = withValue ? 1 : 0;
        this.program = written.withSumsFused();
        this.evaluator = new Evaluator(program);
    }

    /**
     * The program of a function.
     *
     * @param withValue whether it computes the value of f too
     */
    public static Program of(WengertList primal, List<Expr.Var> wanted, boolean withValue, Mode mode) {
        var writer = ListBuilder.folding();
        var inputs = new ArrayList<Integer>();
        primal.inputs().forEach(name -> inputs.add(writer.input(name)));
        boolean[] active = new boolean[inputs.size()];
        int[] chosen = primal.inputNumbers(wanted);
        Arrays.stream(chosen).forEach(input -> active[input] = true);
        List<Integer> values = primal.sweep(writer, inputs);
        List<Integer> gradient = mode.write(primal, writer, values, active);
        int[] partials = Arrays.stream(chosen).map(gradient::get).toArray();
        int value = values.get(primal.output(0));
        int[] both =
                IntStream.concat(IntStream.of(value), IntStream.of(partials)).toArray();
        return new Program(writer.finish(withValue ? both : partials), withValue);
    }

    @Override
    public void at(double[] x, double[] gradient) {
        double[] results = evaluator.results(x);
        System.arraycopy(results, values, gradient, 0, results.length - values);
    }

    @Override
    public List<Evaluator> evaluators() {
        return List.of(evaluator);
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public Optional<Long> operations() {
        return Optional.of(program.operations());
    }

    /** That of the partials alone. */
    @Override
    public Optional<WengertList> program() {
        var writer = ListBuilder.verbatim();
        List<Integer> inputs = written.inputs().stream().map(writer::input).toList();
        return Optional.of(writer.finish(written.in(writer, inputs).stream()
                .skip(values)
                .mapToInt(line -> line)
                .toArray()));
    }
}
