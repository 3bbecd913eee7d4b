package dev.benchtop.storage.opendal;

import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.storage.StorageDriver;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.http.HttpConfig;
import dev.benchtop.storage.http.HttpDriverFactory;
import dev.benchtop.storage.local.LocalBackend;

/** Makes storages of the services that OpenDAL knows: {@code type: opendal}. */
@Component
public final class OpendalDriverFactory implements DriverFactory<OpendalConfig> {

	@Override
	public String type() {
		return "opendal"; //$NON-NLS-1$
	}

	@Override
	public Class<OpendalConfig> configType() {
		return OpendalConfig.class;
	}

	@Override
	public Set<String> aliases() {
		return Set.of("jumpstarter_driver_opendal.driver.Opendal"); //$NON-NLS-1$
	}

	@Override
	public String icon() {
		return "icons/storage.svg"; //$NON-NLS-1$
	}

	@Override
	public NodeShape describe(OpendalConfig config) {
		return NodeShape.of(Storage.class);
	}

	@Override
	public Driver create(DriverContext context, OpendalConfig config) throws BenchException {
		Schemes.check(config.scheme());
		return switch (config.scheme()) {
		case "fs" -> storage(context, config, folder(context, config.options())); //$NON-NLS-1$
		case "http", "https" -> new HttpDriverFactory().create(context, http(config.options())); //$NON-NLS-1$ //$NON-NLS-2$
		default -> storage(context, config, new OpendalBackend(new Native(config.scheme(), config.options()), S3Keys.system()));
		};
	}

	private static Driver storage(DriverContext context, OpendalConfig config, Backend backend) {
		return new StorageDriver(context, config.scheme(), backend, config.removeCreatedOnClose());
	}

	/** A folder is spoken to without OpenDAL, which takes three times as long. */
	private static Backend folder(DriverContext context, Map<String, String> options) throws BenchException {
		final String root = options.getOrDefault("root", ""); //$NON-NLS-1$ //$NON-NLS-2$
		if (root.isBlank()) {
			throw BenchException.usage(NLS.bind(Messages.OpendalDriverFactory_needs, "fs", "root")).where(context.place()).build(); //$NON-NLS-1$ //$NON-NLS-2$
		}
		try {
			return new LocalBackend(context.folder().resolve(root));
		} catch (InvalidPathException e) {
			throw BenchException.usage(NLS.bind(Messages.OpendalDriverFactory_needs, "fs", "root")).where(context.place()).why(e).build(); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** Web servers are spoken to without OpenDAL, which follows redirects in its own way. */
	private static HttpConfig http(Map<String, String> options) {
		final String root = options.getOrDefault("root", "").replaceAll("^/+|/+$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		final String endpoint = options.getOrDefault("endpoint", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return new HttpConfig(root.isEmpty() ? endpoint : endpoint.replaceAll("/+$", "") + '/' + root, options.get("username"), secret(options, "password"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				secret(options, "token"), Map.of(), null, null, false, false, Duration.ofSeconds(30)); //$NON-NLS-1$
	}

	private static Secret secret(Map<String, String> options, String key) {
		return options.containsKey(key) ? new Secret(options.get(key)) : null;
	}
}
