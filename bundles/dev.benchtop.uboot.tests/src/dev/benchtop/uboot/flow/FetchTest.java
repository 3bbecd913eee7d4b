package dev.benchtop.uboot.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;

/** An image that the board fetches from its own server. */
class FetchTest {

	private static final String TOKEN = "t0ken-'$quoted;" + "x".repeat(1400);

	@TempDir
	private Path folder;
	private FakeDesk desk;
	private HttpServer server;
	private final CopyOnWriteArrayList<String> authorizations = new CopyOnWriteArrayList<>();

	@BeforeEach
	void aServer() throws Exception {
		desk = new FakeDesk(folder);
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.start();
	}

	@AfterEach
	void close() {
		server.stop(0);
		desk.close();
	}

	private FlashReport flash(byte[] content, String config) throws Exception {
		final Path image = Files.write(folder.resolve("image.img"), content);
		server.createContext("/a b/it's.img", exchange -> {
			try (exchange) {
				final String given = exchange.getRequestHeaders().getFirst("Authorization");
				authorizations.add(String.valueOf(given));
				final boolean let = ("Bearer " + TOKEN).equals(given);
				exchange.sendResponseHeaders(let ? 200 : 401, let ? content.length : -1);
				if (let) {
					exchange.getResponseBody().write(content);
				}
			}
		});
		final String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a%20b/it's.img";
		return desk.flasher(Configs.with("fetch: board\nretries: 0\n" + config)).flash(new FlashRequest(image, url, "", true, Optional.empty()), Progress.none());
	}

	@Test
	void theBoardIsLetInByATokenThatNobodySees() throws Exception {
		final byte[] content = new byte[2 << 20];
		new Random(4).nextBytes(content);
		final FlashReport report = flash(content, "bearer_token: \"" + TOKEN + '"');
		assertEquals("", report.failure().map(BenchException::getMessage).orElse(""));
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertArrayEquals(content, Arrays.copyOf(Files.readAllBytes(desk.disk()), content.length));
		assertFalse(desk.log().contains("t0ken"), desk.log());
	}

	@Test
	void aServerThatRefusesIsNamed() throws Exception {
		final FlashReport report = flash(new byte[1 << 20], "");
		assertTrue(report.failure().orElseThrow().getMessage().contains("The server of the image refused it"), report.failure().get().getMessage());
		assertEquals("null", authorizations.getFirst());
	}
}
