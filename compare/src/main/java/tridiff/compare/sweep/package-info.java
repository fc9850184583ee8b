/**
 * What happens when one thing changes: the point, the step, the number of variables, the depth, the order.
 *
 * <p>Each sweep is a record with everything that will be seen; its text stands beside it, its picture is drawn in charts.
 */
package tridiff.compare.sweep;
