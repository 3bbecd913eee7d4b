package dev.benchtop.serial.telnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.serial.Desk;
import dev.benchtop.serial.Ptys;
import dev.benchtop.testing.Heard;

/** RFC 2217 with ser2net, which sets a real terminal. */
@Timeout(120)
class RemotePortTest {

	@TempDir
	Path folder;

	@Test
	void setsThePortOfTheServer() throws Exception {
		try (var ptys = new Ptys(folder); var server = Programs.ser2net(folder, ptys.host());
				var desk = Desk.of(folder, "rfc2217", "host: 127.0.0.1, port: " + server.port() + ", baudrate: 57600, stop_bits: 2, flow: rts-cts")) {
			final Console console = desk.console();
			console.open();
			final String settings = ptys.settings();
			assertTrue(settings.contains(" speed 57600 baud "), settings);
			assertTrue(settings.contains(" cstopb "), settings);
			assertTrue(settings.contains(" crtscts "), settings);
			final var lines = console.lines().orElseThrow();
			lines.baudRate(230_400);
			assertEquals(230_400, lines.baudRate());
			assertTrue(ptys.settings().contains(" speed 230400 baud "), ptys.settings());
			assertTrue(console.state().detail().endsWith(" 230400 8N2"), console.state().detail());
		}
	}

	@Test
	void passesAllBytesBothWays() throws Exception {
		final var all = new byte[300_000];
		new Random(7).nextBytes(all);
		Arrays.fill(all, 0, 1000, (byte) 0xff);
		for (int i = 1000; i < 3000; i++) {
			all[i] = (byte) "\r\n\r\0".charAt(i % 4);
		}
		try (var ptys = new Ptys(folder); var server = Programs.ser2net(folder, ptys.host());
				var desk = Desk.theirs(folder, "url: \"rfc2217://127.0.0.1:" + server.port() + '"')) {
			final Console console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard); var speaking = ptys.speaking(); var hearing = ptys.hearing()) {
				final var arriving = CompletableFuture.supplyAsync(() -> read(hearing, all.length));
				console.write(all);
				speaking.write(all);
				heard.await(all.length);
				assertArrayEquals(all, heard.bytes());
				assertArrayEquals(all, arriving.get());
			}
		}
	}

	private static byte[] read(InputStream from, int count) {
		try {
			return from.readNBytes(count);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void tellsThatTheServerIsGone() throws Exception {
		try (var ptys = new Ptys(folder)) {
			final var first = Programs.ser2net(folder, ptys.host());
			try (var desk = Desk.of(folder, "rfc2217", "host: 127.0.0.1, port: " + first.port())) {
				final Console console = desk.console();
				console.open();
				final var heard = new Heard();
				try (var _ = console.attach(heard)) {
					first.close();
					heard.await(Line.LOST, 0);
				}
			} finally {
				first.close();
			}
		}
	}

	@Test
	void saysThatAServerDoesNotLetItsPortBeSet() throws Exception {
		try (var server = Programs.telnetd(folder, Path.of("/bin/cat")); var desk = Desk.of(folder, "rfc2217", "host: 127.0.0.1, port: " + server.port())) {
			final var error = assertThrows(BenchException.class, () -> desk.console().open());
			assertTrue(error.getMessage().contains("RFC 2217"), error.getMessage());
		}
	}

	@Test
	void saysThatNobodyAnswers() throws Exception {
		try (var desk = Desk.of(folder, "rfc2217", "host: 127.0.0.1, port: 1")) {
			final var error = assertThrows(BenchException.class, () -> desk.console().open());
			assertTrue(error.getMessage().contains("refused"), error.getMessage());
		}
	}
}
