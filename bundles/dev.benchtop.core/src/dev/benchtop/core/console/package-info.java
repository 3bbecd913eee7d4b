/** The byte line to a board, and scripts on it. */
package dev.benchtop.core.console;
