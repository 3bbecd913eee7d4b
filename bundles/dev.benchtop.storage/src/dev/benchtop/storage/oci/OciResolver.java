package dev.benchtop.storage.oci;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.SourceResolver;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.storage.fs.StorageFileSystem;
import dev.benchtop.storage.http.HttpSettings;

/**
 * Makes a path of {@code oci://REGISTRY/REPOSITORY[:TAG][@DIGEST][/FILE]}: the file that is named, the only one that there is, or the folder of
 * all. A file can be named where tag or digest stand before it. {@code layout:/FOLDER[:TAG|@DIGEST]} is an artifact in a layout on disk.
 */
@Component
public final class OciResolver implements SourceResolver {

	private static final String SCHEME = "oci://"; //$NON-NLS-1$
	private static final String LAYOUT = "layout:/"; //$NON-NLS-1$

	private final OciBackends backends;
	private final Map<String, Artifacts> open = new HashMap<>();

	/** One artifact that was asked for. */
	private record Artifacts(OciBackend backend, StorageFileSystem files) {
	}

	@Activate
	public OciResolver() {
		this(new OciBackends(System.getenv(), Places.system().cache(), HttpSettings.STANDARD));
	}

	OciResolver(OciBackends backends) {
		this.backends = backends;
	}

	@Override
	public Optional<Path> resolve(String text, Optional<Bench> bench) throws BenchException {
		final boolean layout = text.startsWith(LAYOUT);
		if (!layout && !text.startsWith(SCHEME)) {
			return Optional.empty();
		}
		try {
			final OciReference reference = layout ? OciReference.parse(text, Path.of("/")) : OciReference.InRegistry.parse(text.substring(SCHEME.length())); //$NON-NLS-1$
			final Artifacts found = artifacts(reference);
			final Path root = found.files.root();
			if (reference instanceof OciReference.InRegistry registry && !registry.file().isEmpty()) {
				return Optional.of(root.resolve(registry.file()));
			}
			return Optional.of(found.backend.artifact().only().map(root::resolve).orElse(root));
		} catch (IOException e) {
			throw BenchException.failed(Messages.OciResolver_unusable).where(Urls.redacted(text)).why(e).build();
		}
	}

	private synchronized Artifacts artifacts(OciReference reference) throws IOException {
		final Artifacts known = open.get(reference.label());
		if (known != null) {
			return known;
		}
		final OciBackend backend = backends.open(reference, OciConfig.of(reference.label()), why -> { });
		final var made = new Artifacts(backend, StorageFileSystem.open(reference.label(), backend, false));
		open.put(reference.label(), made);
		return made;
	}

	@Deactivate
	synchronized void close() {
		open.values().forEach(artifacts -> artifacts.files.close());
		open.clear();
	}
}
