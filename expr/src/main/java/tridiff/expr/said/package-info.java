/**
 * What is said to people, as data: which sentence, and what stands in its places. The sentences are in catalogues, one a module and
 * language, so that a further language is a further file.
 */
package tridiff.expr.said;
