package dev.benchtop.storage.oci;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import dev.benchtop.storage.backend.BackendException;

/** What was fetched from registries: blobs and manifests by digest, and which digest a tag stood for when it was last asked. */
final class BlobCache implements Closeable {

	private static final long LIMIT = 20L << 30;

	private final Path tags;
	private final BlobStore blobs;

	/** @param folder need not exist */
	BlobCache(Path folder) {
		this(folder, LIMIT);
	}

	/** @param limit bytes of all blobs */
	BlobCache(Path folder, long limit) {
		this.tags = folder.resolve("tags"); //$NON-NLS-1$
		this.blobs = BlobStore.bounded(folder.resolve("blobs"), limit); //$NON-NLS-1$
	}

	BlobStore blobs() {
		return blobs;
	}

	/** A manifest that was fetched before. */
	Optional<byte[]> manifest(Digest digest) throws IOException {
		final Optional<Path> file = blobs.keepOrDrop(digest);
		return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
	}

	/** Keeps a manifest, whose digest was compared. */
	void keep(Digest digest, byte[] manifest) throws IOException {
		final Path part = blobs.begin(digest);
		Files.write(part, manifest);
		blobs.take(digest, part);
	}

	/** Keeps what a tag leads to, for the day without a network. */
	void remember(OciReference reference, byte[] manifest) throws IOException {
		final Digest digest = Digest.of(manifest);
		keep(digest, manifest);
		Files.createDirectories(tags);
		final Path line = Files.createTempFile(tags, "tag", ".part"); //$NON-NLS-1$ //$NON-NLS-2$
		Files.writeString(line, digest.toString());
		Files.move(line, file(reference), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** What a reference led to when it was last asked. */
	Optional<byte[]> recall(OciReference reference) throws IOException {
		try {
			return manifest(Digest.parse(Files.readString(file(reference))));
		} catch (NoSuchFileException | BackendException e) {
			return Optional.empty(); // nothing was remembered, or the note is damaged and as good as nothing
		}
	}

	private Path file(OciReference reference) {
		return tags.resolve(Digest.of(reference.label().getBytes(StandardCharsets.UTF_8)).hex());
	}

	@Override
	public void close() {
		blobs.close();
	}
}
