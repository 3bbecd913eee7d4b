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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.junit.jupiter.api.Test;

import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.Entry;
import dev.benchtop.testing.servers.FtpServer;

/** What a backend does on each of the servers. */
@ParameterizedClass
@EnumSource
class FtpBackendTest {

	/** What is served how. */
	enum Server {
		PYTHON, PLAIN, ACTIVE, EXPLICIT, IMPLICIT
	}

	@TempDir
	private static Path folder;
	private static FtpServer python;
	private static FtpServer plain;
	private static FtpServer explicit;
	private static FtpServer implicit;
	private static Certificate certificate;

	@Parameter
	private Server server;
	private Path served;
	private Backend backend;

	@BeforeAll
	static void start() throws Exception {
		certificate = Certificate.make(folder);
		python = FtpServer.python(Files.createDirectories(folder.resolve("1")).resolve("served"), Configs.USER, Configs.PASSWORD);
		plain = FtpServer.vsftpd(Files.createDirectories(folder.resolve("2")).resolve("served"));
		explicit = FtpServer.vsftpd(Files.createDirectories(folder.resolve("3")).resolve("served"), VsftpdTlsTest.options(certificate));
		final var options = new java.util.ArrayList<>(java.util.List.of(VsftpdTlsTest.options(certificate)));
		options.add("implicit_ssl=YES");
		implicit = FtpServer.vsftpd(Files.createDirectories(folder.resolve("4")).resolve("served"), options.toArray(String[]::new));
	}

	@AfterAll
	static void stop() {
		python.close();
		plain.close();
		explicit.close();
		implicit.close();
	}

	@BeforeEach
	void open() throws IOException {
		final String root = "r" + Long.toHexString(new Random().nextLong());
		final int number = switch (server) {
			case PYTHON -> 1;
			case PLAIN, ACTIVE -> 2;
			case EXPLICIT -> 3;
			case IMPLICIT -> 4;
		};
		served = Files.createDirectories(folder.resolve(Integer.toString(number)).resolve("served").resolve(root));
		backend = new FtpBackend(switch (server) {
			case PYTHON -> Configs.user(python.port(), Configs.PASSWORD, root);
			case PLAIN -> Configs.anybody(plain.port(), root, DataMode.PASSIVE);
			case ACTIVE -> Configs.anybody(plain.port(), root, DataMode.ACTIVE);
			case EXPLICIT -> Configs.encrypted(explicit.port(), TlsMode.EXPLICIT, certificate.certificate(), root);
			case IMPLICIT -> Configs.encrypted(implicit.port(), TlsMode.IMPLICIT, null, root);
		});
	}

	@AfterEach
	void close() throws IOException {
		backend.close();
	}

	private static byte[] random(int length) {
		final byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	private void write(String key, byte[] content) throws IOException {
		try (var upload = backend.write(key, content.length)) {
			upload.write(ByteBuffer.wrap(content));
			upload.commit();
		}
	}

	private byte[] read(String key, long offset, long length) throws IOException {
		try (var in = backend.read(key, offset, length, Optional.empty())) {
			return in.readAllBytes();
		}
	}

	private TreeMap<String, Entry> list(String key, boolean recursive) throws IOException {
		final var found = new TreeMap<String, Entry>();
		backend.list(key, recursive, entry -> found.put(entry.key(), entry));
		return found;
	}

	private static Kind kind(org.junit.jupiter.api.function.Executable call) {
		return assertThrows(BackendException.class, call).kind();
	}

	@Test
	void filesAreWrittenReadAndDescribed() throws IOException {
		final byte[] content = random(300_000);
		write("made/on the way/x.bin", content);
		assertArrayEquals(content, Files.readAllBytes(served.resolve("made/on the way/x.bin")));
		assertArrayEquals(content, read("made/on the way/x.bin", 0, -1));
		assertArrayEquals(java.util.Arrays.copyOfRange(content, 1000, 1500), read("made/on the way/x.bin", 1000, 500));
		assertArrayEquals(java.util.Arrays.copyOfRange(content, 299_000, 300_000), read("made/on the way/x.bin", 299_000, -1));
		assertEquals(0, read("made/on the way/x.bin", 300_000, -1).length);
		final Entry entry = backend.stat("made/on the way/x.bin");
		assertEquals(300_000, entry.size());
		assertTrue(Duration.between(entry.modified().orElseThrow(), Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0, entry::toString);
		assertTrue(backend.stat("made").folder());
		assertTrue(backend.stat("").folder());
		write("made/on the way/x.bin", new byte[3]);
		assertArrayEquals(new byte[3], read("made/on the way/x.bin", 0, -1));
		write("empty", new byte[0]);
		assertEquals(0, backend.stat("empty").size());
		assertEquals(0, read("empty", 0, -1).length);
	}

	@Test
	void oddNamesStayWhatTheyAre() throws IOException {
		final var names = new TreeSet<>(java.util.List.of(" leads", "two  spaces", "100%40.img", "what?#.img", "Jürgen ß 漢字.img", "-a", "[glob]*", ".hidden",
				"a -> b", "semi;colon=1", "x".repeat(255), "\"quoted\"", "~tilde", "back\\slash"));
		for (final String name : names) {
			write("odd/" + name, random(10));
			assertArrayEquals(random(10), read("odd/" + name, 0, -1), name);
			assertEquals(10, backend.stat("odd/" + name).size(), name);
		}
		final var listed = new TreeSet<String>();
		backend.list("odd", false, entry -> listed.add(entry.name()));
		assertEquals(names, listed);
		assertEquals(Kind.FAILED, kind(() -> backend.stat("line\r\nDELE odd")));
		backend.deleteTree("odd");
		assertFalse(Files.exists(served.resolve("odd")));
	}

	@Test
	void foldersAreListedScannedAndDeleted() throws IOException {
		backend.createFolder("a/b/c");
		backend.createFolder("a/b/c");
		write("a/one.txt", random(7));
		write("a/b/two.txt", random(8));
		final var all = list("", true);
		assertEquals(java.util.List.of("a", "a/b", "a/b/c", "a/b/two.txt", "a/one.txt"), java.util.List.copyOf(all.keySet()));
		assertEquals(8, all.get("a/b/two.txt").size());
		assertTrue(all.get("a/b/c").folder());
		assertEquals(java.util.List.of("a/b", "a/one.txt"), java.util.List.copyOf(list("a", false).keySet()));
		assertEquals(Kind.NOT_EMPTY, kind(() -> backend.delete("a")));
		backend.delete("a/b/c");
		backend.delete("a/one.txt");
		backend.deleteTree("a");
		assertTrue(list("", true).isEmpty());
	}

	@Test
	void aLinkIsDeletedAndNotWhatItLeadsTo() throws IOException {
		backend.createFolder("kept");
		write("kept/file", random(5));
		backend.createFolder("tree");
		Files.createSymbolicLink(served.resolve("tree/link"), served.resolve("kept"));
		if (server != Server.PYTHON) { // it lists no link that leads nowhere
			Files.createSymbolicLink(served.resolve("tree/broken"), served.resolve("nowhere"));
		}
		assertTrue(list("tree", false).get("tree/link").folder());
		backend.deleteTree("tree");
		assertFalse(Files.exists(served.resolve("tree")));
		assertEquals(5, backend.stat("kept/file").size());
	}

	@Test
	void failuresAreTold() throws IOException {
		write("file", random(4));
		backend.createFolder("folder/sub");
		assertEquals(Kind.MISSING, kind(() -> backend.stat("nothing")));
		assertEquals(Kind.MISSING, kind(() -> read("nothing", 0, -1)));
		assertEquals(Kind.MISSING, kind(() -> list("nothing", false)));
		assertEquals(Kind.MISSING, kind(() -> backend.delete("nothing")));
		assertEquals(Kind.MISSING, kind(() -> backend.deleteTree("nothing")));
		assertEquals(Kind.MISSING, kind(() -> backend.rename("nothing", "other")));
		assertEquals(Kind.IS_FOLDER, kind(() -> read("folder", 0, -1)));
		assertEquals(Kind.NOT_FOLDER, kind(() -> list("file", false)));
		assertEquals(Kind.EXISTS, kind(() -> backend.createFolder("file")));
		assertEquals(Kind.IS_FOLDER, kind(() -> write("folder", random(4))));
		assertEquals(Kind.UNSUPPORTED, kind(() -> backend.copy("file", "other")));
		assertTrue(assertThrows(BackendException.class, () -> read("nothing", 0, -1)).getMessage().startsWith("550 "));
		assertEquals(java.util.List.of("file", "folder", "folder/sub"), java.util.List.copyOf(list("", true).keySet()), "an upload that failed left nothing");
	}

	@Test
	void renamingReplacesAFile() throws IOException {
		write("one", random(1));
		write("two", random(2));
		backend.rename("one", "two");
		assertEquals(1, backend.stat("two").size());
		backend.createFolder("folder/sub");
		backend.rename("folder", "moved");
		assertTrue(backend.stat("moved/sub").folder());
		assertEquals(Kind.MISSING, kind(() -> backend.stat("one")));
	}

	@Test
	void anUploadThatIsNotCommittedLeavesWhatWasThere() throws IOException {
		write("file", random(9));
		try (var upload = backend.write("file", -1)) {
			upload.write(ByteBuffer.allocateDirect(200_000));
			assertArrayEquals(random(9), read("file", 0, -1));
		}
		assertArrayEquals(random(9), read("file", 0, -1));
		assertEquals(1, list("", true).size());
	}

	@Test
	void manyThreadsHaveAConnectionEach() throws Exception {
		final byte[] content = random(400_000);
		try (var threads = Executors.newFixedThreadPool(6)) {
			final var done = IntStream.range(0, 12).mapToObj(i -> CompletableFuture.runAsync(() -> {
				try {
					write("f" + i, content);
					assertArrayEquals(content, read("f" + i, 0, -1));
				} catch (IOException e) {
					throw new java.io.UncheckedIOException(e);
				}
			}, threads)).toList();
			done.forEach(CompletableFuture::join);
		}
		assertEquals(12, list("", false).size());
	}

	@Test
	void aReadThatIsLeftEarlyCostsNoConnection() throws IOException {
		write("file", random(3_000_000));
		for (int i = 0; i < 20; i++) {
			try (InputStream in = backend.read("file", 100, -1, Optional.empty())) {
				assertEquals(random(3_000_000)[100], (byte) in.read());
			}
		}
		assertArrayEquals(random(3_000_000), read("file", 0, -1));
	}

	@Test
	void closingEndsWhatBlocks() throws Exception {
		try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			final var blocked = new FtpBackend(Configs.anybody(silent.getLocalPort(), "", DataMode.PASSIVE));
			final var call = CompletableFuture.supplyAsync(() -> kind(() -> blocked.stat("")));
			silent.accept();
			blocked.close();
			assertEquals(Kind.CLOSED, call.get(1, java.util.concurrent.TimeUnit.MINUTES));
		}
	}
}
