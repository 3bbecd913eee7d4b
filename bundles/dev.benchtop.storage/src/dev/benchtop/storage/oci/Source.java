package dev.benchtop.storage.oci;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where an artifact comes from. */
interface Source extends Closeable {

	/** The manifest that the reference names, compared with its digest where it has one. */
	byte[] manifest() throws IOException;

	/** A manifest of an index, compared with its digest. */
	byte[] manifest(Descriptor descriptor) throws IOException;

	/** A part of a blob; no byte of a wrong one beyond the first part that was asked for, and never all of it. */
	InputStream blob(Descriptor blob, long offset, long length) throws IOException;
}
