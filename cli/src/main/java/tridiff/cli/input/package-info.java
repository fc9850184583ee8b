/**
 * What commands are given: formulas, points, methods, data.
 */
package tridiff.cli.input;
