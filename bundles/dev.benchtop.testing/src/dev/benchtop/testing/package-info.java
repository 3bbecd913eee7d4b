/** What the tests of several bundles stand on: the world of a driver, a bench, servers of Debian's, streams and waiting. */
package dev.benchtop.testing;
