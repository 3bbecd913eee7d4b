/** Commands on storages, URLs and local files. */
package dev.benchtop.cli.storage;
