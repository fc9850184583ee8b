/** Pictures of what {@code compare} has measured, in one house style, painted by XChart and finished by hand. */
package tridiff.charts;
