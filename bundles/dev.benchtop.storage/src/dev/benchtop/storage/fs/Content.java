package dev.benchtop.storage.fs;

import java.io.IOException;
import java.io.InputStream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/**
 * The content of one version of a file.
 *
 * @param entry the version
 */
record Content(Backend backend, Retry retry, Entry entry) {

	/** Bytes; -1 where the storage does not say. */
	long size() {
		return entry.size();
	}

	/** Opens it once; with {@code again}, after a break, it makes sure that it is the same version still. */
	InputStream open(long offset, long length, boolean again) throws IOException {
		if (again && entry.etag().isEmpty()) {
			final Entry now = backend.stat(entry.key());
			if (now.size() != entry.size() || !now.modified().equals(entry.modified())) {
				throw new BackendException(Kind.CHANGED, ""); //$NON-NLS-1$
			}
		}
		return backend.read(entry.key(), offset, length, entry.etag());
	}

	/** Whether all is read at an offset. */
	boolean endsAt(long offset) {
		return size() >= 0 && offset >= size();
	}

	/** The error of a stream that ended too early. */
	BackendException endedAt(long offset) {
		return new BackendException(Kind.BROKEN, NLS.bind(Messages.ResumingInput_short, offset, size()));
	}
}
