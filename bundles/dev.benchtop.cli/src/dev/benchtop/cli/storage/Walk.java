package dev.benchtop.cli.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.PathFailure;

/** Names what lies in a folder, as it comes. */
final class Walk {

	/** Takes what was found; {@code name} is relative to the folder. */
	@FunctionalInterface
	interface Visitor {
		void visit(Listed found) throws BenchException;
	}

	private final Location folder;
	private final CancelToken token;

	Walk(Location folder, CancelToken token) {
		this.folder = folder;
		this.token = token;
	}

	/** What lies directly in it. */
	void list(Visitor visitor) throws BenchException {
		try (var files = Files.newDirectoryStream(folder.path())) {
			all(files, visitor);
		} catch (DirectoryIteratorException e) {
			throw failure(e.getCause());
		} catch (IOException | UnsupportedOperationException e) {
			throw failure(e);
		}
	}

	/** All that lies below it, folders before what is in them where the folder is no storage; links are not followed. */
	void tree(Visitor visitor) throws BenchException {
		final Optional<Storage> storage = Place.storage(folder).filter(open -> open.abilities().can(Ability.SCAN));
		try {
			if (storage.isPresent()) {
				try (var files = storage.get().scan(folder.path())) {
					all(files, visitor);
				}
			} else {
				walk(visitor);
			}
		} catch (DirectoryIteratorException e) {
			throw failure(e.getCause());
		} catch (IOException | UnsupportedOperationException e) {
			throw failure(e);
		}
	}

	private BenchException failure(Exception reason) throws BenchException {
		token.check();
		return reason.getCause() instanceof BenchException known ? known : PathFailure.of(Messages.Walk_failed, folder.text(), reason);
	}

	private void all(Iterable<Path> files, Visitor visitor) throws IOException, BenchException {
		for (final Path file : files) {
			token.check();
			visitor.visit(new Listed(name(file), Place.attributes(file)));
		}
	}

	private void walk(Visitor visitor) throws IOException {
		Files.walkFileTree(folder.path(), new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
				return path.equals(folder.path()) ? FileVisitResult.CONTINUE : visitFile(path, attributes);
			}

			@Override
			public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
				try {
					token.check();
					visitor.visit(new Listed(name(path), attributes));
					return FileVisitResult.CONTINUE;
				} catch (BenchException e) {
					throw new IOException(e);
				}
			}
		});
	}

	private String name(Path path) {
		final String name = folder.path().relativize(path).toString();
		return name.endsWith("/") ? name.substring(0, name.length() - 1) : name; //$NON-NLS-1$
	}
}
