package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import dev.benchtop.storage.backend.Backend.Reading;
import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;

/** Content by OpenDAL itself, for services that we do not speak. */
final class NativeTransport implements Transport {

	private static final Reading RANGES = new Reading(8 << 20, 4);

	private final Native store;

	NativeTransport(Native store) {
		this.store = store;
	}

	/** Looks at the file before, since a range that ends behind the end of a file ends the native worker of some services, not the call. */
	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		final var file = store.call(Link.PATIENCE, operator -> operator.stat(key));
		if (file.isDir()) {
			throw new BackendException(BackendException.Kind.IS_FOLDER, Messages.folder);
		}
		if (etag.isPresent() && file.etag != null && !etag.get().equals(file.etag)) {
			throw new BackendException(BackendException.Kind.CHANGED, Messages.changed);
		}
		final long rest = Math.max(0, file.contentLength - offset);
		return new RangeStream(store, key, offset, length < 0 ? rest : Math.min(length, rest));
	}

	@Override
	public Reading reading() {
		return RANGES;
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		final var flags = store.capability();
		return flags.writeCanMulti ? new StreamUpload(store, key) : new WholeUpload(store, key, size);
	}

	@Override
	public void close() {
		// the store is closed by whoever made it
	}
}
