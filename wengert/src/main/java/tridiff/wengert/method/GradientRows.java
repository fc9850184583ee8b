package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tridiff.expr.said.Said;
import tridiff.wengert.run.Evaluator;

/** A Jacobian of gradients: one row for each function, which know nothing of each other. */
final class GradientRows implements Prepared {

    private final List<Prepared> gradients;
    private final int n;
    private final PerThread<double[]> row;

    private GradientRows(List<Prepared> gradients, int n) {
        this.gradients = gradients;
        this.n = n;
        this.row = new PerThread<>(() -> new double[n]);
    }

    static GradientRows of(Method method, Problem p) {
        List<Prepared> gradients = IntStream.range(0, p.functions().size())
                .mapToObj(i -> method.gradient(p.function(i)))
                .toList();
        return new GradientRows(gradients, p.wanted().size());
    }

    @Override
    public void at(double[] x, double[] results) {
        double[] own = row.get();
        for (int i = 0; i < gradients.size(); i++) {
            gradients.get(i).at(x, own);
            System.arraycopy(own, 0, results, i * n, n);
        }
    }

    @Override
    public int evaluations() {
        return gradients.stream().mapToInt(Prepared::evaluations).sum();
    }

    @Override
    public Optional<Long> operations() {
        return gradients.stream()
                .map(Prepared::operations)
                .reduce(Optional.of(0L), (a, b) -> a.flatMap(x -> b.map(y -> x + y)));
    }

    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        double[] all = new double[gradients.size() * n];
        for (int i = 0; i < gradients.size(); i++) {
            Optional<double[]> errors = gradients.get(i).errorEstimates(x);
            if (errors.isEmpty()) {
                return Optional.empty();
            }
            System.arraycopy(errors.get(), 0, all, i * n, n);
        }
        return Optional.of(all);
    }

    @Override
    public List<Evaluator> evaluators() {
        return gradients.stream().flatMap(g -> g.evaluators().stream()).toList();
    }

    /** That of the first function that has one. */
    @Override
    public Said remark() {
        return gradients.stream()
                .map(Prepared::remark)
                .filter(remark -> !remark.isEmpty())
                .findFirst()
                .orElse(Said.NOTHING);
    }

    @Override
    public Optional<Said> objection(double[] x) {
        return gradients.stream()
                .map(g -> g.objection(x))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
