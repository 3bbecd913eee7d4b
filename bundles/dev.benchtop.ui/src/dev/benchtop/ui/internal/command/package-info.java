/** The command line of a board that is a program of this machine. */
package dev.benchtop.ui.internal.command;
