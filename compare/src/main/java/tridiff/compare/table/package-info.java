/**
 * Tables whose cells are text, names or numbers, and how they are written; and what every result has in common.
 */
package tridiff.compare.table;
