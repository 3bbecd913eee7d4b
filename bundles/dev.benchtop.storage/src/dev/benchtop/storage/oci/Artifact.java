package dev.benchtop.storage.oci;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** The layers of a manifest as files: named by their titles, else by their digests. */
final class Artifact {

	private static final String CREATED = "org.opencontainers.image.created"; //$NON-NLS-1$

	private final NavigableMap<String, Descriptor> files = new TreeMap<>();
	private final Optional<Instant> created;

	Artifact(Manifest manifest) throws BackendException {
		created = Optional.ofNullable(manifest.annotations().get(CREATED)).flatMap(Artifact::instant);
		for (final Descriptor layer : manifest.layers()) {
			final String name = layer.title().isPresent() ? path(layer.title().get()) : layer.digest().toString();
			final Descriptor other = files.putIfAbsent(name, layer);
			if (other != null && !other.digest().equals(layer.digest())) {
				throw refused(NLS.bind(Messages.Artifact_twice, name));
			}
		}
		for (final String name : files.keySet()) {
			if (isFolder(name)) {
				throw refused(NLS.bind(Messages.Artifact_twice, name));
			}
		}
	}

	private static Optional<Instant> instant(String text) {
		try {
			return Optional.of(OffsetDateTime.parse(text).toInstant());
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** A title as a path; one that leads anywhere else than into the artifact makes all of it suspect. */
	private static String path(String title) throws BackendException {
		final String plain = title.startsWith("./") ? title.substring(2) : title; //$NON-NLS-1$
		for (final String name : plain.split("/", -1)) { //$NON-NLS-1$
			if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\\') >= 0 || name.chars().anyMatch(c -> c < ' ')) { //$NON-NLS-1$ //$NON-NLS-2$
				throw refused(NLS.bind(Messages.Artifact_escape, title));
			}
		}
		return plain;
	}

	private static BackendException refused(String words) {
		return new BackendException(Kind.FAILED, words);
	}

	/** The one file, where there is just one. */
	Optional<String> only() {
		return files.size() == 1 ? Optional.of(files.firstKey()) : Optional.empty();
	}

	private boolean isFolder(String key) {
		final String below = files.ceilingKey(key + '/');
		return key.isEmpty() || below != null && below.startsWith(key + '/');
	}

	/** The layer of a file. */
	Descriptor file(String key) throws BackendException {
		final Descriptor file = files.get(key);
		if (file == null) {
			throw new BackendException(isFolder(key) ? Kind.IS_FOLDER : Kind.MISSING, NLS.bind(Messages.Artifact_missing, key));
		}
		return file;
	}

	Entry stat(String key) throws BackendException {
		return isFolder(key) ? folder(key) : entry(key, file(key));
	}

	private Entry folder(String key) {
		return new Entry(key, true, 0, created, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	private Entry entry(String key, Descriptor layer) {
		return new Entry(key, false, layer.size(), created, Optional.of(etag(layer)), Optional.of(layer.mediaType()).filter(type -> !type.isEmpty()),
				Optional.empty(), Optional.empty());
	}

	static String etag(Descriptor layer) {
		return '"' + layer.digest().toString() + '"';
	}

	void list(String key, boolean recursive, Sink sink) throws IOException {
		if (files.containsKey(key)) {
			throw new BackendException(Kind.NOT_FOLDER, Messages.Artifact_file);
		}
		if (!isFolder(key)) {
			throw new BackendException(Kind.MISSING, NLS.bind(Messages.Artifact_missing, key));
		}
		final String prefix = key.isEmpty() ? "" : key + '/'; //$NON-NLS-1$
		List<String> before = List.of();
		for (final var file : files.tailMap(prefix, true).entrySet()) {
			if (!file.getKey().startsWith(prefix)) {
				return;
			}
			final List<String> names = List.of(file.getKey().substring(prefix.length()).split("/")); //$NON-NLS-1$
			for (int depth = 1; depth < (recursive ? names.size() : Math.min(names.size(), 2)); depth++) {
				if (before.size() <= depth || !before.subList(0, depth).equals(names.subList(0, depth))) {
					sink.accept(folder(prefix + String.join("/", names.subList(0, depth)))); //$NON-NLS-1$
				}
			}
			if (recursive || names.size() == 1) {
				sink.accept(entry(file.getKey(), file.getValue()));
			}
			before = names;
		}
	}
}
