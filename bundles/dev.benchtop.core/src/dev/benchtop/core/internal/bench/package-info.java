/** The bench at work: reading its files, making drivers, watching for changes. */
package dev.benchtop.core.internal.bench;
