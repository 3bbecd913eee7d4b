package dev.benchtop.uboot.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.PathFailure;

/**
 * Opens flasher bundles: a folder, a tar archive, a layout of OCI images on disk, or an artifact in a registry, which the storages of Benchtop
 * fetch and verify.
 */
@Component(service = FlasherBundles.class)
public final class FlasherBundles {

	/** The name of a manifest where none is given. */
	public static final String MANIFEST = "manifest.yaml"; //$NON-NLS-1$

	private static final String OCI = "oci://"; //$NON-NLS-1$
	private static final String LAYOUT = "layout:"; //$NON-NLS-1$
	private static final Pattern IN_REGISTRY = Pattern.compile("(?:[\\w-]+(?:\\.[\\w-]+)+|[\\w.-]+:[0-9]+|localhost)/[^/].*"); //$NON-NLS-1$
	private static final Pattern ON_BENCH = Pattern.compile("([\\w.-]+):(.*)", Pattern.DOTALL); //$NON-NLS-1$

	private final Locations locations;

	@Activate
	public FlasherBundles(@Reference Locations locations) {
		this.locations = locations;
	}

	/**
	 * Opens a bundle; blocks while it is unpacked or its manifest is fetched.
	 *
	 * @param reference a name of {@link KnownBundles}, a path, {@code STORAGE:path}, {@code layout:FOLDER[:TAG]}, {@code oci://REFERENCE}, or a
	 *     reference with a registry in it
	 * @param manifest the path of the manifest in the bundle
	 * @param workingFolder what relative paths count from
	 */
	public FlasherBundle open(String reference, String manifest, Optional<Bench> bench, Path workingFolder, CancelToken token) throws BenchException {
		return open(locations.locate(full(reference, workingFolder), bench, workingFolder), manifest, workingFolder, token);
	}

	/** Opens the bundle that the configuration of a driver names; a storage of the bench is found through the driver's context. */
	public FlasherBundle open(String reference, String manifest, DriverContext context, CancelToken token) throws BenchException {
		final String text = full(reference, context.folder());
		final var form = ON_BENCH.matcher(text);
		if (form.matches() && Locations.onBench(text)) {
			final Optional<Storage> storage = context.named(form.group(1), Storage.class);
			if (storage.isPresent()) {
				final Path root = storage.get().root();
				final String below = form.group(2).replaceFirst("^/+", ""); //$NON-NLS-1$ //$NON-NLS-2$
				return open(new Location(text, below.isEmpty() ? root : root.resolve(below), Optional.empty()), manifest, context.folder(), token);
			}
		}
		return open(locations.locate(text, Optional.empty(), context.folder()), manifest, context.folder(), token);
	}

	/** Whether a reference has the form of a place in a storage of a bench; a local file may have it too. */
	static boolean onBench(String reference, Path workingFolder) {
		return Locations.onBench(full(reference, workingFolder));
	}

	/** A reference as the locations understand it. */
	private static String full(String reference, Path workingFolder) {
		final String known = KnownBundles.all().get(reference);
		if (known != null) {
			return known;
		}
		if (reference.startsWith(LAYOUT)) {
			return LAYOUT + workingFolder.resolve(reference.substring(LAYOUT.length())).toAbsolutePath().normalize();
		}
		return IN_REGISTRY.matcher(reference).matches() && !Files.exists(workingFolder.resolve(reference)) ? OCI + reference : reference;
	}

	private FlasherBundle open(Location place, String manifest, Path workingFolder, CancelToken token) throws BenchException {
		try {
			final var facts = Files.readAttributes(place.path(), BasicFileAttributes.class);
			if (facts.isDirectory()) {
				return folder(place, manifest, workingFolder, () -> { });
			}
			if (place.path().getFileName().toString().equals(manifest)) {
				return new FlasherBundle(place.text(), place.path().getParent(), manifest, () -> { });
			}
			final Unpacked files = Unpacked.of(place.path(), token);
			return folder(new Location(place.text(), files.folder(), place.storage()), manifest, workingFolder, files);
		} catch (IOException e) {
			throw PathFailure.of(Messages.FlasherBundles_unusable, place.text(), e);
		}
	}

	private FlasherBundle folder(Location place, String manifest, Path workingFolder, Closeable contents) throws BenchException, IOException {
		try {
			final boolean layout = Files.exists(place.path().resolve("oci-layout")) && !Files.exists(place.path().resolve(manifest)); //$NON-NLS-1$
			final Path root = layout ? locations.locate(LAYOUT + place.path().toAbsolutePath(), Optional.empty(), workingFolder).path() : place.path();
			return new FlasherBundle(place.text(), root, manifest, contents);
		} catch (BenchException | RuntimeException e) {
			contents.close();
			throw e;
		}
	}
}
