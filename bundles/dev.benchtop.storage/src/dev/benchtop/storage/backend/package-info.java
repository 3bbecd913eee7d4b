/** What a kind of storage has to do, in its simplest terms; the file system above it does the rest. */
package dev.benchtop.storage.backend;
