/**
 * Numerical differentiation: f itself at shifted points.
 *
 * <p>{@link tridiff.numerical.FiniteDifference} is a formula on a {@link tridiff.numerical.Stencil} with a {@link tridiff.numerical.StepSize};
 * {@link tridiff.numerical.SchemeMethod} offers those that extrapolate or search for the step. {@link tridiff.numerical.complex.ComplexStep} has no
 * cancellation, and needs f to be analytic. {@link tridiff.numerical.Differences} is the library's door: derivatives of plain Java functions, with
 * error estimates.
 */
package tridiff.numerical;
