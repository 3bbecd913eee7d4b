package dev.benchtop.serial.modem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Progress;
import dev.benchtop.core.console.modem.FileTransfer;
import dev.benchtop.core.console.modem.Protocol;
import dev.benchtop.serial.Desk;
import dev.benchtop.serial.Ptys;

/** Boards that lose blocks, or take their time over them, as lrzsz and boot loaders do. */
@Timeout(120)
class SlowBoardTest {

	private static final int EOT = 4;
	private static final int ACK = 6;
	private static final int NAK = 21;

	@TempDir
	Path home;

	/** The receiving side of XMODEM-CRC, block by block. */
	private static final class Receiver {

		private final InputStream hears;
		private final OutputStream says;
		private final ByteArrayOutputStream content = new ByteArrayOutputStream();
		private int last = -1;

		Receiver(InputStream hears, OutputStream says) {
			this.hears = hears;
			this.says = says;
		}

		/** All at once. */
		void say(int... bytes) throws IOException {
			final var said = new byte[bytes.length];
			for (int i = 0; i < bytes.length; i++) {
				said[i] = (byte) bytes[i];
			}
			says.write(said);
			says.flush();
		}

		/** The number of the next block, 0 for the end. Another copy of the last one that was kept is acknowledged: the sender was not answered in time. */
		int block(boolean keep) throws IOException {
			int number = any(keep);
			while (number == last) {
				say(ACK);
				number = any(keep);
			}
			last = keep ? number : last;
			return number;
		}

		/** The number of what comes next, copy or not, 0 for the end. */
		int any(boolean keep) throws IOException {
			if (hears.read() == EOT) {
				return 0;
			}
			final byte[] block = hears.readNBytes(132);
			if (keep && block[0] != last) {
				content.write(block, 2, 128);
			}
			return block[0];
		}
	}

	/** What the board says and hears. */
	@FunctionalInterface
	private interface Talk {
		void with(Receiver receiver) throws Exception;
	}

	private void send(int blocks, Talk board) throws Exception {
		final var content = new byte[128 * blocks];
		new Random(blocks).nextBytes(content);
		final Path file = Files.write(home.resolve("image"), content);
		try (var cable = new Ptys(home); var hears = cable.hearing(); var says = cable.speaking()) {
			final var receiver = new Receiver(hears, says);
			final var receiving = new FutureTask<>(() -> {
				board.with(receiver);
				return receiver.content;
			});
			final Thread thread = Thread.ofPlatform().start(receiving);
			try (var desk = Desk.of(home, "serial", "port: " + cable.host())) {
				FileTransfer.send(desk.console(), Protocol.XMODEM_CRC, List.of(file), Progress.none());
				assertArrayEquals(content, receiving.get().toByteArray());
			} finally {
				thread.join();
			}
		}
	}

	@Test
	void aFirstBlockThatWasLostIsSentAgainWhenItIsAskedFor() throws Exception {
		send(2, receiver -> {
			receiver.say('C');
			assertEquals(1, receiver.block(false));
			TimeUnit.MILLISECONDS.sleep(600);
			receiver.say('C');
			assertEquals(1, receiver.block(true));
			receiver.say(ACK);
			assertEquals(2, receiver.block(true));
			receiver.say(ACK);
			assertEquals(0, receiver.block(false));
			receiver.say(ACK);
		});
	}

	@Test
	void theSecondAnswerToABlockThatWentTwiceIsNoAnswerToTheNext() throws Exception {
		send(3, receiver -> {
			receiver.say('C');
			assertEquals(1, receiver.block(true));
			receiver.say(ACK);
			assertEquals(2, receiver.block(true));
			assertEquals(2, receiver.any(false));
			receiver.say(ACK, ACK);
			assertEquals(3, receiver.block(false));
			receiver.say(NAK);
			assertEquals(3, receiver.block(true));
			receiver.say(ACK);
			assertEquals(0, receiver.block(false));
			receiver.say(ACK);
		});
	}

	@Test
	void aBoardThatWritesBeforeItAcknowledgesTheEndIsToldOfItOnce() throws Exception {
		send(1, receiver -> {
			receiver.say('C');
			assertEquals(1, receiver.block(true));
			final long before = System.nanoTime();
			receiver.say(ACK);
			assertEquals(0, receiver.block(false));
			TimeUnit.SECONDS.sleep(5);
			final boolean again = receiver.hears.available() > 0;
			final long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before);
			assertTrue(!again || seconds >= 10, "the end came again within seconds: " + seconds);
			receiver.say(ACK);
		});
	}
}
