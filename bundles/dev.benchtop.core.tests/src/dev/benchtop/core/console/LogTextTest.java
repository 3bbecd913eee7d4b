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
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTextTest {

	@TempDir
	private Path folder;
	private Path log;

	@BeforeEach
	void name() {
		log = folder.resolve("console.log");
	}

	@Test
	void aLogThatIsNotThereYetIsEmpty() throws IOException {
		try (var text = new LogText(log)) {
			assertFalse(text.refresh());
			assertEquals(0, text.endLine());
			assertTrue(text.line(0).isEmpty());
			say("U-Boot\r\n");
			assertTrue(text.refresh());
			assertEquals(List.of("U-Boot"), all(text));
		}
	}

	@Test
	void theLastLineGrows() throws IOException {
		try (var text = new LogText(log)) {
			say("one\r\nlog");
			text.refresh();
			assertEquals(List.of("one", "log"), all(text));
			say("in: ");
			assertTrue(text.refresh());
			assertEquals(List.of("one", "login: "), all(text));
			say("\n");
			text.refresh();
			assertEquals(List.of("one", "login: "), all(text));
			assertFalse(text.refresh());
		}
	}

	@Test
	void whatIsReadHasNoEscapeSequences() throws IOException {
		say("\u001b[1;32m[  OK  ]\u001b[0m Started\r\nab\b\bcd\r\n\r\u001b[2K\rclean\r\n10 %\r20 %\r\n\u00e4\u0007\r\n");
		try (var text = new LogText(log)) {
			text.refresh();
			assertEquals(List.of("[  OK  ] Started", "cd", "clean", "10 %\u240d20 %", "\u00e4"), all(text));
		}
	}

	@Test
	void manyLinesHaveTheirPlaces() throws IOException {
		final List<String> lines = IntStream.range(0, 10_000).mapToObj(i -> "line " + i + " " + "x".repeat(i % 97)).toList();
		say(lines.stream().collect(Collectors.joining("\r\n", "", "\r\n")));
		try (var text = new LogText(log)) {
			text.refresh();
			assertEquals(lines, all(text));
			for (final long number : new long[] {0, 31, 32, 33, 5_000, 9_999}) {
				final LogLine line = text.line(number).orElseThrow();
				assertEquals(lines.get((int) number) + "\r\n", new String(text.bytes(line.place(), line.length()), StandardCharsets.UTF_8));
			}
			assertTrue(text.line(text.endLine()).isEmpty());
		}
	}

	@Test
	void aLineWithoutEndIsCut() throws IOException {
		say("y".repeat(10_000) + "\nz\n");
		try (var text = new LogText(log)) {
			text.refresh();
			assertEquals(List.of(4096, 4096, 10_000 - 8192, 1), all(text).stream().map(String::length).toList());
		}
	}

	@Test
	void bothFilesAreOneTextAndItGoesOnInTheNextFile() throws IOException {
		final var line = new OwnLog(log, 1000);
		try (var text = new LogText(log)) {
			long place = line.begin(0).readFrom();
			for (int i = 0; i < 900; i++) {
				final byte[] bytes = ("line " + i + "\r\n").getBytes(StandardCharsets.UTF_8);
				line.append(place, bytes, bytes.length);
				place += bytes.length;
				if (i % 40 == 0) {
					text.refresh();
				}
			}
			text.refresh();
			assertEquals(900, text.endLine());
			assertEquals(place, text.end());
			final long first = text.firstLine();
			assertTrue(first > 0, "it is kept for ever");
			assertEquals(LongStream.range(first, 900).mapToObj(i -> "line " + i).toList(), all(text));
			final LogLine last = text.line(899).orElseThrow();
			assertArrayEquals("line 899\r\n".getBytes(StandardCharsets.UTF_8), text.bytes(last.place(), 100));
			assertEquals(place - text.start(), text.bytes(text.start(), 1 << 20).length);
		} finally {
			line.close();
		}
		try (var again = new LogText(log)) {
			again.refresh();
			assertEquals("line 899", all(again).getLast());
			assertTrue(all(again).size() > 80);
		}
	}

	@Test
	void aLogThatIsAnotherOneIsReadAnew() throws IOException {
		say("old\n");
		try (var text = new LogText(log)) {
			text.refresh();
			Files.move(log, folder.resolve("away"));
			say("new\n");
			assertTrue(text.refresh());
			assertEquals(List.of("new"), all(text));
			Files.writeString(log, "");
			text.refresh();
			say("again\n");
			text.refresh();
			assertEquals(List.of("again"), all(text));
		}
	}

	@Test
	void linesHaveTheTimesAtWhichTheyCame() throws IOException {
		final Instant before = Instant.now().minusMillis(1);
		final var line = new OwnLog(log, 1 << 20);
		try (var text = new LogText(log)) {
			final byte[] bytes = "one\r\ntwo\r\n".getBytes(StandardCharsets.UTF_8);
			line.append(line.begin(0).readFrom(), bytes, bytes.length);
			text.refresh();
			final Instant time = text.time(text.line(1).orElseThrow().place()).orElseThrow();
			assertTrue(time.isAfter(before) && !time.isAfter(Instant.now()), time::toString);
		} finally {
			line.close();
		}
	}

	private void say(String text) throws IOException {
		Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	static List<String> all(LogText text) {
		return LongStream.range(text.firstLine(), text.endLine()).mapToObj(number -> {
			try {
				return text.line(number).orElseThrow().text();
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}
}
