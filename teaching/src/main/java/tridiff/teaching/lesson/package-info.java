/**
 * The ten lessons of the command line: a claim, a run, and what to take away.
 */
package tridiff.teaching.lesson;
