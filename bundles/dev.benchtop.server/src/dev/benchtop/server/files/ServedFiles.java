package dev.benchtop.server.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is served: the tree below a root in any file system, and single files of anywhere under virtual names. Nothing else is reached. */
public final class ServedFiles {

	/** What the names begin with under which uploads grow; they are never served. */
	public static final String STAGING = ".benchtop-upload-"; //$NON-NLS-1$

	private final Optional<Path> root;
	private final Map<String, Path> published = new ConcurrentSkipListMap<>();
	private volatile Path realRoot;

	/** Serves the tree below {@code root}, or published files alone. */
	public ServedFiles(Optional<Path> root) {
		this.root = root;
	}

	public Optional<Path> root() {
		return root;
	}

	/**
	 * Serves a file under a virtual name, before one of that name in the tree.
	 *
	 * @throws AccessDeniedException for a name that no client may say
	 */
	public void publish(String name, Path file) throws AccessDeniedException {
		final String clean = String.join("/", FileName.parts(name)); //$NON-NLS-1$
		if (clean.isEmpty() || !clean.equals(name)) {
			throw new AccessDeniedException(name);
		}
		published.put(name, file);
	}

	public void withdraw(String name) {
		published.remove(name);
	}

	/** The published files by their names. */
	public Map<String, Path> published() {
		return Map.copyOf(published);
	}

	/**
	 * The published file of that name, else the one in the tree.
	 *
	 * @throws NoSuchFileException where there is none
	 * @throws AccessDeniedException for a name that leads elsewhere
	 */
	public Path file(String name) throws IOException {
		final Path direct = published.get(String.join("/", FileName.parts(name))); //$NON-NLS-1$
		return direct == null ? entry(name) : direct;
	}

	/**
	 * The file or folder of that name in the tree, free of links.
	 *
	 * @param name empty for the root
	 * @throws NoSuchFileException where there is none
	 * @throws AccessDeniedException for a name or a link that leads elsewhere
	 */
	public Path entry(String name) throws IOException {
		final List<String> parts = FileName.parts(name);
		if (parts.stream().anyMatch(part -> part.startsWith(STAGING))) {
			throw new NoSuchFileException(name);
		}
		return inside(below(name, parts), name);
	}

	/**
	 * Where an upload of that name goes; the folder it lies in is made if it is not there.
	 *
	 * @throws AccessDeniedException for a name or a link that leads elsewhere
	 */
	public Path target(String name) throws IOException {
		final List<String> parts = FileName.parts(name);
		if (parts.isEmpty() || name.endsWith("/") || published.containsKey(String.join("/", parts)) //$NON-NLS-1$ //$NON-NLS-2$
				|| parts.stream().anyMatch(part -> part.startsWith(STAGING))) {
			throw new AccessDeniedException(name);
		}
		Path folder = inside(below(name, List.of()), name);
		for (final String part : parts.subList(0, parts.size() - 1)) {
			final Path next = folder.resolve(part);
			makeFolder(next);
			folder = inside(next, name);
			if (!Files.isDirectory(folder)) {
				throw new NotDirectoryException(name);
			}
		}
		final Path target = folder.resolve(parts.getLast());
		return Files.exists(target) ? inside(target, name) : target;
	}

	private static void makeFolder(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			try {
				Files.createDirectory(folder);
			} catch (FileAlreadyExistsException _) {
				return; // another upload was quicker
			}
		}
	}

	private Path below(String name, List<String> parts) throws IOException {
		try {
			Path path = root.orElseThrow(() -> new NoSuchFileException(name));
			for (final String part : parts) {
				path = path.resolve(part);
			}
			return path;
		} catch (InvalidPathException _) {
			throw new AccessDeniedException(name);
		}
	}

	private Path inside(Path path, String name) throws IOException {
		if (realRoot == null) {
			realRoot = root.orElseThrow(() -> new NoSuchFileException(name)).toRealPath();
		}
		final Path real = real(path, name);
		if (!real.startsWith(realRoot)) {
			throw new AccessDeniedException(name);
		}
		return real;
	}

	private static Path real(Path path, String name) throws IOException {
		try {
			return path.toRealPath();
		} catch (NoSuchFileException | AccessDeniedException e) {
			throw e;
		} catch (FileSystemException e) {
			if (path.getParent() != null && !Files.isDirectory(path.getParent())) {
				throw new NoSuchFileException(name);
			}
			throw e;
		}
	}
}
