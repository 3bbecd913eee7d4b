/** Artifacts and images of OCI registries and layouts on disk, as files to read: the driver {@code oci}, and {@code oci://} as a source. */
package dev.benchtop.storage.oci;
