/**
 * The house style: frames, axes, colours, markers, and pictures as files; painted by XChart and finished by hand.
 */
package tridiff.charts.style;
