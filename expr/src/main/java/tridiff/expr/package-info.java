/**
 * Formulas and what they are run in.
 *
 * <p>{@link tridiff.expr.Expr} is a formula, {@link tridiff.expr.Algebra} any kind of number that it can be run in, and each row of
 * {@link tridiff.expr.Elementary} and {@link tridiff.expr.Bivariate} a function that states its value and its derivative once. Whoever has
 * read these has understood the suite: the three methods are three ways to run one table of rules.
 *
 * <p>Numbers in formulas are exact ({@link tridiff.expr.Rational}, {@link tridiff.expr.NamedConstant}). To build formulas in Java start
 * with {@link tridiff.expr.Expr#variable} and the functions of {@link tridiff.expr.Functions}; to read them from text take
 * {@link tridiff.expr.text.Parser}. A function of one's own implements {@link tridiff.expr.Unary} or {@link tridiff.expr.Binary}.
 */
package tridiff.expr;
