/** What every SSH connection of Benchtop stands on: keys by Java's own means, and which servers are trusted. */
package dev.benchtop.ssh;
