package dev.benchtop.disk.mux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.disk.Disks;
import dev.benchtop.disk.MuxFlasherFactory;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.Needs;

/** A mux that is a few scripts, over a card that is a loop device while this machine has it. */
class MuxCommandTest {

	private static final int SIZE = 16 << 20;
	private static final CancelToken NONE = CancelToken.none();

	@TempDir
	private Path home;
	private Muxes bench;

	private Path card() throws IOException {
		final Path card = home.resolve("card");
		try (var file = new RandomAccessFile(card.toFile(), "rw")) {
			file.setLength(SIZE);
		}
		return card;
	}

	/** A board whose card comes and goes as a loop device. */
	private Muxes loop() throws Exception {
		Needs.loopDevices();
		final Path card = card();
		final Path host = script("host", "set -e", "[ \"$(cat side)\" = host ] || ln -sfn \"$(losetup --find --show " + card + ")\" device", "echo host > side");
		final Path dut = script("dut", "set -e", "[ ! -L device ] || losetup --detach \"$(readlink device)\"", "rm -f device", "echo ${1:-dut} > side");
		Files.writeString(home.resolve("side"), "dut");
		bench = new Muxes(home, """
				mux:
				  type: mux-command
				  config: {host: %1$s, dut: %2$s, 'off': '%2$s off', state: cat side, storage_device: %3$s/device, folder: %3$s, storage_timeout: 20s}
				flasher:
				  type: mux-flasher
				  config: {settle: 0s}
				  children: {mux: {ref: mux}}
				""".formatted(host, dut, home), new MuxCommandFactory(new Disks()), new MuxFlasherFactory(Imaging.standard()));
		return bench;
	}

	private Muxes plain(String config) throws Exception {
		bench = new Muxes(home, "mux:\n  type: mux-command\n  config: {" + config + "}\n", new MuxCommandFactory(new Disks()));
		return bench;
	}

	private Path script(String name, String... lines) throws IOException {
		final Path script = Files.writeString(home.resolve(name + ".sh"), "#!/bin/sh\ncd " + home + "\n" + String.join("\n", lines) + "\n");
		assertTrue(script.toFile().setExecutable(true));
		return script;
	}

	@AfterEach
	void close() throws Exception {
		if (bench != null) {
			bench.close();
		}
		final Path device = home.resolve("device");
		if (Files.exists(device, LinkOption.NOFOLLOW_LINKS)) {
			assertEquals(0, new ProcessBuilder("losetup", "--detach", Files.readSymbolicLink(device).toString()).start().waitFor());
		}
	}

	private static byte[] noise(int length) {
		final var bytes = new byte[length];
		new Random(5).nextBytes(bytes);
		return bytes;
	}

	@Test
	void theCardIsTakenFlashedAndGivenBack() throws Exception {
		final byte[] content = noise(9 << 20);
		final Muxes muxes = loop();
		final Path image = Files.write(home.resolve("image"), content);
		final FlashReport asked = muxes.flash(image);
		assertEquals(Outcome.UNCHANGED, asked.outcome(), "a loop device is not removable, so its name is wanted");
		assertTrue(asked.failure().orElseThrow().what().contains("name"), asked.failure().get().getMessage());
		assertEquals("host", Files.readString(home.resolve("side")).strip());
		assertThrows(BenchException.class, () -> muxes.flash(image));
		final FlashReport report = muxes.flashNamed(image);
		assertTrue(report.succeeded(), report::toString);
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertEquals("dut", Files.readString(home.resolve("side")).strip());
		assertFalse(Files.exists(home.resolve("device"), LinkOption.NOFOLLOW_LINKS));
		assertArrayEquals(content, Arrays.copyOf(Files.readAllBytes(home.resolve("card")), content.length));
	}

	@Test
	void aHalfWrittenCardStaysHereUntilItIsFlashedAgain() throws Exception {
		final Muxes muxes = loop();
		final var mux = muxes.mux("mux");
		mux.host(NONE);
		try (var session = mux.media(NONE).open()) {
			session.write(ByteBuffer.allocateDirect(8192).alignedSlice(4096).slice(0, 4096), 4096);
		}
		final var refusal = assertThrows(BenchException.class, () -> mux.dut(NONE));
		assertEquals("The medium holds half an image, so the board does not get it", refusal.what());
		assertEquals(Position.HOST, mux.position());
		mux.host(NONE);
		assertThrows(BenchException.class, () -> mux.dut(NONE), "it is not whole because it was asked for once more");
		mux.off(NONE);
		assertEquals(Position.OFF, mux.position());
		assertThrows(BenchException.class, () -> mux.dut(NONE));
		muxes.close();
		final Muxes again = loop();
		Files.writeString(home.resolve("side"), "off");
		final var same = again.mux("mux");
		assertThrows(BenchException.class, () -> same.dut(NONE), "what comes after a crash knows it too");
		same.host(NONE);
		assertTrue(again.flashNamed(Files.write(home.resolve("image"), noise(2 << 20))).succeeded());
		assertEquals(Position.DUT, same.position());
	}

	@Test
	void aCardInUseDoesNotMove() throws Exception {
		final Muxes muxes = loop();
		final var mux = muxes.mux("mux");
		mux.host(NONE);
		final var medium = mux.media(NONE);
		try (var _ = medium.open()) {
			assertEquals("The medium is in use", assertThrows(BenchException.class, () -> mux.dut(NONE)).what());
			assertThrows(BenchException.class, () -> mux.off(NONE));
			assertThrows(BenchException.class, () -> mux.host(NONE));
			assertEquals(Position.HOST, mux.position());
		}
		mux.dut(NONE);
		assertEquals("This machine does not have the medium", assertThrows(BenchException.class, () -> mux.media(NONE)).what());
		assertThrows(BenchException.class, medium::open);
	}

	@Test
	void anImageThatIsTooLargeGivesTheBoardNothing() throws Exception {
		final Muxes muxes = loop();
		muxes.mux("mux").host(NONE);
		final Path image = Files.write(home.resolve("image"), new byte[SIZE + 4096]);
		assertThrows(BenchException.class, () -> muxes.flashNamed(image));
		assertEquals("host", Files.readString(home.resolve("side")).strip());
	}

	@Test
	void aCardThatDoesNotAppearIsTold() throws Exception {
		final var mux = plain("host: 'true', dut: 'true', storage_device: " + home + "/none, storage_timeout: 300ms").mux("mux");
		final var failure = assertThrows(BenchException.class, () -> mux.host(NONE));
		assertEquals("There is no medium in " + home + "/none", failure.what());
		final var token = new CancelToken();
		token.cancel();
		assertTrue(assertThrows(BenchException.class, () -> mux.host(token)).isCancelled());
	}

	@Test
	void withoutAStateItIsWhereItWasPut() throws Exception {
		final var mux = plain("host: 'true', dut: echo dut >> log, storage_device: " + home + "/none, storage_timeout: 1ms, folder: " + home).mux("mux");
		assertEquals(Position.UNKNOWN, mux.position());
		mux.dut(NONE);
		assertEquals(Position.DUT, mux.position());
		mux.dut(NONE);
		assertEquals("dut\n", Files.readString(home.resolve("log")));
		mux.off(NONE);
		assertEquals(Position.HOST, mux.position());
	}

	@Test
	void itsVerbsMoveIt() throws Exception {
		final var muxes = plain("host: 'true', dut: 'true', 'off': 'true', storage_device: /dev/null");
		final var mux = muxes.mux("mux");
		final var verbs = muxes.node("mux").verbs();
		assertEquals(List.of("host", "dut", "detach"), verbs.stream().map(Verb::id).toList());
		verbs.get(1).action().run(Map.of(), Progress.none());
		assertEquals(Position.DUT, mux.position());
		verbs.get(2).action().run(Map.of(), Progress.none());
		assertEquals(Position.OFF, mux.position());
	}

	@Test
	void whatACommandComplainsOfIsTold() throws Exception {
		final var mux = plain("host: echo the relay is stuck >&2; exit 3, dut: 'true', state: echo maybe, storage_device: /dev/null").mux("mux");
		final var failure = assertThrows(BenchException.class, () -> mux.host(NONE));
		assertTrue(failure.what().endsWith("ended with status 3"), failure::what);
		assertEquals("the relay is stuck", failure.why().orElseThrow());
		assertEquals("The mux says \"maybe\", which is neither host nor dut nor off", assertThrows(BenchException.class, mux::position).what());
	}

	@Test
	void aCommandThatHangsIsEnded() throws Exception {
		final var mux = plain("host: sleep 600, dut: 'true', timeout: 200ms, storage_device: /dev/null").mux("mux");
		assertTrue(assertThrows(BenchException.class, () -> mux.host(NONE)).what().startsWith("\"sleep …\" did not end within"));
	}
}
