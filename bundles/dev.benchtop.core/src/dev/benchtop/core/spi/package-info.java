/** Further services that bundles contribute. */
package dev.benchtop.core.spi;
