/** A console of a board in the user's terminal or pipe. */
package dev.benchtop.cli.console;
