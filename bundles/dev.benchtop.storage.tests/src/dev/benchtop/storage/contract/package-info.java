/** What every storage has to do, asked of each of them. */
package dev.benchtop.storage.contract;
