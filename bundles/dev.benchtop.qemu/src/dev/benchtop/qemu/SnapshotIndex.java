package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.capability.Snapshots.Tree;

/** What is known of a board's snapshots beside what is in its disks: their tree, notes and pictures. */
final class SnapshotIndex {

	/**
	 * One snapshot.
	 *
	 * @param layers the overlays of the disks that it is in: it is gone with them
	 * @param variables the UEFI variables that it is in; null where it is in none
	 */
	private record Entry(String name, String parent, long time, boolean running, long bytes, String note, String picture, String layers, String variables) {
	}

	private record Known(String current, List<Entry> entries) {
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

	/** Those that are in these overlays. */
	Tree tree(String layers) throws BenchException {
		final var known = read();
		final var there = known.entries().stream().filter(entry -> entry.layers().equals(layers)).toList();
		final var snapshots = there.stream().map(entry -> new Snapshot(entry.name(), Optional.ofNullable(entry.parent()),
				Instant.ofEpochMilli(entry.time()), entry.running(), entry.bytes(), entry.note(),
				Optional.ofNullable(entry.picture()).map(folder::resolve).filter(Files::isReadable))).toList();
		return new Tree(snapshots, Optional.ofNullable(known.current()).filter(name -> there.stream().anyMatch(entry -> entry.name().equals(name))));
	}

	/** Adds one, which the board then comes from; drops those that went with the overlays that they were in. */
	void add(String name, boolean running, long bytes, String note, Optional<Path> picture, String layers, Optional<String> variables)
			throws BenchException {
		final var before = tree(layers);
		final var entries = new ArrayList<Entry>();
		for (final Entry entry : read().entries()) {
			if (entry.layers().equals(layers)) {
				entries.add(entry);
			} else {
				forget(entry);
			}
		}
		entries.add(new Entry(name, before.current().orElse(null), Instant.now().toEpochMilli(), running, bytes, note,
				picture.map(file -> file.getFileName().toString()).orElse(null), layers, variables.orElse(null)));
		write(new Known(name, entries));
	}

	/** Whether it is in these variables too. */
	boolean isIn(String name, Optional<String> variables) throws BenchException {
		return variables.isPresent() && read().entries().stream().anyMatch(entry -> entry.name().equals(name) && variables.get().equals(entry.variables()));
	}

	/** The board comes from it now. */
	void current(String name) throws BenchException {
		write(new Known(name, read().entries()));
	}

	/** Drops one; its children come to its parent. */
	void remove(String name) throws BenchException {
		final var known = read();
		final var gone = known.entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
		if (gone.isEmpty()) {
			return;
		}
		final String parent = gone.get().parent();
		final var entries = known.entries().stream().filter(entry -> !entry.name().equals(name))
				.map(entry -> name.equals(entry.parent())
						? new Entry(entry.name(), parent, entry.time(), entry.running(), entry.bytes(), entry.note(), entry.picture(), entry.layers(), entry.variables()) : entry)
				.toList();
		write(new Known(Objects.equals(known.current(), name) ? parent : known.current(), entries));
		forget(gone.get());
	}

	private void forget(Entry entry) throws BenchException {
		drop(Optional.ofNullable(entry.picture()).map(folder::resolve));
	}

	/** Takes away a picture of no snapshot. */
	void drop(Optional<Path> picture) throws BenchException {
		try {
			if (picture.isPresent()) {
				Files.deleteIfExists(picture.get());
			}
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private Known read() throws BenchException {
		try {
			return Objects.requireNonNullElse(GSON.fromJson(Files.readString(record()), Known.class), new Known(null, List.of()));
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
