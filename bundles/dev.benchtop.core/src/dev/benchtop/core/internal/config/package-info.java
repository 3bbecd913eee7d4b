/** Values of bench files: from text to configuration record and back. */
package dev.benchtop.core.internal.config;
