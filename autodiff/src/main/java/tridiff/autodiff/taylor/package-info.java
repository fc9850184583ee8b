/**
 * Taylor mode: truncated power series as numbers, for derivatives of any order in one sweep.
 */
package tridiff.autodiff.taylor;
