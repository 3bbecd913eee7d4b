/** Errors, progress, cancellation and values that every room uses. */
package dev.benchtop.core;
