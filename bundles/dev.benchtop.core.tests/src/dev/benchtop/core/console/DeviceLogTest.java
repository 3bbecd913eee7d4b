package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.testing.Heard;

class DeviceLogTest {

	@TempDir
	Path folder;

	private FollowedFile device;
	private ConsoleLine line;

	@BeforeEach
	void open() throws IOException {
		device = new FollowedFile(log());
		line = newLine(4096);
	}

	@AfterEach
	void close() {
		line.close();
	}

	private ConsoleLine newLine(int buffer) {
		return new ConsoleLine("machine.console", device, log(), BoardLocks.of(folder.resolve("board")), "console:machine.console", buffer, 1 << 20);
	}

	private Path log() {
		return folder.resolve("console.log");
	}

	private void say(String text) throws IOException {
		Files.writeString(log(), text, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private Heard attach() {
		final var heard = new Heard();
		line.attach(heard);
		return heard;
	}

	@Test
	void bytesThatComeWhileItIsClosedOpenNothing() throws Exception {
		say("boot text\n");
		final var log = new DeviceLog(log());
		log.begin(0);
		log.append(0, "boot ".getBytes(), 5);
		log.close();
		log.append(5, "text\n".getBytes(), 5);
		log.rewrite(5, "****\n".getBytes(), 5);
		assertEquals(new LineLog.Start(10, 10, 0), log.begin(10));
		assertEquals("boot text\n", Files.readString(log()));
		new LineTimes(log(), 10).close();
	}

	@Test
	void whatWasSaidWithNobodyThereIsReplayed() throws Exception {
		say("boot text\n");
		assertEquals(10, line.position());
		line.open();
		final var reader = attach();
		reader.awaitStory("boot text\n<live>");
		say("login: ");
		reader.awaitStory("login: ");
		assertEquals("boot text\nlogin: ", reader.text());
		assertEquals(10, reader.replayed());
		assertEquals("boot text\nlogin: ", Files.readString(log()));
	}

	@Test
	void aReaderFromBeforeThePowerOnMissesNothing() throws Exception {
		say("old\n");
		device.on(false);
		final var script = new Heard();
		line.attach(script, line.position());
		say("U-Boot\n=> ");
		device.on(true);
		line.open();
		script.awaitStory("=> ");
		assertEquals("U-Boot\n=> ", script.text());
	}

	@RepeatedTest(5)
	void afterALossItGoesOnWhereItWas() throws Exception {
		say("one\n");
		line.open();
		final var reader = attach();
		reader.awaitStory("one\n");
		device.on(false);
		reader.awaitStory("<CLOSED The board is off>");
		say("two\n");
		device.on(true);
		reader.awaitStory("two\n");
		say("three\n");
		reader.awaitStory("three\n");
		assertEquals("one\ntwo\nthree\n", reader.text());
	}

	@Test
	void aNewFileIsANewBeginning() throws Exception {
		say("a longer one\n");
		line.open();
		final var reader = attach();
		reader.awaitStory("one\n");
		device.on(false);
		reader.awaitStory("<CLOSED The board is off>");
		Files.delete(log());
		say("second\n");
		device.on(true);
		reader.awaitStory("second\n");
		assertEquals("a longer one\nsecond\n", reader.text());
		assertEquals(20, line.position());
	}

	@RepeatedTest(10)
	void twoLinesOnOneDeviceSeeTheSame() throws Exception {
		say("");
		final var expected = new byte[100_000];
		new Random(9).nextBytes(expected);
		try (var other = newLine(1 << 20)) {
			line.open();
			final var here = attach();
			for (int at = 0; at < expected.length; at += 5000) {
				say(new String(expected, at, 5000, StandardCharsets.ISO_8859_1));
				if (at == 50_000) {
					other.open();
				}
			}
			final var there = new Heard();
			other.attach(there, 0);
			here.await(expected.length);
			there.await(expected.length);
			assertArrayEquals(expected, here.bytes());
			assertArrayEquals(expected, there.bytes());
		}
	}

	@Test
	void theBufferIsNoLimitForWhoeverAsksForMore() throws Exception {
		final var text = "0123456789abcde\n".repeat(1000);
		say(text);
		line.open();
		attach().awaitStory("cde\n<live>");
		final var all = new Heard();
		line.attach(all, 0);
		all.awaitStory("cde\n<live>");
		assertEquals(text, all.text());
		assertEquals(4096, attachedText(4096));
	}

	private int attachedText(int length) throws InterruptedException {
		final var reader = attach();
		reader.await(length);
		reader.awaitStory("<live>");
		return reader.bytes().length;
	}

	@Test
	void anEchoedSecretIsMaskedInTheDevicesFileToo() throws Exception {
		say("Password: ");
		line.open();
		final var reader = attach();
		reader.awaitStory("Password: ");
		line.write("hunter2\n".getBytes(), true);
		device.awaitTyped(8);
		say("hun");
		say("ter2\nok\n");
		reader.awaitStory("ok\n");
		assertEquals("Password: *******\nok\n", reader.text());
		assertEquals("Password: *******\nok\n", Files.readString(log()));
	}

	@Test
	void linesThatNobodySawHaveNoTime() throws Exception {
		say("one\ntwo\n");
		line.open();
		final var reader = attach();
		reader.awaitStory("two\n");
		say("three\n");
		reader.awaitStory("three\n");
		line.close();
		say("four\n");
		line = newLine(4096);
		line.open();
		final var again = attach();
		again.awaitStory("four\n<live>");
		say("five\n");
		again.awaitStory("five\n");
		try (var log = new ConsoleLog(log())) {
			assertEquals(Optional.empty(), log.time(0));
			assertEquals(Optional.empty(), log.time(4));
			assertTrue(log.time(8).isPresent());
			assertEquals(Optional.empty(), log.time(14));
			assertTrue(log.time(19).isPresent());
			assertTrue(log.time(19).get().isAfter(log.time(8).get()));
		}
	}

	@Test
	void aMissingFileIsNoHistory() {
		assertEquals(0, line.position());
		assertFalse(Files.exists(log()));
		assertEquals(List.of(), ConsoleLog.files(log()));
	}
}
