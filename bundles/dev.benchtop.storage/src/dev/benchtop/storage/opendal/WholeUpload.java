package dev.benchtop.storage.opendal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;

/** A file for a service that takes files only whole: it is kept in memory until then. */
final class WholeUpload implements Upload {

	static final int MOST_MIB = 64;
	private static final int MOST = MOST_MIB << 20;
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final Native store;
	private final String key;
	private final CompletableFuture<Void> closing = new CompletableFuture<>();
	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	WholeUpload(Native store, String key, long size) throws BackendException {
		this.store = store;
		this.key = key;
		check(size);
	}

	private void check(long size) throws BackendException {
		if (size > MOST) {
			throw new BackendException(BackendException.Kind.UNSUPPORTED, NLS.bind(Messages.WholeUpload_big, store.scheme(), MOST_MIB));
		}
	}

	@Override
	public void write(ByteBuffer data) throws IOException {
		check((long) content.size() + data.remaining());
		final byte[] bytes = new byte[data.remaining()];
		data.get(bytes);
		content.writeBytes(bytes);
	}

	@Override
	public void commit() throws IOException {
		final byte[] whole = content.toByteArray();
		final var written = store.start(operator -> operator.write(key, whole));
		store.await(written, closing, PATIENCE);
	}

	@Override
	public void close() {
		closing.complete(null);
	}
}
