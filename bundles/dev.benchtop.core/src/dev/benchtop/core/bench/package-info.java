/** The bench, its boards and their nodes, and the files that describe them. */
package dev.benchtop.core.bench;
