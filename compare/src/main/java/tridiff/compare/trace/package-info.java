/**
 * A function line by line: values, tangents and adjoints, as the tables and graphs that teachers draw.
 */
package tridiff.compare.trace;
