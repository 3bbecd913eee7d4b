/** The one file system over every backend: paths, channels, attributes, retries, tracking of what was made, words of errors. */
package dev.benchtop.storage.fs;
