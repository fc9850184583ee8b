package tridiff.numerical;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tridiff.expr.Expr;

/**
 * A difference quotient with one stencil: f is run at shifted points and nothing is known of its formula.
 *
 * <p>The error is the sum of truncation, which falls with the step h as h^p, and round-off, which grows as ε|f|/h. It is estimated
 * from differences of the next higher order on one or two further points, as Boost.Math's finite_difference does.
 */
public final class FiniteDifference implements Stepped, Scheme {

    /** What to do where the stencil leaves the domain of f. */
    private enum Outside {
        ANOTHER_STEP,
        ONE_SIDED,
        NOTHING
    }

    private final String id;
    private final Quotient quotient;
    private final Domain domain;
    private final StepSize step;
    private final Outside outside;

    private FiniteDifference(String id, Quotient quotient, StepSize step, Outside outside) {
        this.id = id;
        this.quotient = quotient;
        this.domain = new Domain(quotient);
        this.step = step;
        this.outside = outside;
    }

    /** Any stencil with the classical step, which gives way to a shorter one or a one-sided stencil at the end of the domain. */
    public static FiniteDifference of(String id, Stencil stencil) {
        return new FiniteDifference(id, new Quotient(stencil), StepSize.classical(stencil), Outside.ANOTHER_STEP);
    }

    /** (f(x+h) - f(x)) / h. */
    public static FiniteDifference forward() {
        return of("numerical.forward", Stencil.forward(1));
    }

    /** (f(x) - f(x-h)) / h. */
    public static FiniteDifference backward() {
        return of("numerical.backward", Stencil.backward(1, 1));
    }

    /** The central difference of an even order of accuracy; order 2 is (f(x+h) - f(x-h)) / 2h. */
    public static FiniteDifference central(int accuracy) {
        return of("numerical.central" + accuracy, Stencil.central(accuracy));
    }

    @Override
    public FiniteDifference with(StepSize other) {
        return new FiniteDifference(id, quotient, other, Outside.NOTHING);
    }

    /** The same with this step; where it leaves the domain, one-sided with this step. */
    @Override
    public FiniteDifference withStep(String newId, double h) {
        return new FiniteDifference(newId, quotient, StepSize.fixed(h), Outside.ONE_SIDED);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public double stepAt(double x) {
        return step.of(x);
    }

    @Override
    public int accuracy() {
        return stencil().accuracy();
    }

    public Stencil stencil() {
        return quotient.stencil();
    }

    @Override
    public double value(DoubleUnaryOperator f, double x) {
        double value = quotient.value(f, x, step.of(x));
        return Double.isFinite(value) || outside == Outside.NOTHING
                ? value
                : estimate(f, x).value();
    }

    @Override
    public Estimate estimate(DoubleUnaryOperator f, double x) {
        double h = step.of(x);
        var sample = quotient.sample(f, x, h, 0);
        if (sample.isFinite()) {
            return new Estimate(sample.value(), sample.error(), h, "");
        }
        double value = quotient.value(f, x, h);
        if (Double.isFinite(value)) {
            // The formula is inside the domain, the points beside it that tell its error are not.
            return new Estimate(value, Math.abs(value - quotient.value(f, x, h / 2)), h, "");
        }
        return switch (outside) {
            case ANOTHER_STEP -> domain.search(f, x, h, 0);
            case ONE_SIDED -> domain.oneSided(f, x, h);
            case NOTHING -> new Estimate(value, Double.NaN, h, "");
        };
    }

    @Override
    public Gradient prepare(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        int expected = wanted.size() * quotient.shifted() + (quotient.usesThePoint() ? 1 : 0);
        return new Partials(this, f, variables, wanted, expected);
    }

    /** A quotient that uses f at the point has computed its value. */
    @Override
    public Gradient prepareWithValue(Expr f, List<Expr.Var> variables, List<Expr.Var> wanted) {
        return quotient.usesThePoint()
                ? prepare(f, variables, wanted)
                : Stepped.super.prepareWithValue(f, variables, wanted);
    }
}
