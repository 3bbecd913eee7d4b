/** YAML with places: reading it, finding what is wrong in it, patching it. */
package dev.benchtop.core.internal.yaml;
