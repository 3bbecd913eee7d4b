/** What a driver plug-in implements. */
package dev.benchtop.core.driver;
