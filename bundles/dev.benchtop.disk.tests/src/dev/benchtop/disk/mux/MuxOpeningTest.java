package dev.benchtop.disk.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.disk.Disks;
import dev.benchtop.disk.MuxFlasherFactory;
import dev.benchtop.image.Imaging;

/** A medium that takes long to open, as what is mounted of it is unmounted before. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MuxOpeningTest {

	private static final CancelToken NONE = CancelToken.none();

	@TempDir
	private Path home;
	private final CancelToken cancel = new CancelToken();
	private SlowCard card;
	private Muxes bench;
	private StorageMux mux;

	@BeforeEach
	void take() throws Exception {
		final Path device = Files.createFile(home.resolve("card"));
		card = new SlowCard(device);
		bench = new Muxes(home, """
				mux: {type: mux-command, config: {host: 'true', dut: 'true', 'off': 'true', storage_device: %s}}
				flasher: {type: mux-flasher, config: {settle: 0s}, children: {mux: {ref: mux}}}
				""".formatted(device), new MuxCommandFactory(new Disks(card)), new MuxFlasherFactory(Imaging.standard()));
		mux = bench.mux("mux");
		mux.host(NONE);
	}

	@AfterEach
	void close() {
		bench.close();
	}

	private void assertHeld() throws BenchException {
		assertEquals("The medium is in use", assertThrows(BenchException.class, () -> mux.dut(NONE)).what());
		assertEquals("The medium is in use", assertThrows(BenchException.class, () -> mux.off(NONE)).what());
		assertEquals("The medium is in use", assertThrows(BenchException.class, () -> mux.host(NONE)).what());
		assertEquals(Position.HOST, mux.position());
	}

	private void assertFree() throws BenchException {
		assertEquals(Position.HOST, mux.position());
		mux.dut(NONE);
		assertEquals(Position.DUT, mux.position());
	}

	@Test
	void aCancelEndsTheOpeningAndFreesTheMedium() throws Exception {
		final var medium = mux.media(cancel);
		final var opening = new FutureTask<>(() -> assertThrows(BenchException.class, medium::open));
		Thread.ofPlatform().start(opening);
		card.waiting.await();
		assertHeld();
		cancel.cancel();
		assertTrue(opening.get().isCancelled());
		assertFree();
		assertEquals("This machine does not have the medium", assertThrows(BenchException.class, medium::open).what());
		mux.off(NONE);
	}

	@Test
	void aFlashIsCancelledWhileItOpensTheMedium() throws Exception {
		final Path image = Files.write(home.resolve("image"), new byte[4096]);
		final var request = new FlashRequest(image, "image", "", true, Optional.empty());
		final var flash = new FutureTask<FlashReport>(() -> new Flashing().flash(bench.node("flasher"), request, Progress.of(cancel)));
		Thread.ofPlatform().start(flash);
		card.waiting.await();
		assertHeld();
		cancel.cancel();
		final FlashReport report = flash.get();
		assertTrue(report.failure().orElseThrow().isCancelled(), report::toString);
		assertEquals(Outcome.UNCHANGED, report.outcome());
		assertFree();
	}
}
