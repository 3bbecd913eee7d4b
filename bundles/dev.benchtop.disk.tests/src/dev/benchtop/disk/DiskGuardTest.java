package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Guard;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.disk.Disks.Place;

class DiskGuardTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;
	private DiskBench bench;

	@BeforeEach
	void setUp() throws IOException {
		bench = new DiskBench(Files.createDirectory(folder.resolve("home")), new Disks());
	}

	private FlashRequest image() throws IOException {
		final Path image = folder.resolve("image");
		final var content = new byte[2 * MIB];
		content[2 * MIB - 1] = 1;
		return DiskBench.request(Files.write(image, content), "");
	}

	private BenchException refused(LoopDisk disk, FlashRequest request) throws BenchException {
		final var node = bench.node(disk.device());
		assertThrows(BenchException.class, () -> bench.flashing.plan(node, request));
		return assertThrows(BenchException.class, () -> bench.flashing.flash(node, request, Progress.none()));
	}

	/** A file system on the disk, mounted as long as it is open. */
	private final class Mounted implements AutoCloseable {
		final Path point;

		Mounted(LoopDisk disk) throws IOException {
			LoopDisk.run("mkfs.ext4", "-q", "-L", "data", disk.device().toString());
			point = Files.createDirectory(folder.resolve("mounted here"));
			LoopDisk.run("mount", disk.device().toString(), point.toString());
		}

		boolean isMounted() throws IOException {
			return Files.readString(Path.of("/proc/self/mountinfo")).contains(point.toString().replace(" ", "\\040"));
		}

		@Override
		public void close() throws IOException {
			if (isMounted()) {
				LoopDisk.run("umount", point.toString());
			}
		}
	}

	@Test
	void aDiskThatIsNotRemovableHasToBeNamed() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB)) {
			final Guard guard = bench.target(disk.device(), "").guard().orElseThrow();
			assertEquals(Optional.of(disk.name()), guard.name());
			assertTrue(refused(disk, image()).next().orElseThrow().contains("--name \"" + disk.name() + '"'));
			refused(disk, image().with(new Consent(true, "sda", guard.seen())));
			assertArrayEquals(new byte[MIB], disk.content(0, MIB));
			assertEquals(Outcome.VERIFIED, bench.flash(disk.device(), image()).outcome());
		}
	}

	@Test
	void aMountedDiskIsUnmountedOnConsentOnly() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 16 * MIB); var mounted = new Mounted(disk)) {
			final Guard guard = bench.target(disk.device(), "").guard().orElseThrow();
			assertEquals(mounted.point.toString(), guard.mounts().getFirst());
			final BenchException refusal = refused(disk, image().with(new Consent(false, disk.name(), guard.seen())));
			assertTrue(refusal.getMessage().contains(mounted.point.toString()), refusal.getMessage());
			assertTrue(mounted.isMounted());
			assertEquals(Outcome.VERIFIED, bench.flash(disk.device(), image()).outcome());
			assertFalse(mounted.isMounted());
		}
	}

	@Test
	void aDiskSmallerThanTheImageIsRefused() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), MIB)) {
			final BenchException refusal = refused(disk, image().with(bench.consent(disk.device(), "")));
			assertTrue(refusal.getMessage().contains(String.valueOf(MIB)), refusal.getMessage());
		}
	}

	@Test
	void anImageOnTheDiskItselfIsRefused() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 32 * MIB); var mounted = new Mounted(disk)) {
			final Path image = Files.copy(image().image(), mounted.point.resolve("image"));
			final Path link = Files.createSymbolicLink(folder.resolve("link"), image);
			for (final Path file : new Path[] {image, link}) {
				final BenchException refusal = refused(disk, DiskBench.request(file, "").with(bench.consent(disk.device(), "")));
				assertTrue(refusal.what().contains("lies on"), refusal.getMessage());
			}
			assertTrue(mounted.isMounted());
		}
	}

	@Test
	void anotherDiskInItsPlaceIsRefused() throws IOException, BenchException {
		try (var disk = LoopDisk.alone(folder.resolve("disk"), 8 * MIB)) {
			final var request = image().with(bench.consent(disk.device(), ""));
			final var target = bench.disks.target(disk.device(), CancelToken.none());
			disk.exchange(folder.resolve("other"));
			assertTrue(refused(disk, request).what().contains("Another disk"));
			final BenchException refusal = assertThrows(BenchException.class, target::open);
			assertTrue(refusal.what().contains("not there any more"), refusal.getMessage());
			assertArrayEquals(new byte[MIB], disk.content(0, MIB));
		}
	}

	@Test
	void aDiskThatIsOpenElsewhereIsRefused() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB)) {
			final var target = bench.disks.target(disk.device(), CancelToken.none());
			try (var _ = target.open()) {
				final BenchException refusal = assertThrows(BenchException.class, target::open);
				assertTrue(refusal.next().orElseThrow().contains("uses it"), refusal.getMessage());
			}
			target.open().close();
		}
	}

	@Test
	void theDiskOfTheSystemIsNeitherFoundNorTouched() throws IOException, BenchException {
		for (final Disk disk : bench.disks.all()) {
			if (disk.system().isPresent()) {
				assertTrue(bench.finder.find().stream().noneMatch(found -> found.id().equals(disk.id())));
				assertTrue(new FixedDiskFinder(bench.disks).find().stream().noneMatch(found -> found.id().equals(disk.id())));
				assertThrows(BenchException.class, () -> bench.target(disk.device(), ""));
				final BenchException refusal = assertThrows(BenchException.class, () -> bench.flashing.plan(bench.node(disk.device()), image()));
				assertTrue(refusal.what().contains("running system"), refusal.getMessage());
				final var target = new DiskTarget(bench.disks.system(), new Place(disk, Optional.empty()), Optional.of(new Consent(true, disk.title(), "")), CancelToken.none(), _ -> { });
				assertThrows(BenchException.class, target::open);
			}
		}
	}
}
