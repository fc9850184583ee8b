/**
 * Differentiation as the textbook does it, word for word, and who listens to its steps.
 */
package tridiff.symbolic.steps;
