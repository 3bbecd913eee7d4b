/** What serial lines have in common, whatever they run over. */
package dev.benchtop.serial.line;
