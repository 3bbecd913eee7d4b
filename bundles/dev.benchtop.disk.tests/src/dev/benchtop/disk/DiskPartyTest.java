package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.core.flash.Party;

class DiskPartyTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;
	private DiskBench bench;
	private byte[] content;
	private Path image;

	@BeforeEach
	void setUp() throws IOException {
		bench = new DiskBench(Files.createDirectory(folder.resolve("home")), new Disks());
		content = new byte[20 * MIB + 700];
		new Random(9).nextBytes(content);
		image = folder.resolve("image.gz");
		try (var packed = new GZIPOutputStream(Files.newOutputStream(image))) {
			packed.write(content);
		}
	}

	/** Flashes all of these disks at once. */
	private List<Future<FlashReport>> flash(List<LoopDisk> disks) throws InterruptedException {
		final var party = new Party(disks.size());
		final var work = new ArrayList<Callable<FlashReport>>();
		for (int i = 0; i < disks.size(); i++) {
			final var disk = disks.get(i);
			final var member = party.members().get(i);
			work.add(() -> {
				try (member) {
					return bench.flash(disk.device(), DiskBench.request(image, "").with(member));
				}
			});
		}
		try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
			return threads.invokeAll(work);
		}
	}

	@Test
	void twoDisksAreFlashedFromOneDecoding() throws IOException, InterruptedException, ExecutionException {
		try (var one = LoopDisk.of(folder.resolve("one"), 24 * MIB); var two = LoopDisk.of(folder.resolve("two"), 24 * MIB)) {
			for (final var report : flash(List.of(one, two))) {
				assertEquals(Outcome.VERIFIED, report.get().outcome(), () -> report.resultNow().failure().map(Throwable::getMessage).orElse(""));
			}
			assertArrayEquals(content, one.content(0, content.length));
			assertArrayEquals(content, two.content(0, content.length));
		}
	}

	@Test
	void aDiskThatIsTooSmallHoldsNobodyUp() throws IOException, InterruptedException, ExecutionException {
		try (var one = LoopDisk.of(folder.resolve("one"), 24 * MIB); var small = LoopDisk.of(folder.resolve("small"), 8 * MIB);
				var two = LoopDisk.of(folder.resolve("two"), 24 * MIB)) {
			final var reports = flash(List.of(small, one, two));
			final var failure = reports.getFirst();
			if (failure.state() == Future.State.FAILED) {
				assertEquals(BenchException.class, assertThrows(ExecutionException.class, failure::get).getCause().getClass());
			} else {
				assertEquals(Outcome.INCOMPLETE, failure.get().outcome());
			}
			assertEquals(Outcome.VERIFIED, reports.get(1).get().outcome());
			assertEquals(Outcome.VERIFIED, reports.get(2).get().outcome());
			assertArrayEquals(content, two.content(0, content.length));
		}
	}
}
