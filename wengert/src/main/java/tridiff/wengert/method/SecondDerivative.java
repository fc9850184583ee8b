package tridiff.wengert.method;

import java.util.List;
import java.util.Optional;
import tridiff.expr.Expr;
import tridiff.wengert.WengertList;

/** One entry of a Hessian by as few variables as it takes. */
final class SecondDerivative extends Composed {

    private final int entry;
    private final PerThread<double[]> hessian;

    private SecondDerivative(Prepared hessian, int n) {
        super(hessian);
        this.entry = n - 1; // the first row's last
        this.hessian = new PerThread<>(() -> new double[n * n]);
    }

    /** Of a method that has a Hessian. */
    static Prepared of(Method method, Problem p) {
        List<Expr.Var> by = p.wanted().stream().distinct().toList();
        Prepared hessian = method.hessian(p.by(by));
        return by.size() == 1 ? hessian : new SecondDerivative(hessian, by.size());
    }

    @Override
    public void at(double[] x, double[] results) {
        double[] own = hessian.get();
        inner.at(x, own);
        results[0] = own[entry];
    }

    /** That of the Hessian computes more than this. */
    @Override
    public Optional<WengertList> program() {
        return Optional.empty();
    }

    @Override
    public Optional<double[]> errorEstimates(double[] x) {
        return inner.errorEstimates(x).map(errors -> new double[] {errors[entry]});
    }
}
