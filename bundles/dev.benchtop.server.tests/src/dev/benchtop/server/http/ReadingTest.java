package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.server.files.Percent;

/** RFC 9110, sections 9.3.1, 9.3.2 and 13; RFC 9112, section 9. */
class ReadingTest {

	@TempDir
	Path folder;

	@Test
	void aFileComesWholeWithItsLengthAndItsTransferIsTold() throws Exception {
		final var content = random(3_000_001);
		Files.write(folder.resolve("Image"), content);
		try (var web = new Web(folder)) {
			final var reply = web.get("/Image");
			assertEquals(200, reply.status());
			assertArrayEquals(content, reply.body());
			assertEquals("3000001", reply.field("Content-Length"), "spelt so: U-Boot looks for these letters");
			assertEquals("application/octet-stream", reply.field("Content-Type"));
			assertEquals("bytes", reply.field("Accept-Ranges"));
			final var transfer = web.nextEnd();
			assertEquals("Image", transfer.name());
			assertEquals(Outcome.DONE, transfer.outcome());
			assertEquals(content.length, transfer.done());
			assertEquals(content.length, transfer.total());
		}
	}

	@Test
	void headSaysWhatGetSaysAndSendsNothing() throws Exception {
		Files.writeString(folder.resolve("uEnv.txt"), "bootargs=quiet\n");
		try (var web = new Web(folder)) {
			final var get = web.get("/uEnv.txt");
			final var head = web.ask("HEAD", "/uEnv.txt");
			assertEquals(200, head.status());
			for (final String field : new String[] {"Content-Length", "Content-Type", "ETag", "Last-Modified", "Accept-Ranges"}) {
				assertEquals(get.field(field), head.field(field));
			}
			assertEquals(1, web.log.transfers().size(), "asking for the head is no transfer");
		}
	}

	@Test
	void oneConnectionServesManyRequests() throws Exception {
		Files.writeString(folder.resolve("a"), "1");
		Files.writeString(folder.resolve("b"), "22");
		try (var web = new Web(folder); var raw = new RawClient(web.server.address())) {
			raw.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\nHost: x\r\n\r\nGET /none HTTP/1.1\r\nHost: x\r\n\r\n"
					+ "GET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
			assertEquals("1", raw.reply("GET").text());
			assertEquals("2", raw.reply("HEAD").field("Content-Length"));
			assertEquals(404, raw.reply("GET").status());
			final var last = raw.reply("GET");
			assertEquals("22", last.text());
			assertEquals("close", last.field("Connection"));
			assertTrue(raw.ends());
		}
	}

	@Test
	void curlUsesOneConnectionForTwoFiles() throws Exception {
		Files.writeString(folder.resolve("a"), "1");
		try (var web = new Web(folder)) {
			final var result = Web.curl(folder, "-v", web.url("/a"), web.url("/a"));
			assertEquals("11", result.out());
			assertTrue(result.err().contains("Re-using existing connection"), result.err());
		}
	}

	@Test
	void theBareRequestOfABootLoaderIsAnsweredAndTheConnectionCloses() throws Exception {
		Files.writeString(folder.resolve("Image"), "kernel");
		try (var web = new Web(folder); var raw = new RawClient(web.server.address())) {
			raw.send("GET /Image HTTP/1.0\r\n\r\n");
			final var reply = raw.reply("GET");
			assertEquals("kernel", reply.text());
			assertTrue(raw.ends());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"with space", "100%", "a+b&c=d;e", "ümläut-文件", "quote\"'", "hash#", "question?", "<b>tag", "semi;colon", "[brackets]", "~tilde", "..hidden", "a:b"})
	void oddNamesAreServedAndLinkedFromTheFolder(String name) throws Exception {
		Files.writeString(Files.createDirectory(folder.resolve("sub dir")).resolve(name), name);
		try (var web = new Web(folder)) {
			assertEquals(name, web.get("/sub%20dir/" + Percent.encode(name)).text());
			final var index = web.get("/sub%20dir/").text();
			final String link = index.replaceAll("(?s).*<a href=\"(\\./[^\"]+)\">.*", "$1").replace("&amp;", "&").replace("&#39;", "'");
			final var target = URI.create(web.url("/sub%20dir/")).resolve(link);
			assertEquals(name, web.get(target.getRawPath()).text());
			assertFalse(index.contains("<b>tag"), "names are text");
		}
	}

	@Test
	void aFolderIsListedForPeopleAndForPrograms() throws Exception {
		Files.writeString(folder.resolve("b.txt"), "1234");
		Files.createDirectory(folder.resolve("a\"b"));
		try (var web = new Web(folder)) {
			final var page = web.get("/");
			assertEquals("text/html; charset=utf-8", page.field("Content-Type"));
			assertTrue(page.text().indexOf("./a%22b/") < page.text().indexOf("./b.txt"), "folders first");
			final var json = web.get("/", "Accept: application/json");
			assertEquals("application/json", json.field("Content-Type"));
			assertTrue(json.text().contains("{\"name\":\"a\\\"b\",\"type\":\"folder\",\"size\":0,"), json.text());
			assertTrue(json.text().contains("{\"name\":\"b.txt\",\"type\":\"file\",\"size\":4,"), json.text());
		}
	}

	@Test
	void aFolderWithoutItsSlashIsPointedAt() throws Exception {
		Files.createDirectories(folder.resolve("boot/dtbs x"));
		try (var web = new Web(folder)) {
			final var reply = web.get("/boot/dtbs%20x");
			assertEquals(301, reply.status());
			assertEquals("./dtbs%20x/", reply.field("Location"));
			assertEquals("200", Web.curl(folder, "-L", "-o", "/dev/null", "-w", "%{http_code}", web.url("/boot/dtbs%20x")).out());
		}
	}

	@Test
	void whatAClientHasAlreadyIsNotSentAgain() throws Exception {
		Files.writeString(folder.resolve("Image"), "kernel");
		try (var web = new Web(folder)) {
			final var first = web.get("/Image");
			assertEquals(304, web.get("/Image", "If-None-Match: \"other\", " + first.field("ETag")).status());
			assertEquals(304, web.get("/Image", "If-None-Match: W/" + first.field("ETag")).status());
			assertEquals(200, web.get("/Image", "If-None-Match: \"other\"", "If-Modified-Since: " + first.field("Last-Modified")).status());
			assertEquals(304, web.get("/Image", "If-Modified-Since: " + first.field("Last-Modified")).status());
			assertEquals(412, web.get("/Image", "If-Match: \"other\"").status());
			assertEquals(412, web.get("/Image", "If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT").status());
			Files.writeString(folder.resolve("Image"), "kernel 2");
			assertEquals(200, web.get("/Image", "If-None-Match: " + first.field("ETag")).status());
		}
	}

	@Test
	void filesOfAnArchiveAreServedWhereTheyLie() throws Exception {
		final var content = random(700_000);
		try (var zip = FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"))) {
			Files.createDirectory(zip.getPath("/boot"));
			Files.write(zip.getPath("/boot/Image"), content);
			try (var web = new Web(zip.getPath("/"))) {
				assertArrayEquals(content, web.get("/boot/Image").body());
				final var part = web.get("/boot/Image", "Range: bytes=600000-600009");
				assertEquals(206, part.status());
				assertArrayEquals(java.util.Arrays.copyOfRange(content, 600_000, 600_010), part.body());
				assertEquals(404, web.get("/boot/none").status());
				assertTrue(web.get("/boot/").text().contains("./Image"));
			}
		}
	}

	@Test
	void aPublishedFileIsFoundByItsWholePathAlone() throws Exception {
		final Path elsewhere = Files.writeString(Files.createTempFile("published", ".bin"), "artifact");
		try (var web = new Web(folder)) {
			web.files.publish("boot/initrd.img", elsewhere);
			final String path = web.links.path("boot/initrd.img");
			assertTrue(path.matches("/[\\w-]{22}/boot/initrd\\.img"), path);
			assertEquals("artifact", web.get(path).text());
			assertEquals(404, web.get("/boot/initrd.img").status(), "its name alone is not enough");
			assertEquals(404, web.get((path.charAt(1) == '-' ? "/A" : "/-") + path.substring(2)).status(), "another key");
			assertNotEquals(path, new Links().path("boot/initrd.img"));
			assertFalse(web.get("/").text().contains("initrd"));
			web.files.withdraw("boot/initrd.img");
			assertEquals(404, web.get(path).status());
		} finally {
			Files.delete(elsewhere);
		}
	}

	@Test
	void whatIsNotThereIsRememberedWithNearNames() throws Exception {
		Files.createDirectory(folder.resolve("boot"));
		Files.writeString(folder.resolve("boot/Image.gz"), "");
		Files.writeString(folder.resolve("readme"), "");
		try (var web = new Web(folder)) {
			web.get("/boot/Imgae.gz");
			web.get("/boot/Imgae.gz");
			while (web.log.missing().getFirst().near().isEmpty()) {
				Thread.onSpinWait();
			}
			final var missing = web.log.missing();
			assertEquals(1, missing.size());
			assertEquals(2, missing.getFirst().times());
			assertEquals(java.util.List.of("boot/Image.gz"), missing.getFirst().near());
		}
	}

	@Test
	void emptyFilesAreFilesToo() throws Exception {
		Files.createFile(folder.resolve("empty"));
		try (var web = new Web(folder)) {
			final var reply = web.get("/empty");
			assertEquals(200, reply.status());
			assertEquals("0", reply.field("Content-Length"));
			assertNull(reply.field("Content-Range"));
			assertEquals(416, web.get("/empty", "Range: bytes=0-").status());
		}
	}

	static byte[] random(int size) {
		final var bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}
}
