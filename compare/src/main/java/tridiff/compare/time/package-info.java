/**
 * Times that can be believed: repeated until their interval is short, in turns, by the same machinery for all.
 */
package tridiff.compare.time;
