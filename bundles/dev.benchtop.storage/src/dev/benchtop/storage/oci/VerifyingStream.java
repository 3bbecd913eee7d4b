package dev.benchtop.storage.oci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BlockInput;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * A blob on its way from a registry: what comes is compared with digest and size and put into the cache. The last bytes of a blob that is
 * wrong never come out, so that nobody has all of it.
 */
final class VerifyingStream extends BlockInput {

	private final InputStream in;
	private final Descriptor blob;
	private final BlobStore store;
	private final Path part;
	private final OutputStream copy;
	private final MessageDigest hash;
	private long position;
	private boolean taken;

	VerifyingStream(InputStream from, Descriptor blob, BlobStore store) throws IOException {
		this.in = from;
		this.blob = blob;
		this.store = store;
		this.hash = blob.digest().hash();
		this.part = store.begin(blob.digest());
		this.copy = Files.newOutputStream(part);
		if (blob.size() == 0) {
			finish();
		}
	}

	@Override
	public int read(byte[] data, int offset, int length) throws IOException {
		if (taken) {
			return -1;
		}
		final int count = in.read(data, offset, (int) Math.min(length, blob.size() - position));
		if (count < 0) {
			throw wrong(NLS.bind(Messages.VerifyingStream_short, position, blob.size()));
		}
		hash.update(data, offset, count);
		copy.write(data, offset, count);
		position += count;
		if (position == blob.size()) {
			finish();
		}
		return count;
	}

	private void finish() throws IOException {
		if (in.read() >= 0) {
			throw wrong(NLS.bind(Messages.VerifyingStream_long, blob.size()));
		}
		if (!blob.digest().isResult(hash.digest())) {
			throw wrong(NLS.bind(Messages.VerifyingStream_wrong, blob.digest()));
		}
		copy.close();
		store.take(blob.digest(), part);
		taken = true;
	}

	private static BackendException wrong(String words) {
		return new BackendException(Kind.FAILED, words);
	}

	@Override
	public void close() throws IOException {
		try (copy) {
			in.close();
		} finally {
			if (!taken) {
				Files.deleteIfExists(part);
			}
		}
	}
}
