/** Corpora: many functions at their points, read from files of any size, judged, counted and compared. */
package tridiff.compare.corpus;
