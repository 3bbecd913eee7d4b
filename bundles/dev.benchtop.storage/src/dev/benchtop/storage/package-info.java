/** Drivers of storages: every one of them is a {@link java.nio.file.FileSystem} over a {@link dev.benchtop.storage.backend.Backend}. */
package dev.benchtop.storage;
