/** The commands that come with the command line itself. */
package dev.benchtop.cli.command;
