package dev.benchtop.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A form that images come in, found by what is in the file and never by its name. Contributed as a Declarative Services component. */
public interface ImageFormat {

	/** Stable: {@code xz}. */
	String id();

	String label();

	/** How many bytes {@link #matches} wants to see. */
	int headLength();

	/** Whether a file that begins so is of this form; {@code head} may be shorter than asked where the file is. */
	boolean matches(ByteBuffer head);

	/**
	 * Unpacks a stream, with all its members, frames or streams. What is truncated, corrupt or followed by garbage is an
	 * {@link IOException} that names the offset in the packed file, never an early end.
	 *
	 * @param packed the file from its first byte on
	 */
	InputStream unpack(InputStream packed) throws IOException;
}
