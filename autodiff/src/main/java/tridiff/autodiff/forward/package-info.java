/**
 * Forward mode: values and tangents side by side, from the inputs to the result.
 *
 * <p>{@link tridiff.autodiff.forward.Duals} are dual numbers over any algebra and so forward mode itself. {@link tridiff.autodiff.ForwardMode} writes the
 * gradient as a program, {@link tridiff.autodiff.DirectionalForward} runs one direction after the other, as it is first taught.
 */
package tridiff.autodiff.forward;
