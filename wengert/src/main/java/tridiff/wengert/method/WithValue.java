package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tridiff.wengert.WengertList;
import tridiff.wengert.run.Evaluator;

/** A gradient and one evaluation of f: value and gradient of a method that does not meet the value on its way. */
final class WithValue extends Composed {

    private final Evaluator f;
    private final long operations;

    WithValue(Prepared gradient, WengertList f) {
        super(gradient);
        this.f = new Evaluator(f);
        this.operations = f.operations();
    }

    @Override
    public void at(double[] x, double[] results) {
        double value = f.run(x);
        inner.at(x, results);
        results[results.length - 1] = value;
    }

    @Override
    public int evaluations() {
        return inner.evaluations() == 0 ? 0 : inner.evaluations() + 1;
    }

    @Override
    public Optional<Long> operations() {
        return inner.operations().map(own -> own + operations);
    }

    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        return inner.errorEstimates(x);
    }

    @Override
    public List<Evaluator> evaluators() {
        return Stream.concat(Stream.of(f), inner.evaluators().stream()).toList();
    }
}
