/**
 * All that a report says of one function.
 */
package tridiff.compare.study;
