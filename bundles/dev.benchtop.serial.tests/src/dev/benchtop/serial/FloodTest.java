package dev.benchtop.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleLog;

/** A board that never stops talking: every byte is in the log and with every reader, in order. */
@Timeout(300)
class FloodTest {

	private static final int BYTES = 100_000_000;
	private static final int LINE = 50;

	@TempDir
	Path folder;

	/** Checks numbered lines as they come. */
	private static final class Numbered {

		private final byte[] expected = new byte[LINE];
		private long next;
		private int at;

		synchronized void take(byte[] bytes, int length) {
			for (int i = 0; i < length; i++, next++, at = at == LINE - 1 ? 0 : at + 1) {
				if (at == 0) {
					line(expected, 0, next / LINE);
				}
				if (bytes[i] != expected[at]) {
					throw new AssertionError("byte " + next + " is " + bytes[i] + " and not " + expected[at]);
				}
			}
			notifyAll();
		}

		synchronized void awaitAll(AtomicReference<Throwable> failure) throws Throwable {
			while (next < BYTES && failure.get() == null) {
				wait(1000);
			}
			if (failure.get() != null) {
				throw failure.get();
			}
		}
	}

	private static final class Reader implements ConsoleListener {

		private final Numbered numbered = new Numbered();
		private final AtomicReference<Throwable> failure = new AtomicReference<>();

		@Override
		public void received(byte[] bytes, boolean replay) {
			try {
				numbered.take(bytes, bytes.length);
			} catch (AssertionError e) {
				failure.set(e);
			}
		}

		void awaitAll() throws Throwable {
			numbered.awaitAll(failure);
		}
	}

	private static void flood(OutputStream to) throws IOException {
		final var chunk = new byte[LINE * 2000];
		for (long place = 0; place < BYTES; place += chunk.length) {
			for (int i = 0; i < chunk.length; i += LINE) {
				line(chunk, i, (place + i) / LINE);
			}
			to.write(chunk);
		}
	}

	/** Each line is its number in nine digits and a filling. */
	private static void line(byte[] chunk, int at, long number) {
		long rest = number;
		for (int column = 8; column >= 0; column--, rest /= 10) {
			chunk[at + column] = (byte) ('0' + rest % 10);
		}
		for (int column = 9; column < LINE - 1; column++) {
			chunk[at + column] = (byte) ('a' + column % 26);
		}
		chunk[at + LINE - 1] = '\n';
	}

	@Test
	void everyByteIsInTheLogAndWithBothReadersInOrder() throws Throwable {
		try (var ptys = new Ptys(folder); var desk = Desk.of(folder, "serial", "port: " + ptys.host() + ", baudrate: 4000000")) {
			final Console console = desk.console();
			console.open();
			final var first = new Reader();
			final var second = new Reader();
			try (var _ = console.attach(first); var _ = console.attach(second); var speaking = ptys.speaking()) {
				flood(speaking);
				first.awaitAll();
				second.awaitAll();
			}
			assertEquals(BYTES, checkLog(console.log()));
		}
	}

	private static long checkLog(Path log) throws IOException {
		final var numbered = new Numbered();
		for (final Path file : ConsoleLog.files(log)) {
			try (var part = new ConsoleLog(file)) {
				for (long at = 0; at < part.length();) {
					final byte[] bytes = part.read(at, 1 << 20);
					numbered.take(bytes, bytes.length);
					at += bytes.length;
				}
			}
		}
		return numbered.next;
	}
}
