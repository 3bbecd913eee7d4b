package dev.benchtop.serial.modem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.console.modem.FileTransfer;
import dev.benchtop.core.console.modem.Newline;
import dev.benchtop.core.console.modem.Pace;
import dev.benchtop.core.console.modem.Paste;
import dev.benchtop.core.console.modem.Protocol;
import dev.benchtop.serial.Desk;
import dev.benchtop.testing.Heard;

@Timeout(60)
class PasteTest {

	@TempDir
	Path home;

	private Desk loop() throws Exception {
		return Desk.of(home, "serial", "port: \"loop://\"");
	}

	@Test
	void sendsAFileAsItIs() throws Exception {
		final var content = new byte[6_000_000];
		new Random(1).nextBytes(content);
		final Path file = Files.write(home.resolve("image"), content);
		try (var desk = loop()) {
			final var heard = new Heard();
			try (var _ = desk.console().attach(heard)) {
				FileTransfer.send(desk.console(), Protocol.RAW, List.of(file), Progress.none());
				heard.await(content.length);
				assertArrayEquals(content, heard.bytes());
			}
			assertTrue(desk.console().state().script().isEmpty());
		}
	}

	@Test
	void sendsATextWithOtherLineEndsAndAPauseAfterEachLine() throws Exception {
		try (var desk = loop()) {
			final var heard = new Heard();
			try (var _ = desk.console().attach(heard)) {
				final long start = System.nanoTime();
				final var pace = new Pace(0, Duration.ofMillis(50), Newline.CR);
				Paste.text(desk.console(), "one\ntwo\r\nthree\n".getBytes(StandardCharsets.US_ASCII), pace, Progress.none());
				assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(150));
				assertEquals("one\rtwo\rthree\r", heard.await(text -> text.endsWith("three\r")));
			}
		}
	}

	@Test
	void sendsAtAPace() throws Exception {
		try (var desk = loop()) {
			final long start = System.nanoTime();
			Paste.text(desk.console(), new byte[20], new Pace(100, Duration.ZERO, Newline.KEEP), Progress.none());
			assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(190));
		}
	}

	@Test
	void endsWhereItIsCancelled() throws Exception {
		try (var desk = loop()) {
			final var token = new CancelToken();
			final var heard = new Heard();
			desk.console().attach(heard);
			Thread.ofVirtual().start(() -> cancelAfterOneLine(heard, token));
			final var text = "line\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
			final var error = assertThrows(BenchException.class, () -> Paste.text(desk.console(), text, new Pace(0, Duration.ofSeconds(100), Newline.KEEP), Progress.of(token)));
			assertTrue(error.isCancelled());
		}
	}

	private static void cancelAfterOneLine(Heard heard, CancelToken token) {
		try {
			heard.await(text -> text.endsWith("\n"));
			token.cancel();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
