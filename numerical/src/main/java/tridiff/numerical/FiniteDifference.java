package tridiff.numerical;

import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import tridiff.expr.said.Said;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.Operator;
import tridiff.wengert.method.Prepared;
import tridiff.wengert.method.Problem;

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

    private final MethodId id;
    private final IntFunction<Stencil> stencils; // by the order of the derivative; null where there is one only
    private final Quotient quotient;
    private final Domain domain;
    private final StepSize step;
    private final Outside outside;

    private FiniteDifference(
            MethodId id, IntFunction<Stencil> stencils, Quotient quotient, StepSize step, Outside outside) {
        this.id = id;
        this.stencils = stencils;
        this.quotient = quotient;
        this.domain = new Domain(quotient);
        this.step = step;
        this.outside = outside;
    }

    /** Any stencil with the classical step, which gives way to a shorter one or a one-sided stencil at the end of the domain. */
    public static FiniteDifference of(MethodId id, Stencil stencil) {
        return of(id, null, stencil);
    }

    private static FiniteDifference of(String name, IntFunction<Stencil> stencils) {
        return of(MethodId.numerical(name), stencils, stencils.apply(1));
    }

    private static FiniteDifference of(MethodId id, IntFunction<Stencil> stencils, Stencil stencil) {
        return new FiniteDifference(
                id, stencils, new Quotient(stencil), StepSize.classical(stencil), Outside.ANOTHER_STEP);
    }

    /** (f(x+h) - f(x)) / h. */
    public static FiniteDifference forward() {
        return of("forward", order -> Stencil.forward(order, 1));
    }

    /** (f(x) - f(x-h)) / h. */
    public static FiniteDifference backward() {
        return of("backward", order -> Stencil.backward(order, 1));
    }

    /** The central difference of an even order of accuracy; order 2 is (f(x+h) - f(x-h)) / 2h. */
    public static FiniteDifference central(int accuracy) {
        return of("central" + accuracy, order -> Stencil.central(order, accuracy));
    }

    /** The slope of the cubic that lies nearest to seven values: (22(f(x-3h) - f(x+3h)) + 67(f(x+2h) - f(x-2h)) + 58(f(x+h) - f(x-h)))/252h. */
    public static FiniteDifference savitzkyGolay() {
        return of("savitzky-golay", Stencil::leastSquares);
    }

    @Override
    public FiniteDifference with(StepSize other) {
        return new FiniteDifference(id, stencils, quotient, other, Outside.NOTHING);
    }

    /** The same with this step; where it leaves the domain, one-sided with this step. */
    @Override
    public FiniteDifference withStep(double h) {
        return new FiniteDifference(id.withStep(h), stencils, quotient, StepSize.fixed(h), Outside.ONE_SIDED);
    }

    @Override
    public MethodId id() {
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
            return new Estimate(sample.value(), sample.error(), h, Said.NOTHING);
        }
        double value = quotient.value(f, x, h);
        if (Double.isFinite(value)) {
            // The formula is inside the domain, the points beside it that tell its error are not.
            return new Estimate(value, Math.abs(value - quotient.value(f, x, h / 2)), h, Said.NOTHING);
        }
        return switch (outside) {
            case ANOTHER_STEP -> domain.search(f, x, h, 0);
            case ONE_SIDED -> domain.oneSided(f, x, h);
            case NOTHING -> new Estimate(value, Double.NaN, h, Said.NOTHING);
        };
    }

    @Override
    public int order() {
        return stencil().derivative();
    }

    @Override
    public boolean hasHigherOrders() {
        return stencils != null;
    }

    /** With its classical step, or the one that was fixed. */
    @Override
    public FiniteDifference ofOrder(int order) {
        Stencil stencil = stencils.apply(order);
        StepSize own = outside == Outside.ANOTHER_STEP ? StepSize.classical(stencil) : step;
        return new FiniteDifference(id, stencils, new Quotient(stencil), own, outside);
    }

    @Override
    public int evaluations(int lines) {
        return lines * quotient.shifted() + (quotient.usesThePoint() ? 1 : 0);
    }

    /** A fixed step is the same for all coordinates. */
    @Override
    public double unit(double x) {
        return outside == Outside.ANOTHER_STEP ? StepSize.scale(x) : 1;
    }

    @Override
    public Set<Operator> operators() {
        return hasHigherOrders() ? Operator.ALL : Operator.OF_FIRST_ORDER;
    }

    @Override
    public Prepared gradient(Problem p) {
        return new SchemeGradient(this, p, false);
    }

    /** A quotient that uses f at the point has computed its value. */
    @Override
    public Prepared valueAndGradient(Problem p) {
        return quotient.usesThePoint() ? new SchemeGradient(this, p, true) : Stepped.super.valueAndGradient(p);
    }

    @Override
    public Prepared hessian(Problem p) {
        return hasHigherOrders() ? SecondDifferences.of(ofOrder(2), p) : Stepped.super.hessian(p);
    }

    @Override
    public Prepared derivative(Problem p) {
        return hasHigherOrders() ? HigherDifferences.of(this, this, p) : Stepped.super.derivative(p);
    }
}
