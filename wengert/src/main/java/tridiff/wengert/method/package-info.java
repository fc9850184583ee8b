/**
 * What a way to differentiate has to offer, ours or a library's: it is prepared once for a function and then yields gradients at points.
 */
package tridiff.wengert.method;
