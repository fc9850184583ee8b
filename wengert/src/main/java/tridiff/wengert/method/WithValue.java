package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** A gradient after one evaluation of f: value and gradient of a method that does not meet the value on its way. */
final class WithValue implements Differentiator.Gradient {

    private final Differentiator.Gradient gradient;
    private final Evaluator f;
    private final long operations;

    WithValue(Differentiator.Gradient gradient, WengertList f) {
        this.gradient = gradient;
        this.f = new Evaluator(f);
        this.operations = f.operations();
    }

    @Override
    public void at(double[] x, double[] partials) {
        f.run(x);
        gradient.at(x, partials);
    }

    @Override
    public int evaluations() {
        return gradient.evaluations() == 0 ? 0 : gradient.evaluations() + 1;
    }

    @Override
    public Optional<Long> operations() {
        return gradient.operations().map(own -> own + operations);
    }

    @Override
    public Optional<WengertList> program() {
        return gradient.program();
    }

    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        return gradient.errorEstimates(x);
    }

    @Override
    public List<Evaluator> evaluators() {
        return Stream.concat(Stream.of(f), gradient.evaluators().stream()).toList();
    }

    @Override
    public String remark() {
        return gradient.remark();
    }

    @Override
    public Optional<String> objection(double[] x) {
        return gradient.objection(x);
    }
}
