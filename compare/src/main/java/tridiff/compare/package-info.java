/**
 * Methods side by side on one function at one point.
 *
 * <p>{@link tridiff.compare.Comparer} prepares, judges and times them; {@link tridiff.compare.ComparisonReport} is what comes of it, as data.
 * {@link tridiff.compare.Methods} lists all methods by id.
 */
package tridiff.compare;
