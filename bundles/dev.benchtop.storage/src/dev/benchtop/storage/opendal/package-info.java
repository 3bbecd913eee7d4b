/**
 * Storages that Apache OpenDAL knows, as {@code type: opendal}. OpenDAL looks after names and attributes; the content of S3 and WebDAV goes
 * over connections of our own, which are faster, can be ended at any time and keep no whole file in memory.
 */
package dev.benchtop.storage.opendal;
