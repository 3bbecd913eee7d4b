package dev.benchtop.storage.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.testing.Ports;
import dev.benchtop.testing.servers.FtpServer;

/** Wrong passwords, refused and cut connections, servers that are silent or full. */
class FtpFaultsTest {

	private static final int SIZE = 2_000_000;

	@TempDir
	private static Path folder;
	private static Path served;
	private static FtpServer server;
	private static final byte[] CONTENT = new byte[SIZE];

	private Relay relay;
	private FtpBackend backend;

	@BeforeAll
	static void start() throws Exception {
		served = Files.createDirectories(folder.resolve("served"));
		new Random(1).nextBytes(CONTENT);
		Files.write(served.resolve("file"), CONTENT);
		server = FtpServer.python(served, Configs.USER, Configs.PASSWORD);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@BeforeEach
	void open() throws IOException {
		relay = new Relay(server.port());
		backend = new FtpBackend(Configs.user(relay.port(), Configs.PASSWORD, ""));
	}

	@AfterEach
	void close() throws IOException {
		backend.close();
		relay.close();
	}

	private byte[] read(long offset) throws IOException {
		try (var in = backend.read("file", offset, -1, Optional.empty())) {
			return in.readAllBytes();
		}
	}

	private static BackendException failure(org.junit.jupiter.api.function.Executable call) {
		return assertThrows(BackendException.class, call);
	}

	@Test
	void aWrongPasswordIsToldInTheServersWordsWithoutIt() {
		final var failure = failure(() -> new FtpBackend(Configs.user(server.port(), "battery staple", "")).stat(""));
		assertEquals(Kind.DENIED, failure.kind());
		assertEquals("530 Authentication failed.", failure.getMessage());
	}

	@Test
	void aPasswordThatTheServerRepeatsIsNotShown() {
		final var failure = Replies.failure(530, new String[] { "530-Dear anna,", "530 the password battery staple is wrong" }, "battery staple");
		assertEquals("530 Dear anna, the password \u2022\u2022\u2022\u2022 is wrong", failure.getMessage());
	}

	@Test
	void aRefusedConnectionMayBeTriedAgain() throws IOException {
		final int port = Ports.free();
		final var failure = failure(() -> new FtpBackend(Configs.anybody(port, "", DataMode.PASSIVE)).stat(""));
		assertEquals(Kind.BROKEN, failure.kind());
		assertTrue(failure.getMessage().contains("refused"), failure.getMessage());
	}

	@Test
	void aCutDownloadIsBrokenAndGoesOnWhereItWas() throws IOException {
		relay.cutAfter(500_000);
		final byte[] begun = new byte[100_000];
		try (var in = backend.read("file", 0, -1, Optional.empty())) {
			assertEquals(begun.length, in.readNBytes(begun, 0, begun.length));
			assertEquals(Kind.BROKEN, failure(in::readAllBytes).kind());
		}
		relay.cutAfter(Long.MAX_VALUE);
		assertArrayEquals(java.util.Arrays.copyOfRange(CONTENT, begun.length, SIZE), read(begun.length));
	}

	@Test
	void aCutUploadLeavesNothing() throws IOException {
		relay.cutAfter(500_000);
		final var upload = backend.write("upload", SIZE);
		assertEquals(Kind.BROKEN, failure(() -> {
			for (int i = 0; i < 100; i++) {
				upload.write(ByteBuffer.wrap(CONTENT));
			}
			upload.commit();
		}).kind());
		relay.cutAfter(Long.MAX_VALUE);
		upload.close();
		try (var files = Files.list(served)) {
			assertEquals(java.util.List.of("file"), files.map(file -> file.getFileName().toString()).toList());
		}
	}

	@Test
	void aConnectionThatDiedMeanwhileIsReplaced() throws IOException {
		backend.stat("file");
		assertEquals(1, relay.connections());
		relay.cut();
		assertEquals(Kind.BROKEN, failure(() -> backend.stat("file")).kind());
		assertEquals(SIZE, backend.stat("file").size());
		assertEquals(2, relay.connections());
	}

	@Test
	void readsThatEndEarlyKeepTheirConnection() throws IOException {
		for (int i = 0; i < 5; i++) {
			try (var in = backend.read("file", i, 10, Optional.empty())) {
				assertArrayEquals(java.util.Arrays.copyOfRange(CONTENT, i, i + 10), in.readAllBytes());
			}
		}
		assertEquals(1, relay.connections());
	}

	@Test
	void closingTheStreamEndsARead() throws Exception {
		relay.cutAfter(Long.MAX_VALUE - 1);
		relay.hold(true);
		final InputStream in = backend.read("file", 0, -1, Optional.empty());
		final var begun = new CompletableFuture<Void>();
		final var read = CompletableFuture.supplyAsync(() -> {
			begun.complete(null);
			return failure(in::read).kind();
		}, command -> Thread.ofPlatform().start(command));
		begun.get(1, TimeUnit.MINUTES);
		in.close();
		assertEquals(Kind.CLOSED, read.get(1, TimeUnit.MINUTES));
		relay.hold(false);
		assertEquals(SIZE, backend.stat("file").size());
	}

	@Test
	void closingTheBackendEndsARead() throws Exception {
		relay.cutAfter(Long.MAX_VALUE - 1);
		relay.hold(true);
		final InputStream in = backend.read("file", 0, -1, Optional.empty());
		final var read = CompletableFuture.supplyAsync(() -> failure(in::read).kind(), command -> Thread.ofPlatform().start(command));
		backend.close();
		assertEquals(Kind.CLOSED, read.get(1, TimeUnit.MINUTES));
		assertEquals(Kind.CLOSED, failure(() -> backend.stat("file")).kind());
	}

	@Test
	void aSilentServerIsGivenUp() throws IOException {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			final var config = new FtpConfig("127.0.0.1", silent.getLocalPort(), "anonymous", null, TlsMode.NONE, "", DataMode.PASSIVE, null, false,
					Duration.ofMillis(200));
			final var failure = failure(() -> new FtpBackend(config).stat(""));
			assertEquals(Kind.BROKEN, failure.kind());
			assertFalse(failure.getMessage().isBlank());
		}
	}

	@Test
	void aFullServerIsWaitedFor() throws Exception {
		try (var full = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> relayOne(full));
			final var one = new FtpBackend(Configs.user(full.getLocalPort(), Configs.PASSWORD, ""));
			final InputStream in = one.read("file", 0, -1, Optional.empty());
			final var other = CompletableFuture.supplyAsync(() -> size(one), command -> Thread.ofPlatform().start(command));
			in.close();
			assertEquals(SIZE, other.get(1, TimeUnit.MINUTES));
			one.close();
		}
	}

	@Test
	void aFullServerIsAskedAgainWhenOneThatWasInUseHasGone() throws Exception {
		final var client = new AtomicReference<Socket>();
		final var refused = new CountDownLatch(1);
		try (var full = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> relayOneAtATime(full, client, refused));
			final var one = new FtpBackend(Configs.user(full.getLocalPort(), Configs.PASSWORD, ""));
			final InputStream in = one.read("file", 0, -1, Optional.empty());
			final var other = CompletableFuture.supplyAsync(() -> size(one), command -> Thread.ofPlatform().start(command));
			refused.await();
			client.getAndSet(null).close();
			assertEquals(Kind.BROKEN, failure(in::readAllBytes).kind());
			assertEquals(SIZE, other.get(1, TimeUnit.MINUTES));
			one.close();
		}
	}

	private static void relayOneAtATime(ServerSocket door, AtomicReference<Socket> client, CountDownLatch refused) {
		try {
			while (true) {
				final Socket next = door.accept();
				if (client.compareAndSet(null, next)) {
					final var server = new Socket(InetAddress.getLoopbackAddress(), FtpFaultsTest.server.port());
					Thread.ofVirtual().start(() -> copy(next, server));
					Thread.ofVirtual().start(() -> copy(server, next));
				} else {
					next.getOutputStream().write("421 There are too many connected users, please try later.\r\n".getBytes());
					next.close();
					refused.countDown();
				}
			}
		} catch (IOException e) {
			// the test is over
			return;
		}
	}

	private static long size(FtpBackend backend) {
		try {
			return backend.stat("file").size();
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	/** Lets the first client through, and tells all others that there are too many. */
	private static void relayOne(ServerSocket door) {
		try (Socket client = door.accept(); var server = new Socket(InetAddress.getLoopbackAddress(), FtpFaultsTest.server.port())) {
			Thread.ofVirtual().start(() -> copy(client, server));
			Thread.ofVirtual().start(() -> copy(server, client));
			while (true) {
				try (Socket next = door.accept()) {
					next.getOutputStream().write("421 There are too many connected users, please try later.\r\n".getBytes());
				}
			}
		} catch (IOException e) {
			// the test is over
			return;
		}
	}

	private static void copy(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
		} catch (IOException e) {
			// the other side hears of it
			return;
		}
	}
}
