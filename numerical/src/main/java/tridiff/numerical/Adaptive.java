package tridiff.numerical;

import java.util.function.DoubleUnaryOperator;

/**
 * Differences that choose their step: from the noise of f, and from the derivative of higher order that makes the truncation error.
 *
 * <p>After J. J. Moré and S. M. Wild (see {@link Noise}) for the noise, and for the step after the rule of FiniteDifferences.jl, h =
 * ((m/p) R/T)^(1/(m+p)) with R and T the round-off and truncation at h = 1; but T is estimated at the step itself and the rule applied
 * until it agrees with its own estimates, so that a first step across a pole is noticed and given up.
 */
public final class Adaptive implements Scheme {

    private final Quotient quotient;
    private final Domain domain;
    private final StepSize first;

    /** The derivative of that order by central differences of an even order of accuracy. */
    public Adaptive(int derivative, int accuracy) {
        this(Stencil.central(derivative, accuracy));
    }

    public Adaptive(Stencil stencil) {
        this.quotient = new Quotient(stencil);
        this.domain = new Domain(quotient);
        this.first = StepSize.classical(stencil);
    }

    @Override
    public int order() {
        return quotient.stencil().derivative();
    }

    @Override
    public boolean hasHigherOrders() {
        return true;
    }

    /** Central, of the same accuracy. */
    @Override
    public Adaptive ofOrder(int order) {
        return new Adaptive(order, quotient.stencil().accuracy());
    }

    @Override
    public Estimate estimate(DoubleUnaryOperator f, double x) {
        double noise = Noise.of(f, x);
        Estimate found = domain.search(f, x, first.of(x), Double.isNaN(noise) ? 0 : noise);
        return found.isFinite() && order() == 1 ? Kink.examined(found, f, x) : found;
    }
}
