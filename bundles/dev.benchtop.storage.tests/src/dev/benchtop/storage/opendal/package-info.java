/** Storages by OpenDAL against real servers. */
package dev.benchtop.storage.opendal;
