/**
 * Reverse mode, known as backpropagation: values forwards, then adjoints from the result back to the inputs.
 *
 * <p>{@link tridiff.autodiff.reverse.Adjoints} yields gradients of a list in any algebra, by a sweep back over its lines.
 * {@link tridiff.autodiff.ReverseMode} writes the gradient as a program, in which some local derivatives come first where that saves
 * operations; {@link tridiff.autodiff.reverse.AdjointSweep} sweeps lists over doubles that are too long for that.
 */
package tridiff.autodiff.reverse;
