package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.capability.FileServer.Outcome;

/** RFC 9110, section 9.3.4. */
class UploadTest {

	private static final long QUOTA = 1_000_000;

	@TempDir
	Path root;
	@TempDir
	Path other;

	@Test
	void curlSendsAFileIntoANewFolderAndReplacesIt() throws Exception {
		final var content = ReadingTest.random(500_000);
		Files.write(other.resolve("dump"), content);
		try (var web = Web.writable(root, QUOTA)) {
			assertEquals("201", Web.curl(other, "-T", "dump", "-w", "%{http_code}", web.url("/logs/today/dump.bin")).out());
			assertArrayEquals(content, Files.readAllBytes(root.resolve("logs/today/dump.bin")));
			Files.writeString(other.resolve("dump"), "short");
			assertEquals("204", Web.curl(other, "-T", "dump", "-w", "%{http_code}", web.url("/logs/today/dump.bin")).out());
			assertEquals("short", Files.readString(root.resolve("logs/today/dump.bin")));
			assertTrue(web.nextEnd().upload());
			assertEquals(List.of("logs/today/dump.bin"), all());
		}
	}

	@Test
	void chunksAreTakenAsWell() throws Exception {
		final var content = ReadingTest.random(300_000);
		Files.write(other.resolve("dump"), content);
		try (var web = Web.writable(root, QUOTA)) {
			assertEquals("201", Web.curl(other, "-T", "dump", "-H", "Transfer-Encoding: chunked", "-w", "%{http_code}", web.url("/dump")).out());
			assertArrayEquals(content, Files.readAllBytes(root.resolve("dump")));
		}
	}

	@Test
	void theQuotaHoldsForAllTogetherAndARefusalComesBeforeTheBytes() throws Exception {
		Files.write(other.resolve("dump"), ReadingTest.random(600_000));
		Files.write(other.resolve("huge"), ReadingTest.random(5_000_000));
		try (var web = Web.writable(root, QUOTA)) {
			assertEquals("201", Web.curl(other, "-T", "dump", "-w", "%{http_code}", web.url("/one")).out());
			assertTrue(Web.curl(other, "-T", "dump", "-w", "%{http_code}", web.url("/two")).out().endsWith("413"));
			assertTrue(Web.curl(other, "-T", "dump", "-H", "Transfer-Encoding: chunked", "-w", "%{http_code}", web.url("/two")).out().endsWith("413"));
			final var huge = Web.curl(other, "-T", "huge", "-w", "%{http_code} %{size_upload}", web.url("/huge"));
			assertTrue(huge.out().endsWith("413 0"), huge.out());
			assertEquals(List.of("one"), all());
			Files.delete(root.resolve("one"));
			assertEquals("201", Web.curl(other, "-T", "dump", "-w", "%{http_code}", web.url("/two")).out(), "what is gone does not count");
		}
	}

	@Test
	void whatBreaksOffLeavesNothing() throws Exception {
		Files.writeString(root.resolve("kept"), "before");
		try (var web = Web.writable(root, QUOTA)) {
			try (var raw = new RawClient(web.server.address())) {
				raw.send("PUT /kept HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
				raw.endOutput();
			}
			final var transfer = web.nextEnd();
			assertEquals(Outcome.FAILED, transfer.outcome());
			assertEquals("before", Files.readString(root.resolve("kept")));
			assertEquals(List.of("kept"), all());
		}
	}

	@Test
	void manyAtOnceFindRoomInNewFolders() throws Exception {
		final int clients = 16;
		try (var web = Web.writable(root, QUOTA); var threads = Executors.newFixedThreadPool(clients)) {
			for (int round = 0; round < 20; round++) {
				final var together = new CyclicBarrier(clients);
				final List<Callable<Integer>> puts = new ArrayList<>();
				for (int i = 0; i < clients; i++) {
					final String name = "/logs/%d/%d".formatted(round, i);
					puts.add(() -> {
						together.await();
						return web.ask("PUT", name, "Content-Length: 0").status();
					});
				}
				for (final var status : threads.invokeAll(puts)) {
					assertEquals(201, status.get());
				}
			}
			assertEquals(20 * clients, all().size());
		}
	}

	@Test
	void nothingIsToBeSeenBeforeItIsComplete() throws Exception {
		try (var web = Web.writable(root, QUOTA); var raw = new RawClient(web.server.address())) {
			raw.send("PUT /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\nExpect: 100-continue\r\n\r\n");
			assertEquals(100, raw.reply("PUT").status());
			raw.send("half");
			assertEquals(404, web.get("/slow").status());
			assertFalse(web.get("/").text().contains("upload"));
			raw.send("full");
			assertEquals(201, raw.reply("PUT").status());
			assertEquals("halffull", web.get("/slow").text());
		}
	}

	@Test
	void conditionsProtectWhatIsThere() throws Exception {
		Files.writeString(root.resolve("there"), "1");
		try (var web = Web.writable(root, QUOTA)) {
			assertEquals(412, web.ask("PUT", "/there", "If-None-Match: *", "Content-Length: 0").status());
			assertEquals(201, web.ask("PUT", "/new", "If-None-Match: *", "Content-Length: 0").status());
			assertEquals(412, web.ask("PUT", "/there", "If-Match: \"old\"", "Content-Length: 0").status());
			assertEquals(204, web.ask("PUT", "/there", "If-Match: " + web.get("/there").field("ETag"), "Content-Length: 0").status());
			assertEquals(412, web.ask("PUT", "/none", "If-Match: *", "Content-Length: 0").status());
			assertEquals(400, web.ask("PUT", "/there", "Content-Range: bytes 0-0/5", "Content-Length: 0").status());
		}
	}

	@Test
	void aServerThatIsNotWritableTakesNothing() throws Exception {
		Files.writeString(other.resolve("dump"), "1");
		try (var web = new Web(root)) {
			assertTrue(Web.curl(other, "-T", "dump", "-w", "%{http_code}", web.url("/dump")).out().endsWith("405"));
			assertEquals("GET, HEAD", web.ask("PUT", "/dump", "Content-Length: 0").field("Allow"));
			assertEquals(List.of(), all());
		}
	}

	@Test
	void aFolderIsNotReplacedByAFile() throws Exception {
		Files.createDirectory(root.resolve("boot"));
		try (var web = Web.writable(root, QUOTA)) {
			assertEquals(409, web.ask("PUT", "/boot", "Content-Length: 0").status());
			assertEquals(403, web.ask("PUT", "/", "Content-Length: 0").status());
			assertEquals(403, web.ask("PUT", "/new/", "Content-Length: 0").status());
		}
	}

	private List<String> all() throws IOException {
		try (var files = Files.walk(root)) {
			return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
		}
	}
}
