package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Storage;

/** What lies in a folder that is to be transferred, and where it is to go. */
final class Tree {

	private final Location from;
	private final Location to;
	private final Tally tally;
	private final CancelToken token;
	private final List<FileJob> files = new ArrayList<>();
	private final List<String> folders = new ArrayList<>();

	private Tree(Location from, Location to, Tally tally, CancelToken token) {
		this.from = from;
		this.to = to;
		this.tally = tally;
		this.token = token;
	}

	/** Looks through the folder; what cannot be read is tallied as a failure. Links are followed. */
	static Tree of(Location from, Location to, Tally tally, CancelToken token) throws IOException, BenchException {
		final var tree = new Tree(from, to, tally, token);
		final Optional<Storage> storage = from.storage().flatMap(node -> node.peek(Storage.class)).filter(open -> open.abilities().can(Ability.SCAN));
		if (storage.isPresent()) {
			tree.scan(storage.get());
		} else {
			tree.walk();
		}
		token.check();
		return tree;
	}

	List<FileJob> files() {
		return files;
	}

	/** The folders in which nothing lies, by which the others come into being, below the root and with {@code /} between names. */
	List<String> emptyFolders() {
		final Set<String> parents = new HashSet<>();
		files.forEach(file -> parents.add(parent(name(file.from().path()).orElse("")))); //$NON-NLS-1$
		folders.forEach(folder -> parents.add(parent(folder)));
		return folders.stream().filter(folder -> !parents.contains(folder)).toList();
	}

	/** All folders, the deepest first. */
	List<String> folders() {
		return folders.stream().sorted((one, other) -> Long.compare(depth(other), depth(one))).toList();
	}

	private static String parent(String name) {
		return name.substring(0, Math.max(0, name.lastIndexOf('/')));
	}

	private static long depth(String folder) {
		return folder.chars().filter(c -> c == '/').count();
	}

	private void scan(Storage storage) throws IOException {
		try (var paths = storage.scan(from.path())) {
			for (final Path path : paths) {
				if (token.isCancelled()) {
					return;
				}
				add(path);
			}
		} catch (DirectoryIteratorException e) {
			throw e.getCause();
		}
	}

	private void walk() throws IOException {
		Files.walkFileTree(from.path(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
				name(folder).filter(name -> !name.isEmpty()).ifPresent(folders::add);
				return token.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				add(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) {
				unreadable(file, failure);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
				if (failure != null) {
					unreadable(folder, failure);
				}
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private void add(Path path) {
		final Optional<String> name = name(path);
		if (name.isEmpty()) {
			tally.failed(path.toString(), BenchException.failed(Messages.Tree_badName).where(path.toString()).build());
			return;
		}
		try {
			final Stamp stamp = Stamp.of(path);
			if (stamp.isFolder()) {
				folders.add(name.get());
			} else if (stamp.isFile()) {
				files.add(new FileJob(new Location(from.resolve(name.get()).text(), path, from.storage()), to.resolve(name.get()), stamp));
			} else {
				tally.failed(from.resolve(name.get()).text(), BenchException.failed(Messages.Tree_special).where(from.resolve(name.get()).text()).build());
			}
		} catch (IOException | IllegalArgumentException e) {
			unreadable(path, e);
		}
	}

	private void unreadable(Path path, Exception reason) {
		final String place = name(path).filter(name -> !name.isEmpty()).map(name -> from.text() + '/' + name).orElse(from.text());
		tally.failed(place, PathFailure.of(Messages.Transfer_cannotRead, place, reason));
	}

	/** The name below the root; empty where a server gives a name that would lead elsewhere. */
	private Optional<String> name(Path path) {
		if (path.equals(from.path())) {
			return Optional.of(""); //$NON-NLS-1$
		}
		final List<String> names = new ArrayList<>();
		for (final Path part : from.path().relativize(path)) {
			final String name = part.toString().replace(path.getFileSystem().getSeparator(), ""); //$NON-NLS-1$
			if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) { //$NON-NLS-1$ //$NON-NLS-2$
				return Optional.empty();
			}
			names.add(name);
		}
		return Optional.of(String.join("/", names)); //$NON-NLS-1$
	}
}
