/**
 * Numbers that are proved to lie in a ball, are undefined for a reason, or could not be decided.
 *
 * <p>{@link tridiff.reference.enclosure.Enclosures} is their algebra, with a row for each function of the table. Beside its ball a number may have a
 * closed form, by which equal numbers are told to be equal (decision 20).
 */
package tridiff.reference.enclosure;
