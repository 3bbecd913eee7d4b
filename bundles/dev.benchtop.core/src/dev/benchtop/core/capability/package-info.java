/** What drivers offer. */
package dev.benchtop.core.capability;
