package dev.benchtop.storage.oci;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.HttpEngine;
import dev.benchtop.storage.http.HttpSettings;

/** Makes backends of what a configuration says. */
final class OciBackends {

	private final Map<String, String> environment;
	private final Path cache;
	private final HttpSettings standard;
	private final Duration goodFor;

	/** @param cache the folder for all of Benchtop's caches */
	OciBackends(Map<String, String> environment, Path cache, HttpSettings standard) {
		this(environment, cache, standard, Duration.ofSeconds(30));
	}

	/** @param goodFor how long a tag is taken to stand for the same */
	OciBackends(Map<String, String> environment, Path cache, HttpSettings standard, Duration goodFor) {
		this.environment = environment;
		this.cache = cache.resolve("oci"); //$NON-NLS-1$
		this.standard = standard;
		this.goodFor = goodFor;
	}

	/** @param offline told why what was fetched before has to do, and with an empty text when the registry is back */
	OciBackend open(OciReference reference, OciConfig config, Consumer<String> offline) throws BackendException {
		final Optional<Platform> platform = text(config.platform()).isEmpty() ? Optional.empty() : Optional.of(Platform.parse(config.platform()));
		return new OciBackend(switch (reference) {
		case OciReference.InLayout layout -> new LayoutSource(layout);
		case OciReference.InRegistry registry -> registry(registry, config, offline);
		}, platform, goodFor);
	}

	private RegistrySource registry(OciReference.InRegistry reference, OciConfig config, Consumer<String> offline) throws BackendException {
		final boolean tls = config.cacert() != null || config.insecure();
		final var settings = standard.trusting(Optional.ofNullable(config.cacert()), config.insecure(), false)
				.through(Optional.ofNullable(config.proxy())).patience(config.timeout(), standard.attempts(), standard.pause());
		return new RegistrySource(reference, config.plainHttp() || reference.isOnThisMachine() && !tls, new HttpEngine(settings),
				credentials(reference, config), new BlobCache(cache), offline);
	}

	/** What the configuration says goes before the environment, and that before the files of other programs. */
	private Optional<Credentials> credentials(OciReference.InRegistry reference, OciConfig config) throws BackendException {
		final var configured = pair(config.username(), config.password());
		if (configured.isPresent()) {
			return configured;
		}
		final var said = pair(environment.get("OCI_USERNAME"), Optional.ofNullable(environment.get("OCI_PASSWORD")).map(Secret::new).orElse(null)); //$NON-NLS-1$ //$NON-NLS-2$
		return said.isPresent() ? said : new AuthFiles(environment).find(reference);
	}

	private static Optional<Credentials> pair(String username, Secret password) throws BackendException {
		final String user = text(username);
		if (user.isEmpty() == (password != null && !password.reveal().isBlank())) {
			throw new BackendException(BackendException.Kind.FAILED, Messages.OciBackends_half);
		}
		return user.isEmpty() ? Optional.empty() : Optional.of(new Credentials(user, password));
	}

	private static String text(String value) {
		return value == null ? "" : value.strip(); //$NON-NLS-1$
	}
}
