package dev.benchtop.storage.opendal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import dev.benchtop.storage.backend.Backend.Reading;
import dev.benchtop.storage.backend.Backend.Upload;

/** How the content of files goes to and fro; see the methods of the same names of {@link dev.benchtop.storage.backend.Backend}. */
interface Transport extends Closeable {

	InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException;

	Reading reading();

	Upload write(String key, long size) throws IOException;
}
