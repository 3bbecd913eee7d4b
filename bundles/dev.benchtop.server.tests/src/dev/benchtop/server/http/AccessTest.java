package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Secret;

/** RFC 7617 and RFC 6750. */
class AccessTest {

	@TempDir
	Path folder;

	@Test
	void aPasswordOrATokenLetsIn() throws Exception {
		Files.writeString(folder.resolve("a"), "in");
		final var access = new Access("lab", Optional.of(new Secret("gehe:im ü")), Optional.of(new Secret("t0ken")));
		try (var web = new Web(folder, new HttpSettings(true, 1000, access))) {
			final var refused = web.get("/a");
			assertEquals(401, refused.status());
			assertEquals("Basic realm=\"Benchtop\", charset=\"UTF-8\"", refused.field("WWW-Authenticate"));
			assertEquals(401, web.get("/none").status(), "what is there is not told either");
			assertEquals(401, web.ask("PUT", "/b", "Content-Length: 0").status());
			assertFalse(Files.exists(folder.resolve("b")));
			assertEquals("in", Web.curl(folder, "-u", "lab:gehe:im ü", web.url("/a")).out());
			assertEquals("in", Web.curl(folder, "-H", "Authorization: Bearer t0ken", web.url("/a")).out());
			for (final String wrong : new String[] {"Bearer t0keN", "Bearer", "Bearer  ", "Basic !!!", "Basic", "Digest x", "Basic bGFiOg==", ""}) {
				assertEquals(401, web.get("/a", "Authorization: " + wrong).status(), wrong);
			}
		}
	}

	@Test
	void aPublishedPathNeedsNoPassword() throws Exception {
		Files.writeString(folder.resolve("a"), "in");
		final var access = new Access("", Optional.empty(), Optional.of(new Secret("t0ken")));
		try (var web = new Web(folder, new HttpSettings(false, 0, access))) {
			web.files.publish("a", folder.resolve("a"));
			assertEquals("in", web.get(web.links.path("a")).text());
			assertNotNull(web.get("/a").field("WWW-Authenticate"));
		}
	}
}
