/** Commands on displays. */
package dev.benchtop.cli.display;
