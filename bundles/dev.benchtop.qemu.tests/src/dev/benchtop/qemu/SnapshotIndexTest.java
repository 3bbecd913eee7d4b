package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.capability.Snapshots.Tree;
import dev.benchtop.qemu.Layers.Held;

/** Snapshots that come and go also by other hands. */
class SnapshotIndexTest {

	private static final List<String> LAYERS = List.of("layer");

	@TempDir
	Path folder;

	@Test
	void aNameThatWasTakenAwayByOtherHandsAndComesBackIsNoParentOfItsParent() throws Exception {
		add("b");
		add("a", "b");

		add("b", "a");

		assertEquals(List.of("a"), roots("a", "b"));
		assertEquals(List.of("b"), tree("a", "b").children(Optional.of("a")).stream().map(Snapshot::name).toList());
		assertEquals(Optional.of("b"), tree("a", "b").current());
	}

	@Test
	void whatOtherHandsMadeIsForgottenByItsChildrenWhenItIsDeleted() throws Exception {
		index().current("found");
		add("a", "found");
		index().current("found");

		index().remove("found");

		assertEquals(List.of("found", "a"), roots("found", "a"));
		assertEquals(Optional.empty(), tree("found", "a").current());
	}

	@Test
	void aCircleThatStandsInTheFileIsBroken() throws Exception {
		Files.writeString(folder.resolve("snapshots.json"), """
				{"current":"b","entries":[{"name":"a","parent":"b","note":"","layers":"layer"},{"name":"b","parent":"a","note":"","layers":"layer"},
				{"name":"c","parent":"b","note":"","layers":"layer"},{"name":"self","parent":"self","note":"","layers":"layer"}]}""");

		assertEquals(List.of("a", "self"), roots("a", "b", "c", "self"));
		assertEquals(List.of("c"), tree("a", "b", "c", "self").children(Optional.of("b")).stream().map(Snapshot::name).toList());
	}

	/** Adds one where the disks hold those before. */
	private void add(String name, String... before) throws BenchException {
		index().add(name, "", Optional.empty(), LAYERS, tree(before));
	}

	private List<String> roots(String... held) throws BenchException {
		return tree(held).children(Optional.empty()).stream().map(Snapshot::name).toList();
	}

	private Tree tree(String... held) throws BenchException {
		return index().tree(Stream.of(held).map(name -> new Held(new QcowSnapshots.Tag(name, Instant.EPOCH, 0), List.of("root"), Optional.empty(), true)).toList(),
				LAYERS);
	}

	private SnapshotIndex index() {
		return new SnapshotIndex(folder);
	}
}
