/**
 * The command line: {@link tridiff.cli.Main} and a class for each command.
 */
package tridiff.cli;
