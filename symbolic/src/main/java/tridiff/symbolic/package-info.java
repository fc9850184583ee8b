/**
 * Symbolic differentiation: derivatives as formulas.
 *
 * <p>{@link tridiff.symbolic.SymbolicDerivative} differentiates, {@link tridiff.symbolic.Simplifier} makes formulas smaller. The textbook's rules are in
 * {@link tridiff.symbolic.steps}, normal forms in {@link tridiff.symbolic.form}, the rules that make them smaller in {@link tridiff.symbolic.rules},
 * and what is counted of formulas in {@link tridiff.symbolic.measure}.
 */
package tridiff.symbolic;
