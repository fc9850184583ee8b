/** Short lessons that run: each has one claim, shows it, and says what to take away. */
package tridiff.lessons;


