/**
 * What is counted of formulas: trees, shared lists, characters; and exact polynomials, whose forms are set beside each other.
 */
package tridiff.symbolic.measure;
