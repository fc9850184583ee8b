/**
 * The complex step: f run once over complex numbers, without cancellation, where f is analytic. {@link tridiff.numerical.complex.ComplexStep} is the method.
 */
package tridiff.numerical.complex;
