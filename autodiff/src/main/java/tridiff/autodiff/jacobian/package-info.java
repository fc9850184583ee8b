/**
 * Jacobians and Hessians, with the zeros that follow from which input matters where.
 */
package tridiff.autodiff.jacobian;
