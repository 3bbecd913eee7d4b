/** The terminal widget; the only package that knows the Eclipse TM Terminal. */
package dev.benchtop.ui.console.terminal;
