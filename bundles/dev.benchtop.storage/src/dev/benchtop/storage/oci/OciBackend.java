package dev.benchtop.storage.oci;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;
import dev.benchtop.storage.backend.ReadOnlyBackend;

/** The files of one artifact. Which they are is asked again after a while, as a tag may move; what is read is read by digest. */
final class OciBackend extends ReadOnlyBackend {

	private static final int DEEPEST_INDEX = 4;

	private final Source source;
	private final Optional<Platform> platform;
	private final Duration goodFor;
	private Artifact artifact;
	private long since;

	/**
	 * @param source closed with this backend
	 * @param goodFor how long a tag is taken to stand for the same
	 */
	OciBackend(Source source, Optional<Platform> platform, Duration goodFor) {
		super(Messages.OciBackend_readOnly, Messages.OciBackend_readOnly);
		this.source = source;
		this.platform = platform;
		this.goodFor = goodFor;
	}

	@Override
	public Abilities abilities() {
		return super.abilities().without(Ability.PRESIGN_READ, Messages.OciBackend_noPresign).without(Ability.PRESIGN_STAT, Messages.OciBackend_noPresign);
	}

	/** The artifact as it is, or was a moment ago. */
	synchronized Artifact artifact() throws IOException {
		if (artifact == null || System.nanoTime() - since > goodFor.toNanos()) {
			artifact = new Artifact(image());
			since = System.nanoTime();
		}
		return artifact;
	}

	private Manifest image() throws IOException {
		Manifest manifest = Manifest.parse(source.manifest());
		for (int depth = 0; manifest.isIndex(); depth++) {
			if (depth == DEEPEST_INDEX) {
				throw new BackendException(Kind.FAILED, Messages.OciBackend_deep);
			}
			manifest = Manifest.parse(source.manifest(choose(manifest.manifests())));
		}
		return manifest;
	}

	private Descriptor choose(List<Descriptor> manifests) throws BackendException {
		final List<Descriptor> real = manifests.stream().filter(one -> one.platform().map(Platform::isReal).orElse(true)).toList();
		if (platform.isEmpty() && real.size() == 1) {
			return real.getFirst();
		}
		final Platform wanted = platform.orElseGet(Platform::host);
		return real.stream().filter(one -> one.platform().filter(wanted::takes).isPresent()).findFirst()
				.orElseThrow(() -> new BackendException(Kind.MISSING, NLS.bind(Messages.OciBackend_noPlatform, wanted,
						String.join(", ", real.stream().map(one -> one.platform().map(Platform::toString).orElse("?")).toList())))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Override
	public Entry stat(String key) throws IOException {
		return artifact().stat(key);
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		artifact().list(key, recursive, sink);
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		final Descriptor file = artifact().file(key);
		if (etag.isPresent() && !etag.get().equals(Artifact.etag(file))) {
			throw new BackendException(Kind.CHANGED, NLS.bind(Messages.OciBackend_changed, key));
		}
		return source.blob(file, Math.min(offset, file.size()), length);
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
