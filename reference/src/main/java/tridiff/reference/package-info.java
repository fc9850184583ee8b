/**
 * The judge: value and derivatives of a list with proved digits.
 *
 * <p>{@link tridiff.reference.Reference} raises the precision until enough digits are proved, or says that they could not be;
 * {@link tridiff.reference.Conditioning} says what a rounding of the inputs alone does to a derivative.
 */
package tridiff.reference;
