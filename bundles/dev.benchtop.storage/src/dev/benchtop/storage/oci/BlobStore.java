package dev.benchtop.storage.oci;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * Blobs in a folder by digest, as a layout on disk has them. Each is compared with its digest before it is used, and again when the file was
 * touched since.
 */
final class BlobStore implements Closeable {

	private static final int BUFFER = 1 << 20;
	private static final Duration ABANDONED = Duration.ofDays(1);

	private final Path folder;
	private final Optional<LeastUsed> bound;
	private final Map<Digest, State> verified = new ConcurrentHashMap<>();
	private volatile boolean closed;

	/** @param folder {@code blobs} of a layout, which only its owner changes; need not exist */
	BlobStore(Path folder) {
		this(folder, Optional.empty());
	}

	private BlobStore(Path folder, Optional<LeastUsed> bound) {
		this.folder = folder;
		this.bound = bound;
	}

	/**
	 * Blobs that can be fetched again.
	 *
	 * @param folder need not exist
	 * @param limit bytes; beyond, what was used the longest ago is deleted when a blob is taken in
	 */
	static BlobStore bounded(Path folder, long limit) {
		return new BlobStore(folder, Optional.of(new LeastUsed(folder, limit)));
	}

	/** By what it is seen that a file was touched. */
	private record State(FileTime modified, long size, Object key) {
		static State of(Path file) throws IOException {
			final var now = Files.readAttributes(file, BasicFileAttributes.class);
			return new State(now.lastModifiedTime(), now.size(), now.fileKey());
		}
	}

	/** What a look at a blob came to. */
	enum Found {
		GOOD, MISSING, WRONG
	}

	Path file(Digest digest) {
		return folder.resolve(digest.algorithm()).resolve(digest.hex());
	}

	/** Whether the blob is there and is what its digest says. */
	Found find(Digest digest) throws IOException {
		final Path file = file(digest);
		try {
			final State now = State.of(file);
			if (now.equals(verified.get(digest))) {
				return Found.GOOD;
			}
			if (!digest.isResult(hash(file, digest.hash()))) {
				return Found.WRONG;
			}
			verified.put(digest, now);
			return Found.GOOD;
		} catch (NoSuchFileException e) {
			return Found.MISSING;
		}
	}

	private byte[] hash(Path file, MessageDigest hash) throws IOException {
		final byte[] buffer = new byte[BUFFER];
		try (InputStream in = Files.newInputStream(file)) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				if (closed) {
					throw new BackendException(Kind.CLOSED, ""); //$NON-NLS-1$
				}
				hash.update(buffer, 0, count);
			}
		}
		return hash.digest();
	}

	/** The good blob; one that is damaged is thrown away. */
	Optional<Path> keepOrDrop(Digest digest) throws IOException {
		return switch (find(digest)) {
		case GOOD -> {
			if (bound.isPresent()) {
				bound.get().used(file(digest));
			}
			yield Optional.of(file(digest));
		}
		case MISSING -> Optional.empty();
		case WRONG -> {
			Files.deleteIfExists(file(digest));
			yield Optional.empty();
		}
		};
	}

	/** A file to collect a blob in. */
	Path begin(Digest digest) throws IOException {
		final Path parts = Files.createDirectories(file(digest).getParent());
		try (var old = Files.newDirectoryStream(parts, "*.part")) { //$NON-NLS-1$
			for (final Path part : old) {
				if (Files.getLastModifiedTime(part).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
					Files.deleteIfExists(part);
				}
			}
		}
		return Files.createTempFile(parts, digest.hex().substring(0, 12), ".part"); //$NON-NLS-1$
	}

	/** Takes a collected blob in, whose digest was compared. */
	void take(Digest digest, Path part) throws IOException {
		Files.move(part, file(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		verified.put(digest, State.of(file(digest)));
		if (bound.isPresent()) {
			bound.get().makeRoomFor(file(digest));
		}
	}

	/** Ends a comparison that runs in another thread. */
	@Override
	public void close() {
		closed = true;
	}
}
