package dev.benchtop.ui.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.driver.DriverTexts;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Option;

/**
 * One kind of storage that can be connected: a driver, or a service of the OpenDAL driver whose options are known.
 *
 * @param type the driver's type
 * @param scheme the service of the OpenDAL driver; empty for all of a driver
 * @param schema the keys of the form
 */
record StorageKind(String label, String help, String type, Optional<String> scheme, ConfigSchema schema) {

	private static final String OPENDAL = "opendal"; //$NON-NLS-1$
	private static final String SCHEME = "scheme"; //$NON-NLS-1$
	private static final String OPTIONS = "options"; //$NON-NLS-1$

	record Folder(@Option(required = true) Path root) {
	}

	record S3(@Option(required = true) String bucket, @Option String endpoint, @Option(required = true, proposals = {"us-east-1", "eu-central-1", "auto"}) String region,
			@Option(key = "access_key_id") String accessKeyId, @Option(key = "secret_access_key") Secret secretAccessKey, @Option(advanced = true) String root,
			@Option(key = "enable_virtual_host_style", advanced = true) boolean virtualHostStyle, @Option(key = "allow_anonymous", advanced = true) boolean anonymous) {
	}

	record Webdav(@Option(required = true) String endpoint, @Option String username, @Option Secret password, @Option(advanced = true) Secret token,
			@Option(advanced = true) String root) {
	}

	record Azure(@Option(required = true) String container, @Option(required = true) String endpoint, @Option(key = "account_name") String accountName,
			@Option(key = "account_key") Secret accountKey, @Option(key = "sas_token", advanced = true) Secret sasToken, @Option(advanced = true) String root) {
	}

	record Gcs(@Option(required = true) String bucket, @Option(key = "credential_path") Path credentialPath, @Option(advanced = true) Secret token,
			@Option(advanced = true) String root) {
	}

	/** All kinds that the drivers here can do, the most common first. */
	static List<StorageKind> all(DriverRegistry registry) {
		final List<StorageKind> kinds = new ArrayList<>();
		if (registry.find(OPENDAL).isPresent()) {
			kinds.add(service("fs", Messages.StorageKind_folder, Messages.StorageKind_folderHelp, Folder.class)); //$NON-NLS-1$
			kinds.add(service("s3", Messages.StorageKind_s3, Messages.StorageKind_s3Help, S3.class)); //$NON-NLS-1$
			kinds.add(service("webdav", Messages.StorageKind_webdav, Messages.StorageKind_webdavHelp, Webdav.class)); //$NON-NLS-1$
			kinds.add(service("azblob", Messages.StorageKind_azure, Messages.StorageKind_azureHelp, Azure.class)); //$NON-NLS-1$
			kinds.add(service("gcs", Messages.StorageKind_gcs, Messages.StorageKind_gcsHelp, Gcs.class)); //$NON-NLS-1$
		}
		registry.factories().stream().filter(StorageKind::offersStorage).sorted(Comparator.comparing(factory -> factory.type().equals(OPENDAL) ? 1 : 0))
				.forEach(factory -> {
					final var texts = DriverTexts.of(factory);
					kinds.add(new StorageKind(texts.label(), texts.help(), factory.type(), Optional.empty(), ConfigSchema.of(factory)));
				});
		return kinds;
	}

	private static StorageKind service(String scheme, String label, String help, Class<? extends Record> options) {
		return new StorageKind(label, help, OPENDAL, Optional.of(scheme), ConfigSchema.of(options));
	}

	/** Whether a driver is a storage by itself, whatever its configuration says. */
	private static <C extends Record> boolean offersStorage(DriverFactory<C> factory) {
		try {
			final NodeShape shape = factory.describe(null);
			return shape.capabilities().contains(Storage.class);
		} catch (RuntimeException _) {
			return false; // its shape hangs on its configuration, which storages do not
		}
	}

	/** The kind that a storage of the bench is of. */
	static Optional<StorageKind> of(DriverRegistry registry, BenchEditor file) {
		final String type = text(file, "storage.type"); //$NON-NLS-1$
		final String scheme = text(file, "storage.config." + SCHEME); //$NON-NLS-1$
		final String known = registry.find(type).map(DriverFactory::type).orElse(type);
		final var all = all(registry);
		return all.stream().filter(kind -> kind.type.equals(known) && kind.scheme.filter(scheme::equals).isPresent() && !file.get("storage.config.kwargs").isPresent()) //$NON-NLS-1$
				.findFirst().or(() -> all.stream().filter(kind -> kind.type.equals(known) && kind.scheme.isEmpty()).findFirst());
	}

	private static String text(BenchEditor file, String place) {
		return file.get(place).map(String::valueOf).orElse(""); //$NON-NLS-1$
	}

	/** Where the values of the form stand in the file of a storage. */
	String place() {
		return scheme.isPresent() ? "storage.config." + OPTIONS : "storage.config"; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The configuration of the driver for the values of the form. */
	Map<String, Object> config(Map<String, Object> values) {
		if (scheme.isEmpty()) {
			return values;
		}
		final Map<String, Object> config = new LinkedHashMap<>();
		config.put(SCHEME, scheme.get());
		if (!values.isEmpty()) {
			config.put(OPTIONS, values);
		}
		return config;
	}
}
