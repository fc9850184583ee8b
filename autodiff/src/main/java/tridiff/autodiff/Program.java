package tridiff.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.Differentiator;
import tridiff.expr.Evaluator;
import tridiff.expr.Expr;
import tridiff.expr.LineWriter;
import tridiff.expr.WengertList;

/** A gradient that was written as a program before any number was known. It computes the value of f, too. */
final class Program implements Differentiator.Gradient {

    /** Runs a mode in the algebra of line numbers. */
    interface Mode {
        /** The lines of the partial derivatives, one for each input; those not wanted are ignored. */
        List<Integer> write(WengertList primal, LineWriter writer, List<Integer> inputs, boolean[] wanted);
    }

    private final WengertList program; // the value of f, then the partials
    private final WengertList partialsOnly;
    private final Evaluator evaluator;
    private final double[] results;

    private Program(WengertList program, WengertList partialsOnly) {
        this.program = program;
        this.partialsOnly = partialsOnly;
        this.evaluator = new Evaluator(program);
        this.results = new double[program.outputCount()];
    }

    static Program of(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted, Mode mode) {
        var primal = WengertList.of(f, variables);
        var writer = LineWriter.folding();
        var inputs = new ArrayList<Integer>();
        primal.inputs().forEach(name -> inputs.add(writer.input(name)));
        boolean[] active = new boolean[inputs.size()];
        wanted.forEach(v -> active[variables.indexOf(v)] = true);
        int value = primal.in(writer, inputs).get(0);
        List<Integer> gradient = mode.write(primal, writer, inputs, active);
        int[] partials = wanted.stream()
                .mapToInt(v -> gradient.get(variables.indexOf(v)))
                .toArray();
        int[] all =
                IntStream.concat(IntStream.of(value), IntStream.of(partials)).toArray();
        return new Program(writer.finish(all).withSumsFused(), writer.finish(partials));
    }

    @Override
    public void at(double[] x, double[] gradient) {
        evaluator.run(x, results);
        System.arraycopy(results, 1, gradient, 0, results.length - 1);
    }

    @Override
    public void compile() {
        evaluator.compile();
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public Optional<Long> operations() {
        return Optional.of(program.operations());
    }

    @Override
    public Optional<WengertList> program() {
        return Optional.of(partialsOnly);
    }
}
