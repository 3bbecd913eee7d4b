package dev.benchtop.storage.http;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.SourceResolver;
import dev.benchtop.core.storage.Urls;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.fs.StorageFileSystem;

/** Makes a path of {@code http://…} and {@code https://…}; it is read from the server while it is used, and never copied before. */
@Component
public final class UrlResolver implements SourceResolver {

	private final HttpSettings settings;
	private HttpEngine engine;

	@Activate
	public UrlResolver() {
		this(HttpSettings.STANDARD);
	}

	UrlResolver(HttpSettings settings) {
		this.settings = settings;
	}

	@Override
	public Optional<Path> resolve(String text, Optional<Bench> bench) throws BenchException {
		final String lower = text.toLowerCase(Locale.ROOT);
		if (!lower.startsWith("http://") && !lower.startsWith("https://")) { //$NON-NLS-1$ //$NON-NLS-2$
			return Optional.empty();
		}
		try {
			final Url url = Url.parse(text);
			final var files = StorageFileSystem.ofFile(url.host(), url.toString(), new UrlBackend(engine(), url));
			return Optional.of(files.root().resolve(url.name()));
		} catch (BackendException e) {
			throw BenchException.usage(Messages.UrlResolver_unusable).where(Urls.redacted(text)).why(e).build();
		}
	}

	private synchronized HttpEngine engine() throws BackendException {
		if (engine == null) {
			engine = new HttpEngine(settings);
		}
		return engine;
	}

	@Deactivate
	synchronized void close() {
		if (engine != null) {
			engine.close();
		}
	}
}
