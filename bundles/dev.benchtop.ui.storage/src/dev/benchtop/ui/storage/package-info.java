/** The storage browser: storages, their folders and files, what can be done with them, and the queue of transfers. */
package dev.benchtop.ui.storage;
