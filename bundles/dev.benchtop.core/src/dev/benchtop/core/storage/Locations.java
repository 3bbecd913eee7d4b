package dev.benchtop.core.storage;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.spi.SourceResolver;

/**
 * Finds what a user names: {@code STORAGE:path}, {@code BOARD/NODE:path}, a URL, or a local path ({@code ~} is the home folder). A text that
 * could name both a storage and a local file names the storage if there is one of that name; {@code ./a:b} is always the local file.
 */
@Component(service = Locations.class)
public final class Locations {

	private final List<SourceResolver> resolvers = new CopyOnWriteArrayList<>();

	@Activate
	public Locations() {
	}

	/** Locations with just these resolvers. */
	public Locations(Collection<? extends SourceResolver> resolvers) {
		this.resolvers.addAll(resolvers);
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void add(SourceResolver resolver) {
		resolvers.add(resolver);
	}

	void remove(SourceResolver resolver) {
		resolvers.remove(resolver);
	}

	/** Whether a text has the form of a place on a bench; a local file may have it too. */
	public static boolean onBench(String text) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The place that a text names; makes the driver of the storage, but does not look whether anything is there.
	 *
	 * @param bench where storages are looked for
	 * @param workingFolder what relative local paths count from
	 * @throws BenchException of kind usage where nothing can be meant by the text, with near names; or the storage's own error
	 */
	public Location locate(String text, Optional<Bench> bench, Path workingFolder) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** How a path of a storage is written, so that {@link #locate} finds it again. */
	public static String address(Node storage, Path path) {
		throw new UnsupportedOperationException();
	}

	/** A path of a storage as a location. */
	public static Location location(Node storage, Path path) {
		return new Location(address(storage, path), path, Optional.of(storage));
	}
}
