/** {@code benchtop ssh}. */
package dev.benchtop.cli.ssh;
