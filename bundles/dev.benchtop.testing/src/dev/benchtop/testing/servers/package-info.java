/** Servers of files in processes of their own: each listens on a free port of this machine until it is closed. */
package dev.benchtop.testing.servers;
