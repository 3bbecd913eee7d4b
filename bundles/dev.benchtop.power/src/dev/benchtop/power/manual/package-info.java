/** Power that a person switches by hand. */
package dev.benchtop.power.manual;
