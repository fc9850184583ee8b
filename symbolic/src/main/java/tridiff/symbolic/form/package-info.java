/**
 * Normal forms: numbers computed, like terms and equal factors collected, and what is assumed on the way.
 *
 * <p>{@link tridiff.symbolic.form.NormalForms} is the algebra in which a list simplifies itself; a {@link tridiff.symbolic.form.Form} is one of its numbers.
 */
package tridiff.symbolic.form;
