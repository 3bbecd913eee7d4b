package dev.benchtop.core.capability;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.driver.Verb;

/** States of a board that were kept, and that it can be taken back to. */
public interface Snapshots extends Capability {

	/**
	 * One state that was kept.
	 *
	 * @param name tells it from the others
	 * @param parent the name of the one that the board came from when it was kept
	 * @param time when it was kept
	 * @param running whether the board was on, so that it goes on from there; else its disks alone were kept
	 * @param bytes what was kept beside the disks; 0 where that is not known
	 * @param note what its user says of it; may be empty
	 * @param picture a PNG of the screen as it was
	 */
	record Snapshot(String name, Optional<String> parent, Instant time, boolean running, long bytes, String note, Optional<Path> picture) {
	}

	/**
	 * All of them.
	 *
	 * @param snapshots the oldest first
	 * @param current the name of the one that the board comes from; empty where it comes from none
	 */
	record Tree(List<Snapshot> snapshots, Optional<String> current) {

		public Tree {
			snapshots = List.copyOf(snapshots);
		}

		/** Those that came from {@code parent}; from none where that is empty. */
		public List<Snapshot> children(Optional<String> parent) {
			return snapshots.stream().filter(snapshot -> snapshot.parent().equals(parent)).toList();
		}

		public Optional<Snapshot> find(String name) {
			return snapshots.stream().filter(snapshot -> snapshot.name().equals(name)).findFirst();
		}
	}

	/** What is kept now; may look at files, and asks no board. */
	Tree tree() throws BenchException;

	/**
	 * Keeps the state of the board: of all of it where it is on, of its disks where it is off.
	 *
	 * @param name letters, digits, spaces, dots, dashes and underscores, at most 60, and not digits alone
	 * @throws BenchException if the name is taken or not possible, or the board cannot
	 */
	void save(String name, String note, Progress progress) throws BenchException;

	/** Takes the board back; what it has done since it was last kept is lost. It is then on or off as it was. */
	void load(String name, Progress progress) throws BenchException;

	/** Forgets one; those that came from it now come from its parent. */
	void delete(String name, Progress progress) throws BenchException;

	@Override
	default List<Verb> verbs() {
		return SnapshotVerbs.of(this);
	}
}
