/** HTTP for everything that speaks it: one engine, the driver {@code http}, and URLs as sources of images. */
package dev.benchtop.storage.http;
