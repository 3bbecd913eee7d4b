/** Requests, plans, reports and the journal of flashes. */
package dev.benchtop.core.flash;
