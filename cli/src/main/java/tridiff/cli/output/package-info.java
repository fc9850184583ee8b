/**
 * What commands answer: results in every form, languages, colours, progress, and what went wrong.
 */
package tridiff.cli.output;
