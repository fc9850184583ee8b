/**
 * Special functions in doubles that neither the JDK nor Commons Numbers has: the polygamma functions and the Bessel functions. The
 * table reaches them through {@code Real}.
 */
package tridiff.expr.special;
