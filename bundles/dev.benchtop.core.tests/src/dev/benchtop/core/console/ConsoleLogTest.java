package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import dev.benchtop.testing.Heard;

/** What a console writes to its log, and what is masked there. */
class ConsoleLogTest extends ConsoleLineFixture {

	@Test
	void theLogIsPrivate() throws Exception {
		line.open();
		device.say("x");
		attach().awaitStory("x");
		for (final String file : List.of("serial.log", "serial.log.times")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log().resolveSibling(file))));
		}
	}

	@RepeatedTest(20)
	void theEchoOfASecretIsMaskedHoweverItComes() throws Exception {
		final var reader = attach();
		line.open();
		line.write("hunter2\n".getBytes(), true);
		assertEquals("hunter2\n", device.typed());
		device.say("Pass hun");
		device.say("t");
		device.say("er2\r\nhunter2 once more\r\n");
		reader.awaitStory("more\r\n");
		assertEquals("Pass *******\r\nhunter2 once more\r\n", reader.text());
		assertEquals("Pass *******\r\nhunter2 once more\r\n", logged());
	}

	@Test
	void whatOnlyBeginsLikeASecretIsHeldBackNoLongerThanItMayBeOne() throws Exception {
		final var reader = attach();
		line.open();
		line.write("hunter2\n".getBytes(), true);
		assertEquals("hunter2\n", device.typed());
		device.say("the hunt");
		reader.awaitStory("the ");
		assertFalse(reader.text().contains("hunt"));
		device.say("ing");
		reader.awaitStory("the hunting");
	}

	@Test
	void whatIsHeldBackForASecretThatNeverComesIsLetGo() throws Exception {
		final var buffer = new LineBuffer(4096);
		final var ownLog = new OwnLog(folder.resolve("own.log"), 1 << 20);
		final var intake = new LineIntake(buffer, ownLog, message -> fail(message), Duration.ofMillis(100));
		intake.begin();
		final var heard = new Heard();
		final var reader = new LineReader(buffer, ownLog, heard);
		buffer.add(reader);
		reader.start("test");
		intake.expectEcho("hunter2\n".getBytes());
		intake.received("so hu".getBytes(), 5);
		heard.awaitStory("so hu");
		intake.received("nter2".getBytes(), 5);
		heard.awaitStory("so hunter2");
		assertEquals("so hunter2", Files.readString(folder.resolve("own.log")));
		reader.close();
		ownLog.close();
	}

	@Test
	void aConnectionThatComesWhileTheLineIsClosedOpensNothing() throws Exception {
		final Path file = folder.resolve("own.log");
		final var ownLog = new OwnLog(file, 1 << 20);
		ownLog.begin(0);
		ownLog.append(0, "last".getBytes(), 4);
		ownLog.close();
		assertEquals(new LineLog.Start(4, 4, 0), ownLog.begin(4));
		ownLog.append(4, " words".getBytes(), 6);
		assertEquals("last", Files.readString(file));
		new LineTimes(file, 4).close();
	}

	@Test
	void whatIsHeldBackComesAtTheEndOfTheConnection() throws Exception {
		final var reader = attach();
		line.open();
		line.write("hunter2\n".getBytes(), true);
		assertEquals("hunter2\n", device.typed());
		device.say("hunt");
		device.unplug(new IOException("gone"));
		reader.awaitStory("hunt<LOST The device ended the connection>");
	}

	@Test
	void theLogHasTheTimeOfEveryLine() throws Exception {
		final var reader = attach();
		line.open();
		final Instant before = Instant.now();
		device.say("first li");
		reader.awaitStory("first li");
		Thread.sleep(20);
		final Instant between = Instant.now();
		device.say("ne\nsecond\nthird");
		reader.awaitStory("third");
		try (var log = new ConsoleLog(log())) {
			assertEquals(Optional.empty(), log.time(-1));
			final Instant first = log.time(0).orElseThrow();
			final Instant second = log.time(11).orElseThrow();
			assertFalse(first.isBefore(before.minusMillis(1)));
			assertTrue(first.isBefore(between));
			assertFalse(second.isBefore(between.minusMillis(1)));
			assertEquals(second, log.time(18).orElseThrow());
			assertTrue(Duration.between(first, second).compareTo(Duration.ofMillis(15)) > 0);
			assertEquals("second", new String(log.read(11, 6)));
			assertEquals("third", new String(log.read(18, 100)));
			assertEquals(23, log.length());
		}
	}

	@Test
	void aFullLogBecomesTheOlderOne() throws Exception {
		line.close();
		line = new ConsoleLine("serial", device, log(), lock, PART, 16, 100);
		final var reader = attach();
		line.open();
		final var all = new StringBuilder();
		for (int i = 0; i < 30; i++) {
			final String text = "line %04d\n".formatted(i);
			all.append(text);
			device.say(text);
			reader.awaitStory(text);
		}
		final List<Path> files = ConsoleLog.files(log());
		assertEquals(2, files.size());
		assertEquals(all.substring(100, 200), Files.readString(files.getFirst()));
		assertEquals(all.substring(200), Files.readString(files.getLast()));
		final var late = new Heard();
		line.attach(late, 0);
		late.awaitStory("line 0029\n<live>");
		assertEquals(all.substring(100) + "<live>", late.story());
	}

	@Test
	void aLogGoesOnWhereTheLastProcessLeftIt() throws Exception {
		line.open();
		device.say("one\n");
		attach().awaitStory("one\n");
		line.close();
		line = new ConsoleLine("serial", device, log(), lock, PART);
		final var reader = attach();
		line.open();
		assertEquals(4, line.position());
		device.say("two\n");
		reader.awaitStory("two\n");
		assertEquals("one\ntwo\n", logged());
		final var all = new Heard();
		line.attach(all, 0);
		all.awaitStory("one\ntwo\n");
	}
}
