package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleLog;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.testing.Needs;

/**
 * A board that talks without end, heard by a tab with its log open and something looked for in it, and by one more reader. Sizes in MiB and
 * bytes per second are set by {@code -Dbenchtop.flood.mebibytes=100} and {@code -Dbenchtop.flood.rate=400000}; 0 is as fast as it goes.
 */
class ConsoleFloodTest {

	private static final int MEBIBYTES = Integer.getInteger("benchtop.flood.mebibytes", 12);
	private static final int RATE = Integer.getInteger("benchtop.flood.rate", 0);
	/** Where all processors are busy the server of the display is late, too; on a machine with one to spare the worst answer takes less than 100 ms. */
	private static final double LIMIT_MILLIS = Double.parseDouble(System.getProperty("benchtop.flood.limit", "250"));
	private static final Duration LIMIT = Duration.ofSeconds(60 + 20L * MEBIBYTES + (RATE == 0 ? 0 : (MEBIBYTES << 20) / RATE));
	private static final int WIDTH = 64;
	private static final String RARE = "every thousandth";

	@TempDir
	private Path temporary;
	private Process pair;

	@AfterEach
	void leave() throws Exception {
		Window.leave();
		if (pair != null) {
			pair.destroy();
			pair.waitFor();
		}
	}

	@Test
	void everyByteIsLoggedAndTheWindowAnswers() throws Exception {
		Needs.programs("socat");
		final Path board = temporary.resolve("board");
		final Path desk = temporary.resolve("desk");
		pair = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + board, "pty,raw,echo=0,link=" + desk).inheritIO().start();
		Waits.until("the pair of ports", Ui.SOON, () -> Files.exists(board) && Files.exists(desk));
		final Bench bench = Window.openTrusted(bench(desk));
		Window.select(bench.board("talker"));
		Window.command("dev.benchtop.ui.console.open");
		final Console console = bench.board("talker").find("", Console.class).use(Console.class);
		Waits.until("an open line", Ui.SOON, () -> console.state().line() == Line.OPEN);
		final long from = console.position();
		final var reader = new Digest();
		try (var _ = console.attach(reader, from)) {
			find(RARE);
			try (var heartbeat = new Heartbeat()) {
				final String sent = say(board);
				Waits.until("the last byte", LIMIT, () -> console.position() - from == (long) MEBIBYTES << 20);
				Waits.until("the last byte at the reader", LIMIT, () -> reader.heard() == (long) MEBIBYTES << 20);
				heartbeat.close();
				assertEquals(sent, reader.hex(), "what a reader heard");
				assertEquals(sent, digest(console.log()), "what is in the log");
				final double millis = heartbeat.percentile(0.999);
				System.getLogger(ConsoleFloodTest.class.getName()).log(Level.INFO, () -> String.format(
						"UI thread: of %d answers half within %.0f ms, 99 %% within %.0f ms, 99.9 %% within %.0f ms, while the console said %d MiB",
						heartbeat.beats(), heartbeat.percentile(0.5), heartbeat.percentile(0.99), millis, MEBIBYTES));
				assertTrue(millis < LIMIT_MILLIS, () -> millis + " ms; late while at\n" + heartbeat.busyWith());
			}
			final int hits = (MEBIBYTES << 20) / WIDTH / 1000;
			Ui.until("all that is found", LIMIT, () -> Ui.find(window(), Label.class, label -> label.isVisible() && label.getText().replaceAll("[^0-9]", "").endsWith(
					Integer.toString(hits))).isPresent());
			Pictures.take("console-flood");
		}
	}

	private static Path bench(Path port) throws IOException {
		final Path folder = Files.createDirectories(port.resolveSibling("bench"));
		Files.writeString(folder.resolve("talker.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Board
				metadata: {name: talker}
				export:
				  console: {type: serial, config: {port: "%s", baudrate: 4000000}}
				""".formatted(port));
		return folder.toRealPath();
	}

	/** Looks for something in the log, as a person does. */
	private static void find(String words) throws Exception {
		final Text field = Ui.await("the field to find", () -> {
			key(SWT.MOD1, 'f');
			return Ui.find(window(), Text.class, text -> text.getMessage().equals("Find in the log") && text.isVisible());
		});
		Ui.run(() -> field.setText(words));
	}

	/** Presses a key in the terminal. */
	private static void key(int modifiers, char key) {
		final var terminal = Ui.all(window(), TextCanvas.class).stream().filter(each -> each.isVisible()).findFirst();
		terminal.ifPresent(canvas -> {
			final var event = new Event();
			event.stateMask = modifiers;
			event.keyCode = key;
			event.character = (char) (key & 0x1f);
			canvas.notifyListeners(SWT.KeyDown, event);
		});
	}

	private static Shell window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	/** Lets the board say all of it; returns its sum. */
	private static String say(Path board) throws Exception {
		final var sum = MessageDigest.getInstance("SHA-256");
		final byte[] lines = new byte[1 << 15];
		final long begin = System.nanoTime();
		try (OutputStream out = Files.newOutputStream(board)) {
			for (int at = 0; at < MEBIBYTES << 20; at += lines.length) {
				for (int line = 0; line < lines.length / WIDTH; line++) {
					final int number = (at + line * WIDTH) / WIDTH + 1;
					final String words = String.format("[%010d] %s", number, number % 1000 == 0 ? RARE : "\u001b[32musb\u001b[0m 1-1: new device found");
					System.arraycopy(String.format("%-" + (WIDTH - 2) + "s\r\n", words).getBytes(StandardCharsets.US_ASCII), 0, lines, line * WIDTH, WIDTH);
				}
				sum.update(lines);
				out.write(lines);
				if (RATE > 0) {
					LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(1) * (at + lines.length) / RATE - System.nanoTime());
				}
			}
		}
		return HexFormat.of().formatHex(sum.digest());
	}

	/** The sum of both files of a log. */
	private static String digest(Path log) throws Exception {
		final var sum = MessageDigest.getInstance("SHA-256");
		for (final Path file : ConsoleLog.files(log)) {
			try (var in = Files.newInputStream(file)) {
				final var bytes = new byte[1 << 16];
				for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
					sum.update(bytes, 0, length);
				}
			}
		}
		return HexFormat.of().formatHex(sum.digest());
	}

	/** Sums up what it hears. */
	private static final class Digest implements ConsoleListener {

		private final MessageDigest sum;
		private long heard;

		Digest() throws Exception {
			sum = MessageDigest.getInstance("SHA-256");
		}

		@Override
		public synchronized void received(byte[] bytes, boolean replay) {
			sum.update(bytes);
			heard += bytes.length;
		}

		synchronized long heard() {
			return heard;
		}

		synchronized String hex() {
			return HexFormat.of().formatHex(sum.digest());
		}
	}
}
