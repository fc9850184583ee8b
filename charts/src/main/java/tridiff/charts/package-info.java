/**
 * Pictures of what compare has measured, one class a chart; they compute nothing.
 */
package tridiff.charts;
