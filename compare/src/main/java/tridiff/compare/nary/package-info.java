/** Formulas as computer algebra systems hold them, sums and products of any number of parts, and what is counted of those. */
package tridiff.compare.nary;


