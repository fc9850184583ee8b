/**
 * Text to formulas and back.
 *
 * <p>{@link tridiff.expr.text.Parser} reads the typed language, {@link tridiff.expr.text.Printer} writes it, Java, LaTeX and MathML, with
 * exactly the parentheses that are needed. What is printed in the typed language is read back as the same formula. Mistakes are
 * {@link tridiff.expr.text.SyntaxError}s, which know their place in the text.
 */
package tridiff.expr.text;
