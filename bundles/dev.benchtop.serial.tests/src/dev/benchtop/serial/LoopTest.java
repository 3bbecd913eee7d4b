package dev.benchtop.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.serial.line.Pacer;
import dev.benchtop.testing.Heard;

/** {@code loop://}, and how fast is sent. */
@Timeout(60)
class LoopTest {

	@TempDir
	Path folder;

	@Test
	void saysWhatIsTyped() throws Exception {
		try (var desk = Desk.theirs(folder, "url: \"loop://\"")) {
			final var console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				console.write("hello world!".getBytes(StandardCharsets.US_ASCII));
				assertEquals("hello world!", heard.await(text -> text.length() == 12));
			}
			assertEquals(Line.OPEN, console.state().line());
		}
	}

	@Test
	void sendsOneCharacterAtATimeWherePaced() throws Exception {
		try (var desk = Desk.theirs(folder, "url: \"loop://\", cps: 50")) {
			final var console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				final long start = System.nanoTime();
				console.write("hello world!".getBytes(StandardCharsets.US_ASCII));
				heard.await(12);
				final long took = System.nanoTime() - start;
				assertTrue(took >= TimeUnit.MILLISECONDS.toNanos(11 * 1000 / 50), "nanoseconds: " + took);
			}
		}
	}

	@Test
	void isNotPacedAtZero() {
		final var bytes = new ByteArrayOutputStream();
		assertSame(bytes, Pacer.of(bytes, 0));
	}

	@Test
	void endsAPacedWriteOnClosing() throws Exception {
		final var first = new CountDownLatch(1);
		final OutputStream paced = Pacer.of(new OutputStream() {
			@Override
			public void write(int value) {
				first.countDown();
			}
		}, 1);
		final var writing = CompletableFuture.runAsync(() -> {
			try {
				paced.write(new byte[100]);
			} catch (IOException e) {
				throw new CompletionException(e);
			}
		});
		first.await();
		paced.close();
		assertThrows(Exception.class, writing::get);
	}

	@ParameterizedTest
	@ValueSource(strings = {"spy://x", "socket://host", "rfc2217://host", "socket://:7", "telnet://", "socket://h:99999"})
	void refusesWhatIsNoAddress(String url) throws Exception {
		try (var desk = Desk.of(folder, "serial", "port: \"" + url + '"')) {
			final var error = assertThrows(BenchException.class, desk::console);
			assertTrue(error.getMessage().contains("is no address of a console"), error.getMessage());
		}
	}
}
