/** The command that serves files for a while. */
package dev.benchtop.cli.serve;
