/**
 * Methods of other libraries, to be compared with: Apache Commons Math, Hipparchus, finmath and symja, each with its own rules and its own answers.
 *
 * <p>They are found as services ({@link tridiff.wengert.method.MethodProvider}). Nothing else needs this module: without it the comparison has
 * our own methods only.
 */
package tridiff.peers;
