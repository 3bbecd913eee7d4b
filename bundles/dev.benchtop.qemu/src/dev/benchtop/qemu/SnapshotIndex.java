package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.capability.Snapshots.Tree;
import dev.benchtop.qemu.Layers.Held;

/** What is known of a board's snapshots beside what is in its disks, which alone say which there are: their tree, notes and pictures. */
final class SnapshotIndex {

	/**
	 * One snapshot.
	 *
	 * @param layers the overlays of the disks that it was made in; the names are unique
	 */
	private record Entry(String name, String parent, String note, String picture, String layers) {

		boolean isIn(List<String> others) {
			return !Collections.disjoint(List.of(layers.split(" ")), others); //$NON-NLS-1$
		}

		Entry under(String other) {
			return new Entry(name, other, note, picture, layers);
		}
	}

	private record Known(String current, List<Entry> entries) {

		Known {
			entries = entries == null ? List.of() : entries;
		}

		/** The same as a tree: where entries come from each other in a circle, the oldest of them comes from nothing. */
		Known tree() {
			final var parents = new HashMap<String, String>();
			final var sound = new ArrayList<Entry>();
			for (final Entry entry : entries.reversed()) {
				final boolean circle = Stream.iterate(entry.parent(), Objects::nonNull, parents::get).anyMatch(entry.name()::equals);
				sound.add(circle ? entry.under(null) : entry);
				parents.put(entry.name(), sound.getLast().parent());
			}
			return new Known(current, sound.reversed());
		}
	}

	private static final Gson GSON = new Gson();

	private final Path folder;

	/** An index in that folder, which need not exist. */
	SnapshotIndex(Path folder) {
		this.folder = folder;
	}

	/** A name for a new picture; the folder exists. */
	Path newPicture() throws BenchException {
		try {
			return PrivateFiles.folder(folder).resolve(Instant.now().toEpochMilli() + ".png"); //$NON-NLS-1$
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Those that the disks hold. One that only some hold is among them, so that it can be deleted, and its note says so. */
	Tree tree(List<Held> held, List<String> layers) throws BenchException {
		final var known = read();
		final Set<String> names = held.stream().map(Held::name).collect(Collectors.toSet());
		final var snapshots = held.stream().map(each -> snapshot(each, known.entries().stream()
				.filter(entry -> entry.name().equals(each.name()) && entry.isIn(layers)).findFirst(), names)).toList();
		return new Tree(snapshots, Optional.ofNullable(known.current()).filter(name -> held.stream().anyMatch(each -> each.complete() && each.name().equals(name))));
	}

	private Snapshot snapshot(Held held, Optional<Entry> entry, Set<String> names) {
		final String note = held.complete() ? entry.map(Entry::note).orElse(Messages.SnapshotIndex_found)
				: NLS.bind(Messages.SnapshotIndex_partly, String.join(", ", held.disks())); //$NON-NLS-1$
		return new Snapshot(held.name(), entry.map(Entry::parent).filter(names::contains), held.tag().time(), held.memory().isPresent(),
				held.tag().memory(), note, entry.map(Entry::picture).map(folder::resolve).filter(Files::isReadable));
	}

	/** Adds one that is about to be made, and that the board then comes from; {@code before} are those that there are. */
	void add(String name, String note, Optional<Path> picture, List<String> layers, Tree before) throws BenchException {
		final var entries = new ArrayList<Entry>();
		for (final Entry entry : read().entries()) {
			if (before.find(entry.name()).isPresent()) {
				entries.add(entry.parent() == null || before.find(entry.parent()).isPresent() ? entry : entry.under(null));
			} else {
				forget(entry);
			}
		}
		entries.add(new Entry(name, before.current().orElse(null), note, picture.map(file -> file.getFileName().toString()).orElse(null),
				String.join(" ", layers))); //$NON-NLS-1$
		write(new Known(name, entries));
	}

	/** The board comes from it now. */
	void current(String name) throws BenchException {
		write(new Known(name, read().entries()));
	}

	/** Drops one; its children come to its parent. */
	void remove(String name) throws BenchException {
		final var known = read();
		final var gone = known.entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
		final String parent = gone.map(Entry::parent).orElse(null);
		final var entries = known.entries().stream().filter(entry -> !entry.name().equals(name))
				.map(entry -> name.equals(entry.parent()) ? entry.under(parent) : entry).toList();
		final var left = new Known(name.equals(known.current()) ? parent : known.current(), entries);
		if (!left.equals(known)) {
			write(left);
		}
		if (gone.isPresent()) {
			forget(gone.get());
		}
	}

	private void forget(Entry entry) throws BenchException {
		try {
			if (entry.picture() != null) {
				Files.deleteIfExists(folder.resolve(entry.picture()));
			}
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private Known read() throws BenchException {
		try {
			return Objects.requireNonNullElse(GSON.fromJson(Files.readString(record()), Known.class), new Known(null, List.of())).tree();
		} catch (NoSuchFileException _) {
			return new Known(null, List.of());
		} catch (IOException | JsonParseException e) {
			throw failed(e);
		}
	}

	private void write(Known known) throws BenchException {
		try {
			PrivateFiles.folder(folder);
			PrivateFiles.replace(record(), GSON.toJson(known).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private Path record() {
		return folder.resolve("snapshots.json"); //$NON-NLS-1$
	}

	private BenchException failed(Exception reason) {
		return BenchException.failed(NLS.bind(Messages.SnapshotIndex_failed, record())).why(reason).build();
	}
}
