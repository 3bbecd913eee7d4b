package dev.benchtop.storage.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** A layout on disk (OCI image layout specification): {@code index.json} and {@code blobs}. */
final class LayoutSource implements Source {

	private static final int LARGEST_MANIFEST = 4 << 20;

	private final OciReference.InLayout reference;
	private final BlobStore blobs;

	LayoutSource(OciReference.InLayout reference) {
		this.reference = reference;
		this.blobs = new BlobStore(reference.folder().resolve("blobs")); //$NON-NLS-1$
	}

	@Override
	public byte[] manifest() throws IOException {
		if (!Files.isRegularFile(reference.folder().resolve("oci-layout"))) { //$NON-NLS-1$
			throw new BackendException(Kind.MISSING, NLS.bind(Messages.LayoutSource_none, reference.folder()));
		}
		if (reference.digest().isPresent()) {
			return blob(reference.digest().get());
		}
		final List<Descriptor> all = Manifest.parse(Files.readAllBytes(reference.folder().resolve("index.json"))).manifests(); //$NON-NLS-1$
		final List<Descriptor> named = reference.tag().isEmpty() ? all : all.stream().filter(one -> one.tag().equals(reference.tag())).toList();
		if (named.size() == 1) {
			return manifest(named.getFirst());
		}
		final List<String> tags = all.stream().map(Descriptor::tag).flatMap(Optional::stream).toList();
		throw new BackendException(Kind.MISSING, NLS.bind(Messages.LayoutSource_tags, reference.label(), String.join(", ", tags))); //$NON-NLS-1$
	}

	@Override
	public byte[] manifest(Descriptor descriptor) throws IOException {
		return blob(descriptor.digest());
	}

	private byte[] blob(Digest digest) throws IOException {
		check(digest);
		if (Files.size(blobs.file(digest)) > LARGEST_MANIFEST) {
			throw new BackendException(Kind.FAILED, NLS.bind(Messages.Source_largeManifest, LARGEST_MANIFEST));
		}
		return Files.readAllBytes(blobs.file(digest));
	}

	private void check(Digest digest) throws IOException {
		switch (blobs.find(digest)) {
		case GOOD -> { } // as it should be
		case MISSING -> throw new BackendException(Kind.MISSING, NLS.bind(Messages.LayoutSource_noBlob, digest));
		case WRONG -> throw new BackendException(Kind.FAILED, NLS.bind(Messages.VerifyingStream_wrong, digest));
		}
	}

	@Override
	public InputStream blob(Descriptor blob, long offset, long length) throws IOException {
		check(blob.digest());
		if (Files.size(blobs.file(blob.digest())) != blob.size()) {
			throw new BackendException(Kind.FAILED, NLS.bind(Messages.LayoutSource_size, blob.digest(), blob.size()));
		}
		return FilePart.open(blobs.file(blob.digest()), offset, length);
	}

	@Override
	public void close() {
		blobs.close();
	}
}
