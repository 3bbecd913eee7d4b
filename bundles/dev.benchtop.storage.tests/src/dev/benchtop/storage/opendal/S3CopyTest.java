package dev.benchtop.storage.opendal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.testing.servers.S3Proxy;

class S3CopyTest {

	private static final int MIB = 1 << 20;

	@TempDir
	Path folder;

	private final byte[] content = new byte[17 * MIB + 5];
	private S3Proxy server;
	private OpendalBackend backend;
	private S3Client client;

	@BeforeEach
	void start() throws Exception {
		server = S3Proxy.serve(folder.resolve("buckets"));
		final Map<String, String> options = Places.s3(server, "copies");
		backend = Places.backend("s3", options);
		client = new S3Client(S3Access.of(new Native("s3", options), S3Keys.system()).orElseThrow(), new Leftovers());
		new Random(5).nextBytes(content);
		try (var upload = backend.write("a b/from", content.length)) {
			upload.write(ByteBuffer.wrap(content));
			upload.commit();
		}
	}

	@AfterEach
	void stop() throws IOException {
		if (server != null) {
			client.close();
			backend.close();
			server.close();
		}
	}

	private Reply head() throws IOException {
		return client.send("HEAD", "a b/from", Map.of(), Map.of()).check();
	}

	private void assertCopied(String key) throws IOException {
		try (var in = backend.read(key, 0, -1, Optional.empty())) {
			assertArrayEquals(content, in.readAllBytes());
		}
	}

	@Test
	void whatOneRequestCannotCopyIsCopiedInParts() throws IOException {
		new S3Copy(client, 16 * MIB, 5 * MIB).run("a b/from", head(), "to/%40?ä");
		assertCopied("to/%40?ä");
		assertEquals(backend.stat("a b/from").contentType(), backend.stat("to/%40?ä").contentType());
	}

	@Test
	void whatOneRequestCopiesIsCopiedByIt() throws IOException {
		new S3Copy(client).run("a b/from", head(), "to");
		assertCopied("to");
	}

	@Test
	void aCopyThatFailsLeavesNothing() throws IOException {
		for (final int most : new int[] {MIB, 1 << 30}) {
			final Reply before = head();
			backend.delete("a b/from");
			assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> new S3Copy(client, most, 5 * MIB).run("a b/from", before, "to")).kind());
			assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> backend.stat("to")).kind());
			try (var upload = backend.write("a b/from", content.length)) {
				upload.write(ByteBuffer.wrap(content));
				upload.commit();
			}
		}
	}
}
