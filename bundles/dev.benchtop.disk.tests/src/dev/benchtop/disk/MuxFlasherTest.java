package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.Outcome;

/** Takes the medium, writes, verifies, gives it to the board: in this order, and the last step after a success alone. */
class MuxFlasherTest {

	private static final int SIZE = 8 << 20;
	private static final int LENGTH = 5 << 20;
	private static final String STAYS = "The medium stays with this machine; the board has not got it.";

	@TempDir
	private Path home;
	private final MemoryMux mux = new MemoryMux(SIZE);
	private final Flashing flashing = new Flashing();
	private final CancelToken token = new CancelToken();
	private MuxBench bench;
	private byte[] content;
	private Path image;

	@BeforeEach
	void open() throws Exception {
		bench = new MuxBench(home, mux);
		content = new byte[LENGTH];
		new Random(7).nextBytes(content);
		image = Files.write(home.resolve("card.img"), content);
	}

	@AfterEach
	void close() {
		bench.close();
	}

	private FlashRequest request(Path file, boolean verify) {
		return new FlashRequest(file, file.getFileName().toString(), "card", verify, Optional.empty());
	}

	private FlashReport flash(Path file, boolean verify) throws BenchException {
		return flashing.flash(bench.node("flasher"), request(file, verify), Progress.of(token));
	}

	private FlashReport dump(Path file) throws BenchException {
		return flashing.dump(bench.node("flasher"), new DumpRequest("", file), Progress.of(token));
	}

	private byte[] head(int length) {
		return Arrays.copyOf(mux.medium, length);
	}

	private void assertStays(FlashReport report, Outcome outcome) {
		assertEquals(outcome, report.outcome());
		assertFalse(report.succeeded());
		assertTrue(report.failure().orElseThrow().next().orElseThrow().startsWith(STAYS), report::toString);
		assertEquals(Position.HOST, mux.position);
		assertFalse(mux.calls.contains("dut"), mux.calls::toString);
		final var entry = flashing.history(bench.node("flasher").board()).getFirst();
		assertEquals(outcome, entry.outcome());
		assertTrue(entry.failure().orElseThrow().contains(STAYS), entry::toString);
	}

	@Test
	void theMediumIsTakenWrittenVerifiedAndGivenToTheBoard() throws Exception {
		final var report = flash(image, true);
		assertTrue(report.succeeded(), report::toString);
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertEquals(LENGTH, report.bytes());
		assertArrayEquals(content, head(LENGTH));
		assertEquals(MemoryMux.OLD, mux.medium[LENGTH]);
		// the first MiB comes last, and is read back by itself
		assertEquals(List.of("host", "write", "sync", "read", "write", "sync", "read", "commit", "dut"), mux.calls);
		assertEquals(List.of("host", "write", "sync", "verify", "commit", "settle", "dut"), report.phases().stream().map(FlashReport.PhaseTime::id).toList());
		assertEquals(LENGTH, report.phases().get(1).bytes());
	}

	@Test
	void withoutVerificationNothingIsReadBack() throws Exception {
		final var report = flash(image, false);
		assertEquals(Outcome.WRITTEN, report.outcome());
		assertTrue(report.succeeded());
		assertEquals(List.of("host", "write", "sync", "write", "sync", "commit", "dut"), mux.calls);
	}

	@Test
	void aPackedImageIsUnpacked() throws Exception {
		final Path packed = home.resolve("card.img.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
			out.write(content);
		}
		assertTrue(flash(packed, true).succeeded());
		assertArrayEquals(content, head(LENGTH));
	}

	@Test
	void thePlanSaysTheOrderAndThatTheOldContentGoes() throws Exception {
		final var plan = flashing.plan(bench.node("flasher"), request(image, true));
		assertEquals(List.of("host", "write", "sync", "verify", "commit", "settle", "dut"), plan.phases().stream().map(Progress.Phase::id).toList());
		assertFalse(plan.staged());
		assertEquals("card", plan.target().name());
		assertEquals("Take the medium from the board.", plan.steps().getFirst());
		assertEquals("Give the medium to the board, if all went well; otherwise it stays with this machine.", plan.steps().getLast());
		assertEquals(List.of(), mux.calls);
		mux.position = Position.HOST;
		final var here = flashing.plan(bench.node("flasher"), request(image, true));
		assertEquals(SIZE, here.target().capacity().orElseThrow());
		assertEquals("Memory 0001", here.target().identity());
		assertEquals(List.of("with this machine"), bench.node("flasher").use(Flasher.class).targets().stream().map(target -> target.content()).toList());
	}

	@Test
	void aWriteThatFailsLeavesTheMediumHere() throws Exception {
		mux.failWriteAt = 3_000_000;
		final var report = flash(image, true);
		assertStays(report, Outcome.INCOMPLETE);
		assertTrue(report.failure().orElseThrow().why().orElseThrow().contains("Input/output error"));
		assertEquals(List.of("host", "write"), mux.calls);
	}

	@Test
	void aMediumThatHoldsSomethingElseStaysHere() throws Exception {
		mux.flipAt = 2_000_000;
		assertStays(flash(image, true), Outcome.INCOMPLETE);
	}

	@Test
	void aMediumThatVanishesIsTold() throws Exception {
		final var vanishing = new Progress() {
			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void begin(Phase phase, long total) {
				mux.vanished = phase.id().equals("sync");
			}
		};
		final var report = flashing.flash(bench.node("flasher"), request(image, true), vanishing);
		assertStays(report, Outcome.INCOMPLETE);
		assertTrue(report.failure().orElseThrow().getMessage().contains("No such device"), report::toString);
	}

	@Test
	void aMuxWithoutMediumIsTold() throws Exception {
		mux.vanished = true;
		assertStays(flash(image, true), Outcome.UNCHANGED);
	}

	@Test
	void anImageThatIsTooLargeIsFoundBeforeTheFirstWrite() throws Exception {
		final Path large = Files.write(home.resolve("large.img"), new byte[SIZE + 512]);
		assertStays(flash(large, true), Outcome.UNCHANGED);
		assertEquals(List.of("host"), mux.calls);
		assertEquals(MemoryMux.OLD, mux.medium[0]);
		mux.calls.clear();
		assertThrows(BenchException.class, () -> flash(large, true), "now that the medium is here its size is known");
		assertEquals(List.of(), mux.calls);
	}

	@Test
	void aBrokenImageMovesNothing() throws Exception {
		final Path empty = Files.write(home.resolve("broken.img.gz"), new byte[] { 0x1f, (byte) 0x8b, 8, 0, 1 });
		assertThrows(BenchException.class, () -> flash(empty, true));
		assertEquals(List.of(), mux.calls);
		assertEquals(Position.DUT, mux.position);
	}

	@Test
	void aMuxThatDoesNotTakeTheMediumLeavesItToTheBoard() throws Exception {
		mux.failing = "host";
		final var report = flash(image, true);
		assertEquals(Outcome.UNCHANGED, report.outcome());
		final var failure = report.failure().orElseThrow();
		assertEquals("no answer on USB", failure.why().orElseThrow());
		assertEquals("The board has the medium.", failure.next().orElseThrow());
	}

	@Test
	void aMuxThatDoesNotGiveTheMediumFailsTheFlashThatIsWritten() throws Exception {
		mux.failing = "dut";
		final var report = flash(image, true);
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertFalse(report.succeeded());
		assertEquals(STAYS, report.failure().orElseThrow().next().orElseThrow());
	}

	@Test
	void aCancelledFlashKeepsTheMediumHere() throws Exception {
		mux.hang = true;
		final var flash = CompletableFuture.supplyAsync(() -> {
			try {
				return flash(image, true);
			} catch (BenchException e) {
				throw new IllegalStateException(e);
			}
		}, command -> Thread.ofPlatform().start(command));
		assertTrue(mux.writing.await(1, TimeUnit.MINUTES));
		token.cancel();
		final var report = flash.get(1, TimeUnit.MINUTES);
		assertTrue(report.failure().orElseThrow().isCancelled());
		assertStays(report, Outcome.INCOMPLETE);
	}

	@Test
	void aFlashThatIsCancelledBeforeItsLastStepKeepsTheMediumHere() throws Exception {
		final var settling = new Progress() {
			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void begin(Phase phase, long total) {
				if (phase.id().equals("settle")) {
					token.cancel();
				}
			}
		};
		assertStays(flashing.flash(bench.node("flasher"), request(image, true), settling), Outcome.VERIFIED);
	}

	@Test
	void aBoardThatIsOnIsLeftAlone() throws Exception {
		mux.power = Power.State.ON;
		final var refusal = assertThrows(BenchException.class, () -> flash(image, true));
		assertEquals("The board is on, and a medium is not taken from a running board", refusal.what());
		assertThrows(BenchException.class, () -> flashing.plan(bench.node("flasher"), request(image, true)));
		assertThrows(BenchException.class, () -> dump(home.resolve("dump.img")));
		assertEquals(List.of(), mux.calls);
	}

	@Test
	void aBoardThatIsSwitchedOnMeanwhileDoesNotGetTheMedium() throws Exception {
		final var switching = new Progress() {
			@Override
			public CancelToken token() {
				return token;
			}

			@Override
			public void begin(Phase phase, long total) {
				if (phase.id().equals("verify")) {
					mux.power = Power.State.ON;
				}
			}
		};
		assertStays(flashing.flash(bench.node("flasher"), request(image, true), switching), Outcome.VERIFIED);
	}

	@Test
	void whereThePowerIsNotKnownThePlanSaysSo() throws Exception {
		mux.power = Power.State.UNKNOWN;
		assertEquals("It is not known whether the board is off: switch it off first.",
				flashing.plan(bench.node("flasher"), request(image, true)).steps().getLast());
		assertTrue(flash(image, true).succeeded());
	}

	@Test
	void aDumpReadsTheMediumAndGivesItBack() throws Exception {
		flash(image, true);
		mux.calls.clear();
		final Path file = home.resolve("dump.img");
		final var report = dump(file);
		assertTrue(report.succeeded(), report::toString);
		assertArrayEquals(mux.medium, Files.readAllBytes(file));
		assertEquals(List.of("host", "read", "dut"), mux.calls);
	}

	@Test
	void aDumpPutsTheMediumWhereItWas() throws Exception {
		mux.position = Position.HOST;
		assertTrue(dump(home.resolve("one.img")).succeeded());
		assertEquals(Position.HOST, mux.position);
		mux.position = Position.OFF;
		assertTrue(dump(home.resolve("two.img")).succeeded());
		assertEquals(Position.OFF, mux.position);
		assertEquals(List.of("host", "read", "host", "read", "off"), mux.calls);
	}

	@Test
	void aDumpThatFailsGivesTheMediumBackToo() throws Exception {
		mux.vanished = true;
		final var report = dump(home.resolve("dump.img"));
		assertFalse(report.succeeded());
		assertEquals("The board has the medium.", report.failure().orElseThrow().next().orElseThrow());
		assertEquals(List.of("host", "dut"), mux.calls);
		assertFalse(Files.exists(home.resolve("dump.img")));
	}

	@Test
	void anotherTargetIsRefused() throws IOException {
		final var refusal = assertThrows(BenchException.class, () -> flashing.flash(bench.node("flasher"),
				new FlashRequest(image, "card.img", "emmc", true, Optional.empty()), Progress.none()));
		assertEquals("The target is called card.", refusal.next().orElseThrow());
	}

	@Test
	void aFlasherWithoutMuxSaysWhatItNeeds() {
		final var refusal = assertThrows(BenchException.class, () -> bench.node("bare").use(Flasher.class));
		assertTrue(refusal.getMessage().contains("has no storage mux"), refusal.getMessage());
	}
}
