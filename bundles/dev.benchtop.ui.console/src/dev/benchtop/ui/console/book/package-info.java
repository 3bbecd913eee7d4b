/** Macros and triggers: what a person has written down for the consoles of a bench. */
package dev.benchtop.ui.console.book;
