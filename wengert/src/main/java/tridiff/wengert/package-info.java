/**
 * Computations as numbered lists of lines, one operation a line, nothing twice.
 *
 * <p>{@link tridiff.wengert.WengertList} is such a list; {@link tridiff.wengert.ListBuilder} writes one, from formulas or from whatever is run in
 * the algebra of line numbers, and so turns any derivative into a program. {@link tridiff.wengert.Loop} is a sum or an iteration as a single
 * operation. {@link tridiff.wengert.Expressions} runs a list back to formulas.
 *
 * <p>The passes over a list, in their order, are listed in docs/architecture.md.
 */
package tridiff.wengert;
