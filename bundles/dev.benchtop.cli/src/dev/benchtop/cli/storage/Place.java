package dev.benchtop.cli.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.capability.StorageAttributes;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.PathFailure;

/** Places as the commands of this package are given them. */
final class Place {

	private Place() {
	}

	/** What an argument names; the bench is opened only where it may name something on it. */
	static Location find(String text, Locations locations, CliContext context) throws BenchException {
		final Optional<Bench> bench = Locations.onBench(text) ? Optional.of(context.bench()) : Optional.empty();
		return locations.locate(text, bench, context.workingFolder());
	}

	/** What is there. */
	static BasicFileAttributes attributes(Location place) throws BenchException {
		try {
			return attributes(place.path());
		} catch (IOException | UnsupportedOperationException e) {
			throw PathFailure.of(Messages.Place_unreadable, place.text(), e);
		}
	}

	/** What is there; empty where nothing is. */
	static Optional<BasicFileAttributes> ifThere(Location place) throws BenchException {
		try {
			return Optional.of(attributes(place.path()));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (IOException | UnsupportedOperationException e) {
			throw PathFailure.of(Messages.Place_unreadable, place.text(), e);
		}
	}

	/** All that its file system tells of a path. */
	static BasicFileAttributes attributes(Path path) throws IOException {
		try {
			return Files.readAttributes(path, StorageAttributes.class);
		} catch (UnsupportedOperationException e) {
			return Files.readAttributes(path, BasicFileAttributes.class);
		}
	}

	/** The storage that a place lies in, where it is one of the bench. */
	static Optional<Storage> storage(Location place) throws BenchException {
		return place.storage().isPresent() ? Optional.of(place.storage().get().use(Storage.class)) : Optional.empty();
	}

	/** Whether it is all of a storage or disk. */
	static boolean isRoot(Location place) throws BenchException {
		final Optional<Storage> storage = storage(place);
		return storage.isPresent() ? place.path().equals(storage.get().root()) : place.path().getNameCount() == 0;
	}

	/** Its own name; empty for a root. */
	static String name(Location place) throws BenchException {
		return isRoot(place) ? "" : place.path().getFileName().toString(); //$NON-NLS-1$
	}
}
