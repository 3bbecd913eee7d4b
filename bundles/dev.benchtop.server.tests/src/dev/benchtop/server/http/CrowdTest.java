package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.testing.Beats;

/** Many clients at once, and clients that do not behave. */
class CrowdTest {

	private static final int CLIENTS = 64;
	private static final int SIZE = 2 << 20;
	private static final String LISTENS = "0A";

	@TempDir
	Path folder;

	@Test
	void sixtyFourClientsGetTheirFilesAtOnce() throws Exception {
		final var content = ReadingTest.random(SIZE);
		Files.write(folder.resolve("Image"), content);
		final byte[] expected = sha(content);
		final var connected = new CountDownLatch(CLIENTS);
		try (var web = new Web(folder); var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			final Callable<byte[]> client = () -> {
				try (var raw = new RawClient(web.server.address())) {
					connected.countDown();
					connected.await();
					raw.send("GET /Image HTTP/1.1\r\nHost: x\r\n\r\n");
					return sha(raw.reply("GET").body());
				}
			};
			final List<Future<byte[]>> results = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				results.add(clients.submit(client));
			}
			for (final var result : results) {
				assertArrayEquals(expected, result.get(60, TimeUnit.SECONDS));
			}
			for (int i = 0; i < CLIENTS; i++) {
				assertEquals(Outcome.DONE, web.nextEnd().outcome());
			}
		}
	}

	@Test
	void stoppingEndsClientsThatDoNotRead() throws Exception {
		Files.write(folder.resolve("Image"), new byte[64 << 20]);
		final int port;
		try (var web = new Web(folder); var lazy = new Socket()) {
			port = web.port();
			lazy.connect(web.server.address());
			lazy.getOutputStream().write("GET /Image HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
			while (web.log.running() == 0 || web.log.transfers().getFirst().done() == 0) {
				Thread.sleep(5);
			}
			final var limit = Beats.of(Duration.ofSeconds(1));
			web.close();
			assertFalse(limit.isDone(), "it does not wait for them");
			final var transfer = web.nextEnd();
			assertEquals(Outcome.FAILED, transfer.outcome());
		}
		assertThrows(ConnectException.class, () -> connect(port));
	}

	@Test
	void clientsThatGoAwayLeaveNoThreadAndNoFileBehind() throws Exception {
		Files.write(folder.resolve("Image"), new byte[32 << 20]);
		try (var web = new Web(folder)) {
			for (int i = 0; i < 20; i++) {
				try (var raw = new RawClient(web.server.address())) {
					raw.send("GET /Image HTTP/1.1\r\nHost: x\r\n\r\n");
					raw.head();
				}
			}
			for (int i = 0; i < 20; i++) {
				assertEquals(Outcome.FAILED, web.nextEnd().outcome());
			}
			while (isOpen("Image") || isServing(web.port())) {
				Thread.sleep(5);
			}
			assertEquals(200, web.ask("HEAD", "/Image").status());
		}
	}

	private static void connect(int port) throws IOException {
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", port));
		}
	}

	/** Whether this process holds a file of the folder open. */
	private boolean isOpen(String name) throws IOException {
		try (var descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
			for (final var descriptor : descriptors) {
				try {
					if (Files.readSymbolicLink(descriptor).equals(folder.resolve(name))) {
						return true;
					}
				} catch (NoSuchFileException _) {
					continue; // closed since
				}
			}
			return false;
		}
	}

	/** Whether a connection to the port is open at the server's side: one that no process has any more has no inode (proc(5)). */
	private static boolean isServing(int port) throws IOException {
		for (final var table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
			for (final var line : Files.readAllLines(Path.of(table))) {
				final var fields = line.strip().split("\\s+");
				if (fields[1].endsWith(":%04X".formatted(port)) && !fields[3].equals(LISTENS) && !fields[9].equals("0")) {
					return true;
				}
			}
		}
		return false;
	}

	private static byte[] sha(byte[] bytes) throws Exception {
		return MessageDigest.getInstance("SHA-256").digest(bytes);
	}
}
