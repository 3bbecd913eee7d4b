/** Real servers for tests, each on a free port of this machine. */
package dev.benchtop.storage.servers;
