/**
 * Numerical differentiation: f itself at shifted points.
 *
 * <p>{@link tridiff.numerical.FiniteDifference} is a formula on a {@link tridiff.numerical.Stencil} with a {@link tridiff.numerical.StepSize};
 * {@link tridiff.numerical.SchemeMethod} offers those that extrapolate or search for the step. {@link tridiff.numerical.complex.ComplexStep} has no
 * cancellation, and needs f to be analytic. All come with estimates of their error ({@link tridiff.numerical.Estimate}).
 */
package tridiff.numerical;
