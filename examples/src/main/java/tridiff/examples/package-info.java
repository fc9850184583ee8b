/** Small programs that use the libraries and nothing else: how to differentiate in Java, and what the three ways cost. */
package tridiff.examples;
