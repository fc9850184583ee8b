/** Measurements with JMH: ratios of our gradients to the value, to code written by hand, and to a peer. Never shipped. */
package tridiff.bench;
