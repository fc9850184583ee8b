/** Numbers that were published on differentiation, computed again: a class for each paper or source. */
package tridiff.teaching.paper;
