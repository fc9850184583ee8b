/**
 * Automatic differentiation: the rules of the table applied operation by operation, forwards or backwards.
 *
 * <p>{@link tridiff.autodiff.ForwardMode} for few inputs, {@link tridiff.autodiff.ReverseMode} for one output and many inputs,
 * {@link tridiff.autodiff.taylor.Taylor} for derivatives of high order, {@link tridiff.autodiff.jacobian.Jacobian} for Jacobians and Hessians.
 */
package tridiff.autodiff;
