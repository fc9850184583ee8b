/**
 * Reports: one HTML page that loads nothing.
 */
package tridiff.charts.page;
