/** Folders of this machine as storages. */
package dev.benchtop.storage.local;
