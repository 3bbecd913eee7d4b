/** What happens once when the product starts: plug-ins that users dropped in are loaded, and what is logged goes to the product's log. */
package dev.benchtop.core.internal.plugin;
