/** The log of a console as a text that is read, searched and copied while it grows. */
package dev.benchtop.ui.console.log;
